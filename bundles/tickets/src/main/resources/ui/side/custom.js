// @ts-check
import { html, nothing } from 'lit';
import { icon } from '@mo/shell';
import { customField } from '../edit.js';
import { none } from '../values.js';

const isEmpty = (/** @type {any} */ value) => value === null || value === undefined || value === '';

/** The tenant's own fields, a section of their own. @param {import('../views/ticket.js').TicketView} view */
export function custom(view) {
  const { ticket } = view;
  const values = ticket.fields.customFields ?? {};
  const labels = ticket.customLabels ?? {};
  const names = [...new Set([...Object.keys(labels), ...Object.keys(values)])];
  const body = names.length ? html`<dl class="kv">${names.map(name => html`<dt id="c-${name}">${labels[name] ?? name}</dt><dd>${value(view, name, values[name])}</dd>`)}</dl>`
    : html`<p class="muted">The PSA has no fields of its own for tickets.</p>`;
  return { body, count: Object.values(values).filter(one => !isEmpty(one)).length };
}

/** @param {import('../views/ticket.js').TicketView} view @param {string} name @param {any} now */
function value({ el, edit }, name, now) {
  const field = customField(name);
  const change = edit.of(field);
  const said = edit.said(field, given => (isEmpty(given) ? 'nothing' : `“${given}”`));
  if (change?.open) return html`${input(edit, field, name, change)}${said}`;
  const text = isEmpty(now) ? none : `${now}`;
  const why = edit.locked(field);
  if (why) return html`<span title=${why}>${text}</span>`;
  const begin = () => {
    edit.begin(field);
    requestAnimationFrame(() => /** @type {HTMLElement} */ (el.querySelector(`[data-edit="${CSS.escape(field)}"]`))?.focus());
  };
  return html`<button type="button" class="word" aria-labelledby="c-${name}" aria-description="Change" @click=${begin}>${text}</button>${said}`;
}

/** @param {import('../edit.js').Edit} edit @param {string} field @param {string} name @param {import('../edit.js').Change} change */
function input(edit, field, name, { value, busy, theirs }) {
  const send = (/** @type {SubmitEvent} */ e) => {
    e.preventDefault();
    edit.save(field, String(new FormData(/** @type {HTMLFormElement} */ (e.target)).get('custom')).trim() || null);
  };
  if (theirs !== undefined) return nothing; // both values stand beside it, to be chosen from
  const cancel = () => edit.cancel(field);
  return html`<form class="row" @submit=${send} @keydown=${(/** @type {KeyboardEvent} */ e) => e.key === 'Escape' && cancel()}><input class="input grow" name="custom" data-edit=${field} aria-labelledby="c-${name}" .value=${value ?? ''} ?disabled=${busy}>
    <button class="btn icon xs" aria-label="Save" ?disabled=${busy}>${icon('check', 's')}</button>${busy ? nothing : html`<button type="button" class="btn ghost icon xs" aria-label="Cancel" @click=${cancel}>${icon('x', 's')}</button>`}</form>`;
}
