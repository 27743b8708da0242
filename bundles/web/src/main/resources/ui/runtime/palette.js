// @ts-check
import { html, nothing, render } from 'lit';
import { api } from './api.js';
import { plugins } from './plugins.js';
import { router } from './router.js';
import { icon } from '../elements/icon.js';
import { dialog } from '../elements/dialog.js';

/** @typedef {{group: string, title: string, note?: string, icon?: string, run: () => void}} Hit */
const PAUSE = 120;
let open = false;

/** Search as you type, in everything that modules offer for searching, among pages and commands. @param {{title: string, icon: string, run: () => void}[]} own */
export async function palette(own) {
  if (open) return;
  open = true;
  try {
    const run = await dialog('Search or run', close => new Palette(own, close).el, { className: 'palette' });
    run?.();
  } finally {
    open = false;
  }
}

/** What somebody calls by its name comes before what only mentions it. @param {Hit[]} hits @param {string} words */
const begins = (hits, words) => hits.some(hit => [hit.title, ...(hit.note ?? '').split(' · ')].some(text => text.toLowerCase().startsWith(words.toLowerCase())));

class Palette {
  el = document.createElement('div');
  #words = '';
  #at = 0;
  #timer = 0;
  /** @type {Hit[]} */
  #found = [];
  #busy = false;

  /** @param {{title: string, icon: string, run: () => void}[]} own @param {(run?: () => void) => void} close */
  constructor(own, close) {
    this.own = own;
    this.close = close;
    this.#draw();
  }

  /** @returns {Hit[]} */
  get #hits() {
    const matches = (/** @type {{title: string}} */ hit) => hit.title.toLowerCase().includes(this.#words.toLowerCase());
    const pages = plugins.at('nav').map(p => ({ group: 'Pages', title: p.title, icon: p.icon, run: () => router.navigate(String(p.path)) }));
    const mine = plugins.at('menu').map(p => ({ group: 'Pages', title: `My Settings, ${p.title}`, icon: p.icon ?? 'settings', run: () => router.navigate(String(p.path)) }));
    const commands = plugins.at('command').map(c => ({ group: 'Commands', title: c.title, icon: c.icon ?? 'zap', run: () => plugins.run(c) }));
    return [...this.#found, ...[...pages, ...mine].filter(matches), ...[...commands, ...this.own.map(c => ({ ...c, group: 'Commands' }))].filter(matches)];
  }

  /** @param {string} words */
  #type(words) {
    this.#words = words.trim();
    this.#at = 0;
    clearTimeout(this.#timer);
    if (!this.#words) this.#found = [];
    else this.#timer = window.setTimeout(() => this.#search(this.#words), PAUSE);
    this.#busy = Boolean(this.#words);
    this.#draw();
  }

  /** @param {string} words */
  async #search(words) {
    const parts = await Promise.all(plugins.at('search').map(async search => {
      const { items } = await api(`${search.api}?limit=6&q=${encodeURIComponent(words)}`).catch(() => ({ items: [] }));
      return items.map((/** @type {any} */ item) => ({
        group: search.title,
        title: item.fields[String(search.name ?? 'name')] ?? item.id,
        note: (search.note ?? []).map(name => item.fields[name]?.label ?? item.fields[name]).filter(Boolean).join(' · '),
        icon: search.icon,
        run: () => router.navigate(String(search.path).replace('{id}', encodeURIComponent(item.id))),
      }));
    }));
    if (words !== this.#words) return;
    this.#found = parts.sort((a, b) => Number(begins(b, words)) - Number(begins(a, words))).flat();
    this.#busy = false;
    this.#draw();
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const count = this.#hits.length;
    if (event.key === 'ArrowDown') this.#at = (this.#at + 1) % Math.max(1, count);
    else if (event.key === 'ArrowUp') this.#at = (this.#at + count - 1) % Math.max(1, count);
    else if (event.key === 'Enter') return this.close(this.#hits[this.#at]?.run);
    else return;
    event.preventDefault();
    this.#draw();
    this.el.querySelector(`#hit-${this.#at}`)?.scrollIntoView({ block: 'nearest' });
  }

  #draw() {
    const hits = this.#hits;
    render(html`<div class="ask">${icon('search')}<input autofocus role="combobox" aria-label="Search or run" aria-expanded="true" aria-controls="hits"
        aria-activedescendant=${hits.length ? `hit-${this.#at}` : nothing} placeholder="Search records, pages and commands"
        @input=${(/** @type {any} */ e) => this.#type(e.target.value)} @keydown=${(/** @type {KeyboardEvent} */ e) => this.#key(e)}><span class="kbd">Esc</span></div>
      <div class="hits" id="hits" role="listbox" aria-label="Found">${hits.map((hit, i) => html`
        ${hit.group === hits[i - 1]?.group ? nothing : html`<div class="group" role="presentation">${hit.group}</div>`}
        <div role="option" id="hit-${i}" aria-selected=${i === this.#at} @click=${() => this.close(hit.run)}>${icon(hit.icon ?? 'puzzle')}<span class="trunc" style="flex:none;max-width:60%">${hit.title}</span><span class="trunc muted sm">${hit.note ?? ''}</span></div>`)}
        </div>${hits.length ? nothing : html`<p class="muted" style="padding:0 16px 16px" role="status">${this.#busy ? 'Searching…' : 'Nothing has this in its name.'}</p>`}`, this.el);
  }
}
