// @ts-check
import { html, nothing } from 'lit';
import { blank, Combobox, failure, icon, skeleton } from '@mo/shell';
import { choices } from '../lists.js';
import { plain } from '../values.js';
import { Writing } from '../writing.js';

/** Texts that notes begin with, with places that are filled in. */
export class Macros {
  /** @type {any[] | undefined} */
  items;
  /** @type {any[]} */
  places = [];
  /** @type {any} */
  error;
  isOpen = false;
  problem = '';
  /** @type {any} */
  #macro;

  /** @param {import('./settings.js').SettingsView} view */
  constructor(view) {
    this.view = view;
    this.writing = new Writing(view, { label: 'Text', changed: () => undefined });
    const box = (/** @type {'type' | 'status'} */ name, /** @type {string} */ label, /** @type {string} */ list) => new Combobox({ label, placeholder: 'As it is',
      find: typed => choices(view.ctx.api, list, typed), draw: () => view.draw(), taken: found => this.#take(name, found?.label) });
    this.type = box('type', 'Type', '/api/ticket-notes/options/type');
    this.status = box('status', 'Status', 'status');
  }

  async read() {
    try {
      const { api } = this.view.ctx;
      const [macros, places] = await Promise.all([api('/api/note-macros'), api('/api/note-macros/placeholders')]);
      Object.assign(this, { items: macros.items, places: places.items, error: undefined });
    } catch (error) {
      if (this.view.ctx.signal.aborted) return;
      this.error = error;
    }
    this.view.draw();
  }

  /** @param {any} macro */
  #begin(macro) {
    this.#macro = macro;
    Object.assign(this, { isOpen: true, problem: '' });
    this.writing.open(macro.text);
  }

  /** @param {'type' | 'status'} name @param {string | undefined} label */
  #take(name, label) {
    this.#macro = { ...this.#macro, [name]: label };
    this.view.draw();
  }

  #end() {
    this.isOpen = false;
    this.writing.close();
  }

  /** @param {any} wish @param {any} [macro] that it changes */
  async #send(wish, macro) {
    const change = macro?.id ? [`/api/note-macros/${macro.id}`, { method: 'PUT', json: wish, headers: { 'If-Match': `"${macro.version}"` } }] : ['/api/note-macros', { method: 'POST', json: wish }];
    await this.view.ctx.api(...change);
    await this.read();
  }

  /** @param {SubmitEvent} event */
  async #save(event) {
    event.preventDefault();
    const data = new FormData(/** @type {HTMLFormElement} */ (event.currentTarget));
    const { type, status } = this.#macro;
    try {
      await this.#send({ name: String(data.get('name')).trim(), text: this.writing.html, type, status, internal: data.get('internal') === 'on' }, this.#macro);
      this.#end();
    } catch (error) {
      this.problem = /** @type {Error} */ (error).message;
      this.view.draw();
    }
  }

  /** @param {any} macro */
  async #remove(macro) {
    try {
      await this.view.ctx.api(`/api/note-macros/${macro.id}`, { method: 'DELETE' });
      await this.read();
      const { name, text, type, status, internal } = macro;
      this.view.ctx.toast(`The macro “${name}” is removed.`, 'ok', { label: 'Undo', run: () => this.#send({ name, text, type, status, internal }) });
    } catch (error) {
      this.view.ctx.toast(/** @type {Error} */ (error).message, 'danger');
    }
  }

  template() {
    if (this.isOpen) return this.#form();
    if (this.error) return failure(this.error, () => this.read());
    if (!this.items) return skeleton(3);
    const make = html`<button class="btn ${this.items.length ? '' : 'primary'}" @click=${() => this.#begin({ name: '', text: '', internal: false })}>${icon('plus', 's')}New macro</button>`;
    if (!this.items.length) return blank('message-square', 'No macros yet', 'A macro is a text that notes begin with; names, numbers and dates in it are filled in.', make);
    return html`<ul class="lines">${this.items.map(macro => html`<li class="row wrap strip"><span class="strong">${macro.name}</span>${macro.internal ? html`<span class="pill warn">Internal</span>` : nothing}<span class="muted sm grow trunc">${plain(macro.text)}</span>
      <button class="btn xs" @click=${() => this.#begin(macro)}>Edit</button><button class="btn ghost icon xs" aria-label="Remove ${macro.name}" @click=${() => this.#remove(macro)}>${icon('trash-2', 's')}</button></li>`)}</ul><div class="strip">${make}</div>`;
  }

  #form() {
    return html`<form class="fields" style="padding:12px" @submit=${(/** @type {SubmitEvent} */ e) => this.#save(e)}>
      <div class="field whole"><label for="macro-name">Name</label><input class="input" id="macro-name" name="name" required maxlength="100" .value=${this.#macro.name}></div>
      <div class="field whole"><span class="label">Text</span>${this.writing.template()}</div>
      <details class="whole"><summary>What can be filled in</summary><ul class="row wrap sm" style="padding-top:6px">${this.places.map(place => html`<li><span class="mono">{{${place.name}}}</span> <span class="muted">${place.meaning}</span></li>`)}</ul></details>
      <div class="field"><label for="macro-type">Type of the note</label>${this.type.template(this.#macro.type ?? '', { id: 'macro-type' })}</div>
      <div class="field"><label for="macro-status">Status of the ticket</label>${this.status.template(this.#macro.status ?? '', { id: 'macro-status' })}</div>
      <label class="check whole"><input type="checkbox" name="internal" .checked=${this.#macro.internal}>Its notes are internal</label>
      ${this.problem ? html`<div class="note danger whole" role="alert">${icon('circle-alert')}<span>${this.problem}</span></div>` : nothing}
      <div class="row whole"><button class="btn primary">Save</button><button type="button" class="btn" @click=${() => this.#end()}>Cancel</button></div></form>`;
  }
}
