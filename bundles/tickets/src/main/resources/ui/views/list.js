// @ts-check
import { html, nothing } from 'lit';
import { blank, failure, icon, Screen, skeleton, throttled, whole, writes } from '@mo/shell';
import { statuses } from '../lists.js';
import { COLUMNS, FILTERS, USUAL } from '../names.js';
import { Rows } from './rows.js';
import { Filters } from './filters.js';
import { Saved } from './saved.js';
import { Bulk } from './bulk.js';
import { row } from './row.js';
import { columnsMenu, remember } from './columns.js';
import { Age } from './age.js';

const PART = 100;
/** As many as the server gives at once. */
const MOST = 200;
const PAUSE = 150;
/** Milliseconds between two looks at how the PSA is. */
const OFTEN = 20_000;

/** All tickets: by saved views, filtered as one types, in parts as one scrolls, fresh by the live events. */
export class ListView extends Screen {
  /** @type {any[]} */
  items = [];
  /** @type {string | null} */
  next = null;
  /** @type {{count: number, more: boolean} | undefined} */
  total;
  loading = true;
  /** Which row the keys are at. */
  at = 0;
  /** @type {Record<string, any>} */
  options = {};
  /** Whose tickets one sees. */
  access = { all: true, customers: 0, why: '', off: '', troubles: /** @type {string[]} */ ([]) };
  /** @type {any} */
  preferences = { version: 0, columns: USUAL };
  preferring = Promise.resolve();
  /** How many are wanted: those that were scrolled to stay. */
  #many = PART;
  #asked = 0;
  #timer = 0;

