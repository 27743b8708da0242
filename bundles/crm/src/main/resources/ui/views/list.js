// @ts-check
import { html, nothing } from 'lit';
import { blank, failure, icon, Screen, skeleton, throttled, whole } from '@mo/shell';
import { field, TYPES } from '../types.js';
import { Names } from '../names.js';
import { lifecycle, shown } from '../values.js';

const PART = 100;
const PAUSE = 150;

/** All records of a type: filtered as one types, in parts, kept fresh by the live events. */
export class ListView extends Screen {
  /** @type {any[]} */
  items = [];
  /** @type {any[]} */
  organizations = [];
  /** @type {string | null} */
  next = null;
  /** @type {number | undefined} */
  total;
  loading = true;
  #asked = 0;
  #timer = 0;

  /** @param {HTMLElement} el @param {any} ctx */
  constructor(el, ctx) {
    super(el, ctx);
    this.type = ctx.contribution.type;
    this.about = TYPES[this.type];
    this.names = new Names(ctx.api, () => this.draw());
    this.query = ctx.props.query;
  }

  start() {
    this.draw();
    this.#read(false);
    if (this.type !== 'organization') this.#organizations();
    const again = throttled(() => this.#read(false), 1000);
    this.ctx.on('record.changed', what => what.type === this.type && again());
    this.ctx.on('resync', again);
    this.el.addEventListener('keydown', event => this.#keys(event), { signal: this.ctx.signal });
  }

  /** @param {any} props */
  update(props) {
    if (`${props.query}` === `${this.query}`) return;
    this.query = props.query;
    this.#read(false);
  }

  async #organizations() {
    await this.attempt(async () => {
      this.organizations = (await this.ctx.api('/api/organizations?limit=200')).items;
      this.names.learn('organization', this.organizations);
    });
  }

  /** @param {boolean} more the next part, or all that is shown anew */
  #read(more) {
    const mine = ++this.#asked;
    const limit = more ? PART : Math.min(200, Math.max(PART, this.items.length));
    const query = new URLSearchParams([...this.query, ['limit', `${limit}`]]);
    if (more && this.next) query.set('after', this.next);
    return this.attempt(async () => {
      const [answer, { count }] = await Promise.all([
        this.ctx.api(`/api${this.about.path}?${query}`), this.ctx.api(`/api${this.about.path}/count?${this.query}`)]);
      if (mine !== this.#asked) return;
      this.items = more ? [...this.items, ...answer.items] : answer.items;
      this.next = answer.next;
      this.total = count;
      this.loading = false;
    });
  }

  /** @param {string} name @param {string} value */
  #filter(name, value) {
    const query = new URLSearchParams(this.query);
    if (value) query.set(name, value);
    else query.delete(name);
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.ctx.navigate(`${this.about.path}${query.size ? `?${query}` : ''}`, { replace: true }), name === 'q' ? PAUSE : 0);
  }

  /** j and k go through the lines, / goes to the filter. @param {KeyboardEvent} event */
  #keys(event) {
    if (event.target instanceof HTMLInputElement || event.ctrlKey || event.metaKey || event.altKey) return;
    const links = /** @type {HTMLElement[]} */ ([...this.el.querySelectorAll('tbody a[data-row]')]);
    const at = links.indexOf(/** @type {HTMLElement} */ (event.target));
    const to = { j: at + 1, ArrowDown: at + 1, k: at - 1, ArrowUp: at - 1 }[event.key];
    if (event.key === '/') /** @type {HTMLElement} */ (this.el.querySelector('input[type=search]')).focus();
    else if (to !== undefined && to >= 0) links[Math.min(to, links.length - 1)]?.focus();
    else return;
    event.preventDefault();
  }

  template() {
    return html`<div class="page"><header><h1>${this.about.many}</h1>${this.total === undefined ? nothing : html`<span class="count">${whole(this.total)}</span>`}
      <span class="grow"></span>${this.#filters()}</header>
      <div class="card scroll">${this.#body()}</div></div>`;
  }

  #filters() {
    const value = (/** @type {any} */ e) => e.target.value;
    return html`<label class="check"><input type="checkbox" .checked=${this.query.get('inactive') === 'true'}
        @change=${(/** @type {any} */ e) => this.#filter('inactive', e.target.checked ? 'true' : '')}>Deactivated too</label>
      ${this.type === 'organization' ? nothing : html`<select class="input" style="width:200px" aria-label="Organization" @change=${(/** @type {any} */ e) => this.#filter('organization', value(e))}>
        <option value="">All organizations</option>${this.organizations.map(o => html`<option value=${o.id} ?selected=${o.id === this.query.get('organization')}>${o.fields.name}</option>`)}</select>`}
      <input class="input" type="search" style="width:220px" placeholder="Filter…  ( / )" aria-label="Filter by name" .value=${this.query.get('q') ?? ''}
        @input=${(/** @type {any} */ e) => this.#filter('q', value(e))}>`;
  }

  #body() {
    if (this.error && !this.items.length) return failure(this.error, () => this.#read(false));
    if (this.loading) return skeleton(9);
    if (!this.items.length) return this.#none();
    const columns = this.about.columns.map(name => field(this.type, name));
    return html`<table class="grid pick"><caption class="vh">${this.about.many}</caption>
      <thead><tr>${columns.map(c => html`<th scope="col">${c.label}</th>`)}</tr></thead>
      <tbody>${this.items.map(item => this.#row(item, columns))}</tbody></table>
      ${this.next ? html`<div class="row" style="padding:8px 12px;border-top:1px solid var(--mo-line)"><button class="btn" @click=${() => this.#read(true)}>${icon('chevron-down')}Load more</button>
        <span class="muted sm">${whole(this.items.length)} of ${whole(this.total ?? 0)}</span></div>` : nothing}`;
  }

  #none() {
    if (this.query.size) return blank('filter', 'Nothing matches', 'No name begins with these words.', html`<button class="btn" @click=${() => this.ctx.navigate(this.about.path)}>Clear the filter</button>`);
    return blank(this.about.icon, `No ${this.about.many.toLowerCase()} yet`, 'They appear here as soon as a connected system has been read.');
  }

  /** @param {any} item @param {any[]} columns */
  #row(item, columns) {
    const href = `${this.about.path}/${item.id}`;
    const go = (/** @type {MouseEvent} */ e) => e.target instanceof Element && !e.target.closest('a') && this.ctx.navigate(href);
    return html`<tr @click=${go}>${columns.map((column, i) => html`<td class="trunc">${i === 0
      ? html`<span class="row"><a class="trunc" data-row href=${href}>${item.fields[column.name] || '(no name)'}</a>${lifecycle(item.lifecycle)}</span>`
      : shown(item.fields[column.name], column, this.names)}</td>`)}</tr>`;
  }
}
