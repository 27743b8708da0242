// @ts-check
import { html } from 'lit';
import { blank, dialog, failure, icon, moment, skeleton } from '@mo/shell';
import { labelOf } from './filters.js';

const STATES = { open: 'Open', closed: 'Closed', all: 'Open and closed' };

/** What a view's filters say; the server leaves out names that one may not know. @param {any} view */
export const inWords = ({ words = {} }) => Object.entries(words).map(([name, said]) => `${labelOf(name)}: ${name === 'state' ? STATES[/** @type {'open'} */ (said)] ?? said : /Since$|Before$/.test(name) ? moment(String(said)) : said}`).join(' · ');

/** The views that everybody has, for those who keep them in order. */
export class Shared {
  /** @type {any[] | undefined} */
  items;
  version = 0;
  /** @type {any} */
  error;
  #said = '';
  #moves = false;

  /** @param {import('./settings.js').SettingsView} view */
  constructor(view) {
    this.view = view;
  }

  async read() {
    try {
      Object.assign(this, await this.view.ctx.api('/api/ticket-views/shared'), { error: undefined });
    } catch (error) {
      if (this.view.ctx.signal.aborted) return;
      this.error = error;
    }
    this.view.draw();
  }

  /** @param {() => Promise<void>} work */
  async #try(work) {
    try {
      await work();
    } catch (error) {
      this.view.ctx.toast(/** @type {Error} */ (error).message, 'danger');
    }
    await this.read();
  }

  /** @param {number} at @param {number} by */
  async #move(at, by) {
    const to = at + by;
    const { items = [] } = this;
    if (this.#moves || to < 0 || to >= items.length) return;
    this.#moves = true;
    const ids = items.map(one => one.id);
    ids.splice(to, 0, ...ids.splice(at, 1));
    const moved = items[at];
    await this.#try(async () => {
      await this.view.ctx.api('/api/ticket-views/shared', { method: 'PUT', json: { ids }, headers: { 'If-Match': `"${this.version}"` } });
      this.#said = `${moved.name} moved to position ${to + 1} of ${ids.length}`;
    });
    this.#moves = false;
    requestAnimationFrame(() => /** @type {HTMLElement | null} */ (this.view.el.querySelector(`[data-view="${moved.id}"]`))?.focus());
  }

  /** @param {any} view */
  async #rename(view) {
    const given = await dialog('Rename the view', close => html`<form class="stack wide" @submit=${(/** @type {SubmitEvent} */ e) => {
      e.preventDefault();
      close(Object.fromEntries(new FormData(/** @type {HTMLFormElement} */ (e.target))));
    }}><h2>Rename the view</h2><div class="field"><label for="shared-name">Name</label><input class="input" id="shared-name" name="name" required maxlength="60" autofocus .value=${view.name}></div>
      <div class="row" style="justify-content:flex-end"><button type="button" class="btn" @click=${() => close()}>Cancel</button><button class="btn primary">Rename</button></div></form>`);
    const name = String(given?.name ?? '').trim();
    if (!name || name === view.name) return;
    const { id, version, shared, filters, sort, columns } = view;
    await this.#try(() => this.view.ctx.api(`/api/ticket-views/${id}`, { method: 'PUT', json: { name, shared, filters, sort, columns }, headers: { 'If-Match': `"${version}"` } }));
  }

  /** @param {any} view */
  #remove(view) {
    return this.#try(async () => {
      await this.view.ctx.api(`/api/ticket-views/${view.id}`, { method: 'DELETE' });
      const back = () => this.#try(() => this.view.ctx.api(`/api/ticket-views/${view.id}/restore`, { method: 'POST' }));
      this.view.ctx.toast(`The view “${view.name}” is removed for everybody.`, 'ok', { label: 'Undo', run: back });
    });
  }

  /** @param {KeyboardEvent} event @param {number} at */
  #key(event, at) {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!event.altKey || !by) return;
    event.preventDefault();
    this.#move(at, by);
  }

  template() {
    if (this.error) return failure(this.error, () => this.read());
    if (!this.items) return skeleton(3);
    if (!this.items.length) return blank('filter', 'No shared views yet', 'Filter the tickets as you want them, choose “Save as a view”, and share it with everybody.', html`<a class="btn primary" href="/tickets">To the tickets</a>`);
    const last = this.items.length - 1;
    return html`<p class="strip muted sm">Everybody who may read tickets has these, in this order. Each person sees their own tickets in them.</p><ul class="lines" aria-label="Shared views">${this.items.map((view, at) => html`<li class="row wrap strip" tabindex="-1" data-view=${view.id} @keydown=${(/** @type {KeyboardEvent} */ e) => this.#key(e, at)}>
        <a class="strong" href="/tickets?view=${view.id}">${view.name}</a><span class="muted sm">of ${view.by || 'nobody any more'}</span><span class="muted sm grow">${inWords(view) || 'every ticket'}</span>
        <button class="btn ghost icon xs" aria-label="Move ${view.name} up" title="Up (Alt ↑)" ?disabled=${at === 0} @click=${() => this.#move(at, -1)}>${icon('chevron-up', 's')}</button>
        <button class="btn ghost icon xs" aria-label="Move ${view.name} down" title="Down (Alt ↓)" ?disabled=${at === last} @click=${() => this.#move(at, 1)}>${icon('chevron-down', 's')}</button>
        <button class="btn xs" @click=${() => this.#rename(view)}>Rename</button><button class="btn ghost icon xs" aria-label="Remove ${view.name}" @click=${() => this.#remove(view)}>${icon('trash-2', 's')}</button></li>`)}</ul>
      <span class="vh" role="status">${this.#said}</span>`;
  }
}
