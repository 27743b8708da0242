// @ts-check
import { html, nothing } from 'lit';
import { icon } from '@mo/shell';
import { none } from '../values.js';

/** The tenant's own fields, a section of their own. @param {import('../views/ticket.js').TicketView} view */
export function custom(view) {
  const { ticket, edit } = view;
  const values = ticket.fields.customFields ?? {};
  const labels = ticket.customLabels ?? {};
  const names = [...new Set([...Object.keys(labels), ...Object.keys(values)])];
  const body = names.length ? html`<dl class="kv">${names.map(name => html`<dt id="c-${name}">${labels[name] ?? name}</dt><dd>${value(view, name, values[name])}</dd>`)}</dl>${edit.said('customFields', () => 'another value')}`
    : html`<p class="muted">The PSA has no fields of its own for tickets.</p>`;
  return { body, count: Object.values(values).filter(v => v !== null && v !== '').length };
}

/** @param {import('../views/ticket.js').TicketView} view @param {string} name @param {any} now */
function value(view, name, now) {
  const change = view.edit.of('customFields');
  const text = now === null || now === undefined || now === '' ? none : `${now}`;
  if (change?.open && change.theirs === undefined && /** @type {any} */ (change).at === name) return input(view, name, now, change.busy);
  const why = view.edit.locked('customFields');
  if (why) return html`<span title=${why}>${text}</span>`;
  const begin = () => {
    view.edit.begin('customFields');
    Object.assign(view.edit.changes.customFields ?? {}, { at: name });
    view.draw();
    requestAnimationFrame(() => /** @type {HTMLElement} */ (view.el.querySelector('[name=custom]'))?.focus());
  };
  return html`<button type="button" class="word" aria-labelledby="c-${name}" aria-description="Change" @click=${begin}>${text}</button>`;
}

/** @param {import('../views/ticket.js').TicketView} view @param {string} name @param {any} now @param {boolean | undefined} busy */
function input(view, name, now, busy) {
  const send = (/** @type {SubmitEvent} */ e) => {
    e.preventDefault();
    const given = String(new FormData(/** @type {HTMLFormElement} */ (e.target)).get('custom')).trim();
    view.edit.save('customFields', { ...view.ticket.fields.customFields, [name]: given || null });
  };
  return html`<form class="row" @submit=${send} @keydown=${(/** @type {KeyboardEvent} */ e) => e.key === 'Escape' && view.edit.cancel('customFields')}><input class="input grow" name="custom" aria-labelledby="c-${name}" .value=${now ?? ''} ?disabled=${busy}>
    <button class="btn icon xs" aria-label="Save" ?disabled=${busy}>${icon('check', 's')}</button>${busy ? nothing : html`<button type="button" class="btn ghost icon xs" aria-label="Cancel" @click=${() => view.edit.cancel('customFields')}>${icon('x', 's')}</button>`}</form>`;
}
