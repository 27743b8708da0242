// @ts-check
import { html, nothing } from 'lit';
import { plain, session } from '../runtime/api.js';
import { icon } from './icon.js';

/**
 * The form where somebody says who he is. The same on its own page, and over a page whose session has ended.
 * @param {{error: string, busy: boolean, user?: string, setUp?: boolean}} state
 * @param {(form: FormData) => void} submit
 */
export function signInForm({ error, busy, user, setUp }, submit) {
  const send = (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    submit(new FormData(/** @type {HTMLFormElement} */ (event.target)));
  };
  return html`<form class="stack wide" @submit=${send}>
    ${error ? html`<div class="note danger" role="alert">${icon('circle-alert')}<span>${error}</span></div>` : nothing}
    <div class="field"><label for="user">User</label>
      <input class="input" id="user" name="user" autocomplete="username" required ?autofocus=${!user} .value=${user ?? ''} ?readonly=${Boolean(user)}></div>
    ${setUp ? html`<div class="field"><label for="name">Full name</label><input class="input" id="name" name="name" autocomplete="name" required></div>` : nothing}
    <div class="field"><label for="password">Password</label>
      <input class="input" id="password" name="password" type="password" autocomplete=${setUp ? 'new-password' : 'current-password'} required ?autofocus=${Boolean(user)}></div>
    <button class="btn primary" ?disabled=${busy}>${busy ? html`<span class="spin row">${icon('loader-circle')}</span>` : nothing}${setUp ? 'Make this administrator' : 'Sign in'}</button>
  </form>`;
}

/** @param {FormData} form */
export async function signIn(form) {
  return session.begin(await plain('/api/session', { method: 'POST', json: { user: form.get('user'), password: form.get('password') } }));
}

/** The first administrator, by the code of the one-time link. @param {FormData} form @param {string} code */
export async function setUp(form, code) {
  const json = { code, user: form.get('user'), name: form.get('name'), password: form.get('password') };
  return session.begin(await plain('/api/setup', { method: 'POST', json }));
}
