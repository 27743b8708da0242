// @ts-check
import { html, nothing } from 'lit';
import { Combobox, icon } from '@mo/shell';
import { choices, contracts, legal, records } from '../lists.js';
import { DETAILS } from '../names.js';
import { shown } from '../values.js';
import { mailInput, momentInput, peopleInput } from './inputs.js';

/** The nineteen details of a ticket; a click on a value changes it where the PSA allows. */
export class Details {
  /** @type {Map<string, Combobox>} */
  #boxes = new Map();

  /** @param {import('../views/ticket.js').TicketView} view */
  constructor(view) {
    this.view = view;
  }

  /** @param {string} name */
  begin(name) {
    this.view.edit.begin(name);
    requestAnimationFrame(() => {
      const input = /** @type {HTMLElement} */ (this.view.el.querySelector(`#d-${name}`));
      input?.focus();
      input?.click();
    });
  }

  /** @param {import('../names.js').FieldShown} field */
  #box(field) {
    const known = this.#boxes.get(field.name);
    if (known) return known;
    const { api } = this.view.ctx;
    const given = () => (field.under ? { [field.under]: this.view.ticket.fields[field.under]?.key ?? '' } : {});
    const box = new Combobox({
      label: field.label,
      needed: field.needed,
      find: typed => {
        if (field.name === 'status') return legal(api, [this.view.id], typed);
        if (field.name === 'contract') return contracts(api, this.view.ticket.fields.organization?.id ?? '', typed);
        return field.kind === 'ref' ? records(api, String(field.of), typed) : choices(api, field.name, typed, given());
      },
      draw: () => this.view.draw(),
      taken: found => this.#take(field, found && /** @type {any} */ (found).value),
    });
    this.#boxes.set(field.name, box);
    return box;
  }

  /** A word hangs below another: who changes that one clears this. @param {import('../names.js').FieldShown} field @param {any} value */
  #take(field, value) {
    const below = DETAILS.find(one => one.under === field.name);
    const also = below && this.view.ticket.fields[below.name] ? { [below.name]: null } : {};
    return this.view.edit.save(field.name, value ?? null, { also });
  }

  template() {
    return html`<dl class="kv">${DETAILS.map(field => html`<dt id="l-${field.name}">${field.label}</dt><dd>${this.#value(field)}</dd>`)}</dl>`;
  }

  /** @param {import('../names.js').FieldShown} field */
  #value(field) {
    const { edit, ticket } = this.view;
    const change = edit.of(field.name);
    const value = shown(ticket.fields[field.name], field, ticket);
    if (change?.open) return html`${this.#input(field, change)}${edit.said(field.name, given => shown(given, field, ticket))}`;
    const why = field.view ? '' : edit.locked(field.name);
    if (field.view || why) return html`<span title=${why || nothing}>${value}</span>`;
    return html`<div class="editable">${field.kind === 'ref' || field.kind === 'refs' ? value : html`<button type="button" class="word" aria-labelledby="l-${field.name}" aria-description="Change" @click=${() => this.begin(field.name)}>${value}</button>`}
      ${field.kind === 'ref' || field.kind === 'refs' ? html`<button type="button" class="btn ghost icon xs" aria-label="Change ${field.label}" @click=${() => this.begin(field.name)}>${icon('pencil', 's')}</button>` : nothing}${edit.said(field.name, given => shown(given, field, ticket))}</div>`;
  }

  /** @param {import('../names.js').FieldShown} field @param {any} change */
  #input(field, change) {
    const { edit, ticket } = this.view;
    const id = `d-${field.name}`;
    const save = (/** @type {any} */ value) => edit.save(field.name, value);
    const cancel = () => edit.cancel(field.name);
    const leave = (/** @type {KeyboardEvent} */ e) => e.key === 'Escape' && cancel();
    if (field.kind === 'moment') return momentInput({ id, label: field.label, value: change.value, busy: change.busy, save, cancel });
    if (field.kind === 'mails') return mailInput({ id, label: field.label, value: change.value, busy: change.busy, save, cancel });
    if (field.kind === 'refs') return peopleInput({ id, view: this.view, field, change, save, cancel });
    const now = change.value?.label ?? (change.value?.id ? ticket.names[change.value.id] ?? '' : '');
    return html`<div class="row" @keydown=${leave}><div class="grow">${this.#box(field).template(now, { id, labelled: false, disabled: change.busy ? 'Saving…' : '', invalid: Boolean(change.wrong) })}</div>
      <button type="button" class="btn ghost icon xs" aria-label="Leave ${field.label} as it was" @click=${cancel}>${icon('x', 's')}</button></div>`;
  }
}
