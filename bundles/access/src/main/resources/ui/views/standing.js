// @ts-check
import { html, nothing } from 'lit';
import { icon, moment, pill } from '@mo/shell';

const STATES = { CONNECTED: ['connected', 'ok'], LOST: ['lost', 'danger'], NOT_CONNECTED: ['not connected', ''] };

/** @param {any} mine a system, and the login there */
export function standing({ state }) {
  const [word, kind] = STATES[/** @type {keyof STATES} */ (state)] ?? [state, ''];
  return pill(word, kind);
}

/** As whom, since when, and what is wrong. @param {any} mine */
export const facts = ({ user, email, role, since, ends, version, state, trouble }) => html`${version ? html`<dl class="kv">
    ${fact('Connected as', user)}${fact('E-mail there', email)}${fact('Role there', role)}${fact('Since', since && moment(since))}
    ${fact('Ends', ends && html`${moment(ends)}<span class="muted">. Then you connect again.</span>`)}</dl>` : nothing}
  ${state === 'LOST' ? html`<div class="note danger">${icon('circle-alert')}<span>${trouble}</span></div>` : trouble ? html`<p class="muted">${trouble}</p>` : nothing}`;

/** @param {string} name @param {unknown} value */
const fact = (name, value) => (value ? html`<dt>${name}</dt><dd>${value}</dd>` : nothing);