  /** @param {HTMLElement} el @param {any} ctx @param {import('../desk.js').Desk} desk @param {Record<string, string>} fixed filters that can't be changed here */
  constructor(el, ctx, desk, fixed) {
    super(el, ctx);
    this.desk = desk;
    this.fixed = fixed;
    this.query = new URLSearchParams(fixed.organization ? {} : ctx.props.query);
    this.rows = new Rows({ row: (item, i) => row(this, item, i), near: () => this.next && this.#more(), draw: () => this.draw() });
    this.filters = new Filters(this);
    this.saved = new Saved(this);
    this.bulk = new Bulk(this);
    this.age = new Age(this);
  }

  get columns() {
    const { current } = this.saved;
    const ways = current?.mine ? [current.columns, this.preferences.columns] : [this.preferences.columns, current?.columns];
    const names = [...ways, USUAL].find(some => some?.length).filter((/** @type {string} */ name) => !this.fixed[name]);
    return COLUMNS.filter(column => names.includes(column.name));
  }

  get sort() {
    const { current } = this.saved;
    const own = current?.mine ? current.sort : undefined;
    return this.query.get('sort') ?? own ?? (this.preferences.sort || current?.sort) ?? '-updated';
  }

  /** What the server is asked for. */
  get wanted() {
    const wanted = new URLSearchParams(this.saved.current?.filters ?? {});
    for (const name of FILTERS) if (this.query.has(name)) wanted.set(name, String(this.query.get(name)));
    for (const [name, value] of Object.entries(this.fixed)) wanted.set(name, value);
    wanted.set('sort', this.sort);
    return wanted;
  }

  async start() {
    this.draw();
    const fresh = throttled(() => {
      this.saved.recount();
      return this.again();
    }, 2000);
    this.ctx.on('record.changed', what => what.type === 'ticket' && fresh());
    this.ctx.on('resync', fresh);
    this.keys(event => this.#key(event));
    this.age.start();
    const look = setInterval(() => this.#see(), OFTEN);
    this.ctx.signal.addEventListener('abort', () => clearInterval(look));
    await Promise.all([this.saved.read(), this.#prefer(), this.#statuses()]);
    this.again();
  }

  /** @param {any} props */
  update(props) {
    if (this.fixed.organization || `${props.query}` === `${this.query}`) return;
    this.query = new URLSearchParams(props.query);
    this.saved.choose(this.query.get('view'));
    this.#anew();
  }

  #anew() {
    this.#many = PART;
    this.at = 0;
    this.rows.toTop();
    return this.again();
  }

  async #prefer() {
    this.preferences = await this.ctx.api('/api/my/ticket-preferences').catch(() => this.preferences);
  }

  async #see() {
    const before = JSON.stringify(this.access);
    this.access = await this.ctx.api('/api/my/ticket-access').catch(() => this.access);
    if (JSON.stringify(this.access) !== before && !this.ctx.signal.aborted) this.draw();
  }

  async #statuses() {
    this.options = await statuses(this.ctx.api);
  }

  /** From the start to what is in sight, and a part more; whose tickets one sees may have changed as well. */
  async again() {
    const many = Math.max(PART, Math.min(this.#many, this.rows.reached + PART));
    await Promise.all([this.#see(), this.#show(() => this.#whole(many), items => items)]);
  }

  /** @param {number} many */
  async #whole(many) {
    /** @type {any[]} */
    const items = [];
    let next = '';
    let wanted = 0;
    let part = { items };
    do {
      wanted = Math.min(MOST, many - items.length);
      part = await this.#read(wanted, next);
      items.push(...part.items);
      next = /** @type {any} */ (part).next ?? '';
    } while (next && items.length < many && part.items.length === wanted); // a short one took its time already
    return { items, next: next || null };
  }

  #more() {
    const after = String(this.next);
    this.next = null;
    this.#many = this.items.length + PART;
    return this.#show(() => this.#read(PART, after), items => [...this.items, ...items]);
  }

  /** @param {number} limit @param {string} after */
  #read(limit, after) {
    const query = this.wanted;
    query.set('limit', `${limit}`);
    if (after) query.set('after', after);
    return this.ctx.api(`/api/tickets?${query}`);
  }

  /** Of several that are under way the last one asked for counts. @param {() => Promise<any>} ask @param {(items: any[]) => any[]} joined */
  #show(ask, joined) {
    const mine = ++this.#asked;
    return this.attempt(async () => {
      const [answer, total] = await Promise.all([ask(), this.ctx.api(`/api/tickets/count?${this.wanted}`)]);
      if (mine !== this.#asked) return;
      this.#put(joined(answer.items));
      this.next = answer.next;
      this.total = total;
      this.loading = false;
    });
  }

  /** The keys stay at their ticket, wherever in the list it is now. @param {any[]} items */
  #put(items) {
    const { current } = this;
    const held = this.rows.holds(this.at);
    const there = held || this.at > 0 ? items.findIndex(item => item.id === current?.id) : -1;
    const moved = held && there >= 0 && there !== this.at;
    this.items = items;
    this.rows.set(items);
    this.at = there >= 0 ? there : Math.min(this.at, Math.max(0, items.length - 1));
    if (moved) requestAnimationFrame(() => this.rows.focus(this.at));
  }

  /** Within the view that is shown. @param {Record<string, string>} changes "" takes a filter away */
  filter(changes, pause = 0) {
    const query = new URLSearchParams(this.query);
    if (this.saved.current) query.set('view', this.saved.current.id);
    for (const [name, value] of Object.entries(changes)) {
      if (value) query.set(name, value);
      else query.delete(name);
    }
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.#go(query), pause);
  }

  typed(/** @type {string} */ words) {
    this.filter({ q: words }, PAUSE);
  }

  /** Remembered for the person, as columns are. @param {string} sort */
  #order(sort) {
    remember(this, { sort });
    this.filter({ sort });
  }

  /** @param {URLSearchParams} query */
  #go(query) {
    if (!this.fixed.organization) return this.ctx.navigate(`/tickets${query.size ? `?${query}` : ''}`, { replace: true });
    this.query = query;
    return this.#anew();
  }

  get current() {
    return this.items[this.at];
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (writes(event) || !this.items.length) return event.key === '/' && !writes(event) ? this.#search(event) : undefined;
    const step = { j: 1, k: -1, ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) this.#step(step);
    else if (event.key === 'Enter' && this.rows.hasFocus(event)) this.open(this.current);
    else if (event.key === 'x') this.bulk.toggle(this.current.id);
    else if (event.key === 'a') this.bulk.assignToMe([this.current]);
    else if (event.key === 'e') this.bulk.begin(this.current.id);
    else if (event.key === '/') return this.#search(event);
    else return;
    event.preventDefault();
  }

