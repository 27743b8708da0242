// @ts-check
import { html, nothing } from 'lit';
import { blank, Combobox, icon } from '@mo/shell';
import { choices, records } from '../lists.js';

const EMPTY = { name: '', types: [], queues: [], organizations: [], words: [], suggest: [], search: [] };
const KINDS = { password: 'Password', checklistTemplate: 'Checklist' };
const list = (/** @type {string} */ text) => text.split(',').map(one => one.trim()).filter(Boolean);

/** Which documentation is suggested for which tickets. */
export class Rules {
  isOpen = false;
  busy = false;
  problem = '';
  /** @type {any} */
  #rule;
  #at = -1;
  /** @type {Record<string, string>} what was picked is called */
  #names = {};

  /** @param {import('./settings.js').SettingsView} view */
  constructor(view) {
    this.view = view;
    const { api } = view.ctx;
    const box = (/** @type {string} */ name, /** @type {string} */ label, /** @type {(typed: string) => Promise<any[]>} */ find) => new Combobox({ label, placeholder: 'Add…', find, draw: () => view.draw(), taken: found => found && this.#add(name, found) });
    this.boxes = { types: box('types', 'Ticket types', typed => choices(api, 'type', typed)), queues: box('queues', 'Queues', typed => choices(api, 'queue', typed)), organizations: box('organizations', 'Companies', typed => records(api, 'organization', typed)) };
    this.document = box('suggest', 'Documents, passwords and checklists', typed => this.#documents(typed));
  }

  /** @param {string} typed */
  async #documents(typed) {
    const { items, why } = await this.view.ctx.api(`/api/ticket-settings/documentation?${new URLSearchParams({ q: typed })}`);
    if (why) throw new Error(why);
    return items.map((/** @type {any} */ one) => ({ id: one.id, label: one.name, note: [one.kind || KINDS[/** @type {'password'} */ (one.type)], one.customer].filter(Boolean).join(' · '), value: { type: one.type, id: one.id } }));
  }

  /** @param {any} value an id, a word, or a record */
  #called(value) {
    const id = value.id ?? value;
    return this.#names[id] ?? this.view.settings.names[id] ?? (value.id ? 'Something that you can’t see' : /^\d{12,}$/.test(value) ? 'A company that you can’t see' : value);
  }

  /** @param {string} name @param {any} found */
  #add(name, found) {
    const value = { organizations: found.id, suggest: found.value }[name] ?? found.label;
    this.#names[found.id] = found.label;
    const has = this.#rule[name].some((/** @type {any} */ one) => (one.id ?? one) === (value.id ?? value));
    if (!has) this.#rule = { ...this.#rule, [name]: [...this.#rule[name], value] };
    this.view.draw();
  }

