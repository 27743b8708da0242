// @ts-check
import { html, nothing } from 'lit';
import { dialog, icon, throttled, whole } from '@mo/shell';
import { FILTERS } from '../names.js';
import { inWords } from './shared.js';

/** The saved views, as tabs with their counts. */
export class Saved {
  /** @type {any[]} */
  views = [];
  /** @type {Record<string, {count: number, more: boolean}>} */
  counts = {};
  /** @type {string | null} */
  #chosen;

  /** @param {import('./list.js').ListView} list */
  constructor(list) {
    this.list = list;
    this.#chosen = list.query.get('view');
  }

  /** None where the list is another screen's part, and where an address names filters alone. */
  get current() {
    if (this.list.fixed.organization) return undefined;
    const filtered = FILTERS.some(name => this.list.query.has(name));
    return this.views.find(view => view.id === this.#chosen) ?? (filtered ? undefined : this.views[0]);
  }

  /** @param {string | null} id */
  choose(id) {
    this.#chosen = id;
  }

  async read() {
    if (this.list.fixed.organization) return;
    await this.list.attempt(async () => {
      this.views = (await this.list.ctx.api('/api/ticket-views')).items;
    });
    this.count();
  }

  /** While tickets change, their numbers do. */
  recount = throttled(() => this.count(), 15_000);

  async count() {
    if (this.list.fixed.organization) return;
    const { counts } = await this.list.ctx.api('/api/ticket-views/counts').catch(() => ({ counts: {} }));
    this.counts = counts;
    this.list.draw();
  }

  template() {
    const { current } = this;
    if (!this.views.length || this.list.fixed.organization) return nothing;
    return html`<nav class="views" aria-label="Views">${this.views.map(view => html`<a class="btn ${view === current ? '' : 'ghost'}" href="/tickets?view=${view.id}" aria-current=${view === current ? 'true' : nothing} title=${inWords(view) || nothing}>
      ${view.name}${this.counts[view.id] ? html`<span class="count">${whole(this.counts[view.id].count)}${this.counts[view.id].more ? '+' : ''}</span>` : nothing}</a>`)}
      ${current?.mine ? html`<button class="btn ghost icon" aria-label="Remove the view ${current.name}" title="Remove this view" @click=${() => this.#remove(current)}>${icon('trash-2', 's')}</button>` : nothing}</nav>`;
  }

  saveButton() {
    const { current } = this;
    return html`${current?.mine ? html`<button class="btn xs" @click=${() => this.#update(current)}>${icon('save', 's')}Update “${current.name}”</button>` : nothing}<button class="btn xs" @click=${() => this.#save()}>${icon('save', 's')}Save as a view</button>`;
  }

  /** What narrows the list now, the view's own filters among it. */
  get #filters() {
    const { wanted } = this.list;
    return Object.fromEntries(FILTERS.filter(name => wanted.has(name)).map(name => [name, String(wanted.get(name))]));
  }

  /** The view takes the filters in force. @param {any} view */
  async #update(view) {
    if (await this.change(view, { filters: this.#filters })) this.list.ctx.navigate(`/tickets?view=${view.id}`);
  }

  /** @param {any} view of the person's own @param {any} how what of it is another now @returns {Promise<boolean>} */
  async change(view, how) {
    const { id, version, name, shared, filters, sort, columns } = view;
    const wish = { name, shared, filters, sort, columns, ...how };
    this.views = this.views.map(one => (one.id === id ? { ...one, ...how } : one));
    this.list.draw();
    return this.#try(async () => {
      await this.list.ctx.api(`/api/ticket-views/${id}`, { method: 'PUT', json: wish, headers: { 'If-Match': `"${version}"` } });
      await this.read();
    });
  }

  async #save() {
    const mayShare = this.list.ctx.user.rights.includes('ticket.edit');
    const given = await dialog('Save as a view', close => html`<form class="stack wide" @submit=${(/** @type {SubmitEvent} */ e) => {
      e.preventDefault();
      close(Object.fromEntries(new FormData(/** @type {HTMLFormElement} */ (e.target))));
    }}><h2>Save as a view</h2><div class="field"><label for="view-name">Name</label><input class="input" id="view-name" name="name" required maxlength="60" autofocus></div>
      ${mayShare ? html`<label class="check"><input type="checkbox" name="shared">For everybody</label>` : nothing}
      <div class="row" style="justify-content:flex-end"><button type="button" class="btn" @click=${() => close()}>Cancel</button><button class="btn primary">Save</button></div></form>`);
    if (!given) return;
    const view = { name: given.name, shared: given.shared === 'on', filters: this.#filters, sort: this.list.sort, columns: this.list.columns.map(c => c.name) };
    await this.#try(async () => {
      const made = await this.list.ctx.api('/api/ticket-views', { method: 'POST', json: view });
      await this.read();
      this.list.ctx.navigate(`/tickets?view=${made.id}`);
    });
  }

  /** @param {any} view */
  async #remove(view) {
    await this.#try(async () => {
      await this.list.ctx.api(`/api/ticket-views/${view.id}`, { method: 'DELETE' });
      const back = () => this.#try(async () => {
        await this.list.ctx.api(`/api/ticket-views/${view.id}/restore`, { method: 'POST' });
        await this.read();
      });
      this.list.ctx.toast(`The view “${view.name}” is removed.`, 'ok', { label: 'Undo', run: back });
      await this.read();
      this.list.ctx.navigate('/tickets');
    });
  }

  /** @param {() => Promise<void>} work @returns {Promise<boolean>} whether it was done */
  async #try(work) {
    try {
      await work();
      return true;
    } catch (error) {
      this.list.ctx.toast(/** @type {Error} */ (error).message, 'danger');
      return false;
    }
  }
}