  /** @param {Event} event */
  #search(event) {
    event.preventDefault();
    /** @type {HTMLElement | null} */ (this.el.querySelector('input[type=search]'))?.focus();
  }

  /** From the words into what they have found. @param {KeyboardEvent} event */
  #down(event) {
    if (event.key !== 'ArrowDown' || !this.items.length) return;
    event.preventDefault();
    this.#step(0);
  }

  /** @param {number} step */
  #step(step) {
    this.at = Math.max(0, Math.min(this.items.length - 1, this.at + step));
    this.draw();
    this.rows.focus(this.at);
  }

  /** @param {any} item */
  open(item) {
    this.ctx.navigate(`/tickets/${item.id}`);
  }

  template() {
    const { total } = this;
    return html`<div class="tickets ${this.fixed.organization ? 'inside' : ''}"><header class="head"><h1 class=${this.fixed.organization ? 'vh' : ''}>Tickets</h1>
        ${total ? html`<span class="count">${whole(total.count)}${total.more ? '+' : ''}</span>` : nothing}${this.saved.template()}<span class="grow"></span>${this.#partly()}${this.age.template()}
        <input class="input find" type="search" placeholder="Filter…  ( / )" aria-label="Filter tickets by words" .value=${this.query.get('q') ?? ''} @input=${(/** @type {any} */ e) => this.typed(e.target.value)} @keydown=${(/** @type {KeyboardEvent} */ e) => this.#down(e)}>
        ${this.filters.button()}${columnsMenu(this)}
        ${this.ctx.user.rights.includes('ticket.edit') && !this.access.off ? html`<a class="btn primary" href="/tickets/new${this.fixed.organization ? `?organization=${this.fixed.organization}` : ''}">${icon('plus', 's')}New ticket</a>` : nothing}</header>
      ${this.filters.chips()}
      ${this.error && this.items.length ? html`<div class="note danger" role="alert">${icon('circle-alert')}<span class="grow">${this.error.message} This is how it stood before.</span>
        <button class="btn xs" @click=${() => this.again()}>Try again</button></div>` : nothing}
      ${this.access.troubles.map(words => html`<div class="note warn" role="status">${icon('circle-alert')}<span>${words} What is saved meanwhile is kept here and sent as soon as that is over.</span></div>`)}
      ${this.#body()}${this.bulk.bar()}</div>`;
  }

  #body() {
    if (this.error && !this.items.length) return failure(this.error, () => this.again());
    if (this.loading) return skeleton(12);
    if (!this.items.length) return this.#none();
    return this.rows.template({ label: 'Tickets', columns: this.columns, sort: this.sort, sorted: sort => this.#order(sort), total: this.total, selected: this.bulk });
  }

  /** That there may be more, which one doesn't see. */
  #partly() {
    const { all, customers, why } = this.access;
    return all || !customers ? nothing : html`<span class="muted sm row" title=${why}>${icon('lock', 's')}${customers === 1 ? '1 customer' : `${whole(customers)} customers`}<span class="vh">${why}</span></span>`;
  }

  #none() {
    if (this.access.off) return blank('circle-pause', 'Tickets are switched off', this.access.off);
    if (!this.access.all && !this.access.customers) return blank('lock', 'No tickets that you may see', this.access.why, html`<a class="btn" href="/me/integrations">${icon('plug', 's')}My integrations</a>`);
    if (this.filters.active.length) return blank('filter', 'No ticket matches', 'Nothing has all of these filters and words.', html`<button class="btn" @click=${() => this.filters.clear()}>Clear the filters</button>`);
    if (this.saved.current) return blank('circle-check', `Nothing in “${this.saved.current.name}”`, 'When there is something in this view, it appears here by itself.');
    return blank('ticket', 'No tickets yet', 'They appear here as soon as a connected PSA has been read, or when you make one.');
  }
}