  /** @param {number} at -1 for a new one */
  #begin(at) {
    this.#at = at;
    this.#rule = at < 0 ? EMPTY : this.view.settings.rules[at];
    Object.assign(this, { isOpen: true, problem: '' });
    this.view.draw();
  }

  /** @param {any[]} rules */
  async #keep(rules) {
    Object.assign(this, { busy: true, problem: '' });
    this.view.draw();
    try {
      this.view.settings = await this.view.ctx.api('/api/ticket-settings', { method: 'PUT', json: { rules }, headers: { 'If-Match': `"${this.view.settings.version}"` } });
      this.isOpen = false;
    } catch (error) {
      this.problem = /** @type {Error} */ (error).message;
    }
    this.busy = false;
    this.view.draw();
  }

  #save(/** @type {SubmitEvent} */ event) {
    event.preventDefault();
    const data = new FormData(/** @type {HTMLFormElement} */ (event.target));
    const rule = { ...this.#rule, name: String(data.get('name')).trim(), words: list(String(data.get('words'))), search: list(String(data.get('search'))) };
    const { rules } = this.view.settings;
    return this.#keep(this.#at < 0 ? [...rules, rule] : rules.with(this.#at, rule));
  }

  /** @param {number} at */
  async #remove(at) {
    const { rules } = this.view.settings;
    await this.#keep(rules.toSpliced(at, 1));
    if (!this.problem) this.view.ctx.toast(`The rule “${rules[at].name}” is removed.`, 'ok', { label: 'Undo', run: () => this.#keep(rules) });
  }

  template() {
    if (this.isOpen) return this.#form();
    const { rules } = this.view.settings;
    const problem = this.problem ? html`<div class="note danger" role="alert">${icon('circle-alert')}<span>${this.problem}</span></div>` : nothing;
    if (!rules.length) return html`${problem}${blank('book-open', 'No rules yet', 'A rule suggests documentation beside tickets of a type, a queue, a company, or with words in them. What the customer has is suggested without rules.', html`<button class="btn primary" @click=${() => this.#begin(-1)}>${icon('plus', 's')}New rule</button>`)}`;
    return html`${problem}<ul class="lines">${rules.map((/** @type {any} */ rule, /** @type {number} */ at) => html`<li class="row wrap strip"><span class="strong">${rule.name}</span><span class="muted sm grow">${said(rule, value => this.#called(value))}</span>
      <button class="btn xs" @click=${() => this.#begin(at)}>Edit</button><button class="btn ghost icon xs" aria-label="Remove ${rule.name}" @click=${() => this.#remove(at)}>${icon('trash-2', 's')}</button></li>`)}</ul>
      <div class="strip"><button class="btn" @click=${() => this.#begin(-1)}>${icon('plus', 's')}New rule</button></div>`;
  }

  #form() {
    const rule = this.#rule;
    const chips = (/** @type {string} */ name) => rule[name].map((/** @type {any} */ value) => html`<span class="pill plain">${this.#called(value)}<button type="button" class="btn ghost icon xs" aria-label="Take ${this.#called(value)} away" @click=${() => { this.#rule = { ...rule, [name]: rule[name].filter((/** @type {any} */ other) => other !== value) }; this.view.draw(); }}>${icon('x', 's')}</button></span>`);
    return html`<form class="fields" style="padding:12px" @submit=${(/** @type {SubmitEvent} */ e) => this.#save(e)}>
      <div class="field whole"><label for="rule-name">Name</label><input class="input" id="rule-name" name="name" required maxlength="200" .value=${rule.name}></div>
      <h3 class="whole">Beside tickets</h3>${Object.entries(this.boxes).map(([name, box]) => html`<div class="field"><label for="rule-${name}">${box.how.label}</label>${box.template('', { id: `rule-${name}` })}<div class="row wrap">${chips(name)}</div></div>`)}
      <div class="field"><label for="rule-words">With one of these words</label><input class="input" id="rule-words" name="words" placeholder="vpn, firewall" .value=${rule.words.join(', ')}></div>
      <h3 class="whole">it suggests</h3><div class="field whole"><label for="rule-suggest">${this.document.how.label}</label>${this.document.template('', { id: 'rule-suggest' })}<div class="row wrap">${chips('suggest')}</div></div><div class="field whole"><label for="rule-search">Documentation of the company whose names begin with</label><input class="input" id="rule-search" name="search" placeholder="Network, Firewall" .value=${rule.search.join(', ')}></div>
      ${this.problem ? html`<div class="note danger whole" role="alert">${icon('circle-alert')}<span>${this.problem}</span></div>` : nothing}
      <div class="row whole"><button class="btn primary" ?disabled=${this.busy}>Save</button><button type="button" class="btn" @click=${() => { this.isOpen = false; this.view.draw(); }}>Cancel</button></div></form>`;
  }
}

/** @param {any} rule @param {(value: any) => string} called */
function said({ types, queues, organizations, words, search, suggest }, called) {
  const where = [types.length ? `type ${types.join(', ')}` : '', queues.length ? `queue ${queues.join(', ')}` : '', organizations.length ? organizations.map(called).join(', ') : '', words.length ? `words ${words.join(', ')}` : ''].filter(Boolean);
  return `${where.join(' · ') || 'every ticket'} → ${[...suggest.map(called), ...search.map((/** @type {string} */ one) => `“${one}…”`)].join(', ')}`;
}
