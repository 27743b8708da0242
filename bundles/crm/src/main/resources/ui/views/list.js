// @ts-check
import { html, nothing } from 'lit';
import { blank, failure, icon, Screen, skeleton, steps, throttled, whole } from '@mo/shell';
import { field, TYPES } from '../types.js';
import { Names } from '../names.js';
import { lifecycle, shown } from '../values.js';
import { rows } from '../rows.js';

const PART = 100;
const PAUSE = 150;
/** More organizations than these are found with the filter by name. */
const MOST = 2000;
/** By column that sorts, the order it begins with: names from A, changes from the latest. */
const FIRST = { name: 'name', updated: '-updated' };

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
  /** How many rows are to be shown. */
  wanted = PART;
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
    this.#again();
    if (this.type !== 'organization') this.#organizations();
    const again = throttled(() => this.#again(), 1000);
    this.ctx.on('record.changed', what => what.type === this.type && again());
    this.ctx.on('resync', again);
    this.keys(event => steps(event, this.el, 'a[data-row]', { arrows: true }));
  }

  /** @param {any} props */
  update(props) {
    if (`${props.query}` === `${this.query}`) return;
    this.query = props.query;
    this.wanted = PART;
    this.#again();
  }

  async #organizations() {
    await this.attempt(async () => {
      this.organizations = (await rows(this.ctx.api, '/api/organizations', new URLSearchParams(), MOST)).items;
      this.names.learn('organization', this.organizations);
    });
  }

  /** What somebody has loaded stays loaded. */
  #again() {
    return this.#show(() => rows(this.ctx.api, `/api${this.about.path}`, this.query, this.wanted));
  }

  #more() {
    this.wanted = this.items.length + PART;
    const query = new URLSearchParams(this.query);
    query.set('after', String(this.next));
    return this.#show(async () => {
      const { items, next } = await rows(this.ctx.api, `/api${this.about.path}`, query, PART);
      return { items: [...this.items, ...items], next };
    });
  }

  /** Of several that are under way the last one asked for counts. @param {() => Promise<{items: any[], next: string | null}>} ask */
  #show(ask) {
    const mine = ++this.#asked;
    return this.attempt(async () => {
      const [answer, { count }] = await Promise.all([ask(), this.ctx.api(`/api${this.about.path}/count?${this.query}`)]);
      if (mine !== this.#asked) return;
      this.items = answer.items;
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

  template() {
    return html`<div class="page"><header><h1>${this.about.many}</h1>${this.total === undefined ? nothing : html`<span class="count">${whole(this.total)}</span>`}
      <span class="grow"></span>${this.#filters()}</header>
      ${this.error && this.items.length ? html`<div class="note danger" role="alert">${icon('circle-alert')}<span class="grow">${this.error.message} This is how it stood before.</span>
        <button class="btn xs" @click=${() => this.#again()}>Try again</button></div>` : nothing}
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
    if (this.error && !this.items.length) return failure(this.error, () => this.#again());
    if (this.loading) return skeleton(9);
    if (!this.items.length) return this.#none();
    const columns = this.about.columns.map(name => field(this.type, name));
    return html`<table class="grid pick"><caption class="vh">${this.about.many}</caption>
      <thead><tr>${columns.map(c => this.#head(c))}</tr></thead>
      <tbody>${this.items.map(item => this.#row(item, columns))}</tbody></table>
      ${this.next ? html`<div class="row" style="padding:8px 12px;border-top:1px solid var(--mo-line)"><button class="btn" @click=${() => this.#more()}>${icon('chevron-down')}Load more</button>
        <span class="muted sm">${whole(this.items.length)} of ${whole(this.total ?? 0)}</span></div>` : nothing}`;
  }

  /** A click on the column that sorts already turns the order. @param {import('../types.js').FieldShown} column */
  #head(column) {
    if (!(column.name in FIRST)) return html`<th scope="col">${column.label}</th>`;
    const sort = this.query.get('sort') ?? 'name';
    const mine = sort.replace('-', '') === column.name;
    const down = sort.startsWith('-');
    const next = mine ? (down ? column.name : `-${column.name}`) : FIRST[/** @type {'name'} */ (column.name)];
    return html`<th scope="col" aria-sort=${mine ? (down ? 'descending' : 'ascending') : nothing}><button type="button" @click=${() => this.#filter('sort', next === 'name' ? '' : next)}>
      ${column.label}${mine ? icon(down ? 'chevron-down' : 'chevron-up', 's') : nothing}</button></th>`;
  }

  #none() {
    if ([...this.query.keys()].some(name => name !== 'sort')) return blank('filter', 'Nothing matches', 'No name begins with these words.', html`<button class="btn" @click=${() => this.ctx.navigate(this.about.path)}>Clear the filter</button>`);
    return blank(this.about.icon, `No ${this.about.many.toLowerCase()} yet`, 'They appear here as soon as a connected system has been read.');
  }

  /** @param {any} item @param {any[]} columns */
  #row(item, columns) {
    const href = `${this.about.path}/${item.id}`;
    const go = (/** @type {MouseEvent} */ e) => e.target instanceof Element && !e.target.closest('a') && this.ctx.navigate(href);
    return html`<tr @click=${go}>${columns.map((column, i) => html`<td class="trunc">${i === 0
      ? html`<span class="row"><a class="trunc" data-row href=${href}>${item.fields[column.name] || '(no name)'}</a>${lifecycle(item.lifecycle)}</span>`
      : shown(column.name === 'updated' ? item.changedAt : item.fields[column.name], column, this.names)}</td>`)}</tr>`;
  }
}
