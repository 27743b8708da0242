// @ts-check
import { html, nothing } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { icon } from '@mo/shell';

const HEIGHT = 32;
const SPARE = 8;
/** When fewer than these rows are left below, more are asked for. */
const NEAR = 40;

/** Rows of one height, of which only those in sight are in the page, however many there are. */
export class Rows {
  /** @type {any[]} */
  #items = [];
  #top = 0;
  #height = 600;
  /** @type {HTMLElement | undefined} */
  #box;

  /** @param {{row: (item: any, at: number) => unknown, near: () => void, draw: () => void}} how */
  constructor(how) {
    this.how = how;
  }

  /** What is in sight stays where it is, whatever has come or gone above. @param {any[]} items */
  set(items) {
    const sight = this.#top > 0 ? this.#items.slice(this.#top, this.#top + Math.ceil(this.#height / HEIGHT)) : [];
    const places = new Map(items.map((item, at) => [item.id, at]));
    const anchor = sight.findIndex(item => places.has(item.id));
    this.#items = items;
    if (anchor < 0) return;
    const now = Number(places.get(sight[anchor].id)) - anchor;
    if (now === this.#top) return;
    const moved = (now - this.#top) * HEIGHT;
    this.#top = Math.max(0, now);
    requestAnimationFrame(() => this.#box?.scrollBy(0, moved));
  }

  toTop() {
    this.#top = 0;
    if (this.#box) this.#box.scrollTop = 0;
  }

  /** @param {Event} event */
  hasFocus(event) {
    const [at] = event.composedPath();
    return at === this.#box || (at instanceof HTMLElement && (at.dataset.row !== undefined || at === document.body));
  }

  /** So many are above and in sight. */
  get reached() {
    return this.#top + Math.ceil(this.#height / HEIGHT);
  }

  /** Do the keys go to this one? Its element may be another row's by now. @param {number} at */
  holds(at) {
    const page = /** @type {ShadowRoot | undefined} */ (this.#box?.getRootNode());
    return page?.activeElement instanceof HTMLElement && page.activeElement.dataset.row === String(at);
  }

  /** @param {number} at */
  focus(at) {
    const box = this.#box;
    if (!box) return;
    const y = at * HEIGHT;
    if (y < box.scrollTop) box.scrollTop = y;
    else if (y + HEIGHT * 2 > box.scrollTop + box.clientHeight) box.scrollTop = y + HEIGHT * 2 - box.clientHeight;
    requestAnimationFrame(() => /** @type {HTMLElement} */ (box.querySelector(`[data-row="${at}"]`))?.focus({ preventScroll: true }));
  }

  #scrolled = (/** @type {Event} */ event) => {
    const box = /** @type {HTMLElement} */ (event.currentTarget);
    this.#box = box;
    this.#height = box.clientHeight;
    const top = Math.floor(box.scrollTop / HEIGHT);
    if (top + this.#height / HEIGHT + NEAR > this.#items.length) this.how.near();
    if (top === this.#top) return;
    this.#top = top;
    this.how.draw();
  };

  /**
   * @param {{label: string, columns: any[], sort: string, sorted: (sort: string) => void, total?: {count: number, more: boolean}, selected: any}} about
   */
  template({ label, columns, sort, sorted, total, selected }) {
    const first = Math.max(0, this.#top - SPARE);
    const last = Math.min(this.#items.length, this.#top + Math.ceil(this.#height / HEIGHT) + SPARE);
    const grid = `28px ${columns.map(c => c.width).join(' ')}`;
    return html`<div class="vlist" role="table" aria-label=${label} aria-rowcount=${total && !total.more ? total.count + 1 : -1} style="--columns:${grid}" tabindex="-1" @scroll=${this.#scrolled}
      ${seen((/** @type {HTMLElement} */ el) => this.#seen(el))}>
      <div class="vhead" role="row" aria-rowindex="1"><span role="columnheader">${selected.all()}</span>${columns.map(c => head(c, sort, sorted))}</div>
      <div class="vbody" role="rowgroup" style="height:${this.#items.length * HEIGHT}px">${this.#items.slice(first, last).map((item, i) => html`
        <div role="row" aria-rowindex=${first + i + 2} class="vrow" style="top:${(first + i) * HEIGHT}px">${this.how.row(item, first + i)}</div>`)}</div></div>`;
  }

  /** @param {HTMLElement} el */
  #seen(el) {
    if (this.#box === el && this.#height === el.clientHeight) return;
    this.#box = el;
    this.#height = el.clientHeight || this.#height;
    this.how.draw();
  }
}

/** Hands the element over once it is drawn. @param {(el: HTMLElement) => void} found */
const seen = (/** @type {(el: HTMLElement) => void} */ found) => ref(el => el && requestAnimationFrame(() => found(/** @type {HTMLElement} */ (el))));

/** A click on the column that sorts already turns the order. @param {any} column @param {string} sort @param {(sort: string) => void} sorted */
function head(column, sort, sorted) {
  if (!column.sort) return html`<span role="columnheader">${column.label}</span>`;
  const mine = sort.replace('-', '') === column.sort;
  const down = sort.startsWith('-');
  const turn = () => sorted(mine ? (down ? column.sort : `-${column.sort}`) : ['title', 'number'].includes(column.sort) ? column.sort : `-${column.sort}`);
  return html`<span role="columnheader" aria-sort=${mine ? (down ? 'descending' : 'ascending') : nothing}><button type="button" @click=${turn}>${column.label}${mine ? icon(down ? 'chevron-down' : 'chevron-up', 's') : nothing}</button></span>`;
}
