// @ts-check
import { html, nothing } from 'lit';
import { Combobox, icon, whole } from '@mo/shell';
import { choices, legal, records } from '../lists.js';

const FIELDS = [['status', 'Status'], ['priority', 'Priority'], ['queue', 'Queue'], ['assignee', 'Assignee']];

/** Several tickets changed at once, each by its own request: what one refuses, the others don't miss. */
export class Bulk {
  /** @type {Set<string>} */
  #ids = new Set();
  /** @type {{done: number, of: number, failed: {item: any, why: string}[]} | undefined} */
  #work;

  /** @param {import('./list.js').ListView} list */
  constructor(list) {
    this.list = list;
    const { api } = list.ctx;
    this.boxes = FIELDS.map(([name, label]) => new Combobox({
      label: `Set ${label.toLowerCase()}`,
      placeholder: `Set ${label.toLowerCase()}…`,
      find: typed => {
        if (name === 'status') return legal(api, [...this.#ids], typed);
        return name === 'assignee' ? records(api, 'user', typed) : choices(api, name, typed);
      },
      draw: () => list.draw(),
      taken: found => found && this.change(this.#chosen, { [name]: /** @type {any} */ (found).value }, `${label}: ${found.label}`),
    }));
  }

  get #chosen() {
    return this.list.items.filter(item => this.#ids.has(item.id));
  }

  /** @param {string} id */
  has(id) {
    return this.#ids.has(id);
  }

  /** @param {string} id */
  toggle(id) {
    if (!this.#ids.delete(id)) this.#ids.add(id);
    this.#work = undefined;
    this.list.draw();
  }

  all() {
    const every = this.list.items.length > 0 && this.list.items.every(item => this.#ids.has(item.id));
    const set = (/** @type {any} */ e) => {
      this.#ids = new Set(e.target.checked ? this.list.items.map(item => item.id) : []);
      this.list.draw();
    };
    return html`<input type="checkbox" aria-label="Choose all that are loaded" .checked=${every} @change=${set}>`;
  }

  /** From the keyboard: the ticket at hand, unless some are chosen. @param {string} id */
  begin(id) {
    if (!this.#ids.size) this.#ids.add(id);
    this.list.draw();
    requestAnimationFrame(() => /** @type {HTMLElement} */ (this.list.el.querySelector('.bulk input'))?.focus());
  }

  /** @param {any[]} items */
  async assignToMe(items) {
    const me = await this.list.ctx.api('/api/tickets/people?me=true').catch(() => ({ items: [] }));
    const [mine] = me.items;
    if (!mine) return this.list.ctx.toast('Your user isn\'t linked to a person of the PSA, so nothing can be assigned to you.', 'warn');
    return this.change(this.#ids.size ? this.#chosen : items, { assignee: { type: 'user', id: mine.id } }, 'Assigned to you');
  }

  /** @param {any[]} items @param {Record<string, any>} fields @param {string} what */
  async change(items, fields, what) {
    /** @type {any[]} */
    const before = items.map(item => ({ ...item, fields: Object.fromEntries(Object.keys(fields).map(name => [name, item.fields[name] ?? null])) }));
    const versions = await this.#run(items, () => fields);
    if (!this.#work?.failed.length) this.#work = undefined;
    const changed = before.filter(one => versions.has(one.id)).map(one => ({ ...one, version: versions.get(one.id) }));
    const [only] = items;
    if (changed.length) this.list.ctx.toast(`${what}: ${items.length === 1 ? only.fields.number ?? 'one ticket' : `${whole(changed.length)} tickets`}.`, 'ok', { label: 'Undo', run: () => this.#undo(changed) });
    this.list.draw();
  }

  /** @param {any[]} items @param {(item: any) => Record<string, any>} fieldsOf @returns {Promise<Map<string, number>>} the versions of those that were changed */
  async #run(items, fieldsOf) {
    const versions = new Map();
    const work = { done: 0, of: items.length, failed: /** @type {{item: any, why: string}[]} */ ([]) };
    this.#work = work;
    for (const item of items) {
      try {
        const now = await this.list.ctx.api(`/api/tickets/${item.id}`, { method: 'PATCH', json: { fields: fieldsOf(item) }, headers: { 'If-Match': `"${item.version}"` } });
        this.#took(item, now);
        if (now.kept) versions.set(item.id, now.version);
        else work.failed.push({ item, why: now.systems.map((/** @type {any} */ s) => s.reason).filter(Boolean).join(' ') });
      } catch (error) {
        work.failed.push({ item, why: /** @type {Error} */ (error).message });
      }
      work.done++;
      this.list.draw();
    }
    return versions;
  }

  /** @param {any} item @param {any} now */
  #took(item, now) {
    this.list.items = this.list.items.map(one => (one.id === item.id ? { ...one, version: now.version, fields: now.fields, names: { ...one.names, ...now.names } } : one));
    this.list.rows.set(this.list.items);
  }

  /** Also of those that the view doesn't show any more. @param {any[]} before with what stood there, at the version that the change gave them */
  async #undo(before) {
    await this.#run(before, item => item.fields);
    if (!this.#work?.failed.length) this.#work = undefined;
    this.list.draw();
  }

  bar() {
    if (!this.#ids.size) return nothing;
    const work = this.#work;
    return html`<div class="bulk card" role="region" aria-label="Chosen tickets"><span class="strong">${whole(this.#ids.size)} chosen</span>
      ${work && work.done < work.of ? html`<span role="status" class="muted">${work.done} of ${work.of} saved…</span>` : this.boxes.map(box => html`<div style="width:150px">${box.template('')}</div>`)}
      <button class="btn" @click=${() => this.assignToMe(this.#chosen)}>Assign to me</button><span class="grow"></span>
      <button class="btn ghost icon" aria-label="Choose none" @click=${() => { this.#ids.clear(); this.#work = undefined; this.list.draw(); }}>${icon('x', 's')}</button>
      ${work?.failed.length && work.done === work.of ? html`<div class="note danger" role="alert" style="flex-basis:100%">${icon('circle-alert')}<div>${work.failed.length} of ${work.of} couldn't be changed:
        <ul>${work.failed.slice(0, 5).map(({ item, why }) => html`<li><a href="/tickets/${item.id}">${item.fields.number ?? item.fields.title}</a>: ${why}</li>`)}</ul></div></div>` : nothing}</div>`;
  }
}
