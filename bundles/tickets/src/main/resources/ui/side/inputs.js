// @ts-check
import { html } from 'lit';
import { Combobox, icon } from '@mo/shell';
import { records } from '../lists.js';
import { localMinute } from '../values.js';

/** @typedef {{id: string, label: string, value: any, busy?: boolean, save: (value: any) => void, cancel: () => void}} Input */

/** @param {unknown} input @param {Input} how @param {(form: FormData) => any} read */
const form = (input, { busy, save, cancel }, read) => html`<form class="row" @submit=${(/** @type {SubmitEvent} */ e) => {
  e.preventDefault();
  save(read(new FormData(/** @type {HTMLFormElement} */ (e.target))));
}} @keydown=${(/** @type {KeyboardEvent} */ e) => e.key === 'Escape' && cancel()}><div class="grow">${input}</div>
  <button class="btn icon xs" aria-label="Save" ?disabled=${busy}>${icon('check', 's')}</button><button type="button" class="btn ghost icon xs" aria-label="Cancel" @click=${cancel}>${icon('x', 's')}</button></form>`;

/** @param {Input} how */
export const momentInput = how => form(html`<input class="input" type="datetime-local" name="at" id=${how.id} aria-label=${how.label} .value=${localMinute(how.value)}>`, how,
  data => (data.get('at') ? new Date(String(data.get('at'))).toISOString() : null));

/** Addresses with commas between. @param {Input} how */
export const mailInput = how => form(html`<input class="input" name="mails" id=${how.id} aria-label=${how.label} placeholder="name@example.com, …" .value=${(how.value ?? []).map((/** @type {any} */ one) => one.value).join(', ')}>`, how,
  data => String(data.get('mails')).split(/[,;\s]+/).filter(Boolean).map(value => ({ value, label: '' })));

/** @param {{id: string, view: import('../views/ticket.js').TicketView, field: import('../names.js').FieldShown, change: any, save: (value: any) => void, cancel: () => void}} how */
export function peopleInput({ id, view, field, change, save, cancel }) {
  const all = change.value ?? [];
  change.box ??= new Combobox({ label: field.label, placeholder: 'Add…', find: typed => records(view.ctx.api, String(field.of), typed), draw: () => view.draw(), taken: found => {
    const value = found && /** @type {any} */ (found).value;
    const now = view.edit.of(field.name)?.value ?? [];
    if (!value || now.some((/** @type {any} */ one) => one.id === value.id)) return;
    view.ticket.names[value.id] = found.label;
    change.value = [...now, value];
    view.edit.put(field.name, change.value);
  } });
  return html`<div class="stack"><ul class="stack">${all.map((/** @type {any} */ one) => html`<li class="row"><span class="grow">${view.ticket.names[one.id] ?? 'unknown'}</span>
      <button type="button" class="btn ghost icon xs" aria-label="Take ${view.ticket.names[one.id] ?? 'this one'} away" @click=${() => view.edit.put(field.name, all.filter((/** @type {any} */ other) => other.id !== one.id))}>${icon('x', 's')}</button></li>`)}</ul>
    ${change.box.template('', { id, labelled: false, disabled: change.busy ? 'Saving…' : '' })}
    <div class="row"><button type="button" class="btn primary xs" ?disabled=${change.busy} @click=${() => save(all)}>Save</button><button type="button" class="btn xs" @click=${cancel}>Cancel</button></div></div>`;
}
