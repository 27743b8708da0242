// @ts-check
import { html, nothing } from 'lit';
import { blank, failure, icon, pill, since, skeleton } from '@mo/shell';
import { Picker } from './picker.js';

const PART = 30;
/** As many as the server gives at once; what comes after follows when these are answered. */
const MOST = 200;
const KINDS = { match: ['Match', 'info'], conflict: ['Conflict', 'warn'], refused: ['Refused', 'danger'], brake: ['Brake', 'warn'] };
/** What tells people two records apart, by type. */
const TELLING = {
  organization: ['name', 'shortName', 'type', 'status', 'website'],
  location: ['name', 'address1', 'city', 'postalCode', 'phone', 'organization'],
  contact: ['name', 'firstName', 'lastName', 'title', 'primaryEmail', 'primaryPhone', 'organization'],
  configuration: ['name', 'type', 'serial', 'mac', 'primaryIp', 'operatingSystem', 'organization'],
};
const LABELS = { shortName: 'Short name', address1: 'Address', postalCode: 'Zip', firstName: 'First name', lastName: 'Last name', primaryEmail: 'E-mail',
  primaryPhone: 'Phone', serial: 'Serial number', mac: 'MAC address', primaryIp: 'Primary IP', operatingSystem: 'Operating system' };
const label = (/** @type {string} */ name) => LABELS[/** @type {keyof LABELS} */ (name)] ?? name[0].toUpperCase() + name.slice(1);

/** What waits for a person, each with its reason, its sides next to each other, and what may be answered. */
export class Questions {
  /** @type {any[] | undefined} */
  items;
  /** @type {string | null} */
  next = null;
  /** How many are to be shown. */
  wanted = PART;
  /** @type {any} */
  error;
  /** @type {Set<string>} */
  busy = new Set();
  /** @type {Map<string, string>} by question, why the last answer wasn't taken */
  refused = new Map();
  /** @type {Map<string, Picker>} */
  pickers = new Map();

  /** @type {Map<string, string>} names of our records that others refer to, by path; each is read once */
  names = new Map();

  /** @param {any} ctx @param {() => void} draw */
  constructor(ctx, draw) {
    this.ctx = ctx;
    this.draw = draw;
  }

  async read() {
    try {
      const answer = await this.ctx.api(`/api/sync/questions?limit=${Math.min(MOST, this.wanted)}`);
      this.items = answer.items;
      this.next = answer.next;
      this.error = undefined;
    } catch (error) {
      if (!this.ctx.signal.aborted) this.error = error;
    }
    this.draw();
  }

  /** @param {any} question @param {string} key */
  async answer(question, key) {
    this.busy.add(question.id);
    this.refused.delete(question.id);
    this.draw();
    try {
      await this.ctx.api(`/api/sync/questions/${encodeURIComponent(question.id)}/answer`, { method: 'POST', json: { answer: key } });
      this.items = this.items?.filter(one => one.id !== question.id);
      this.ctx.toast('Answered. The sync goes on with it.');
    } catch (error) {
      if (!this.ctx.signal.aborted) this.refused.set(question.id, /** @type {Error} */ (error).message);
    }
    this.busy.delete(question.id);
    await this.read();
  }

  template() {
    if (this.error && !this.items) return failure(this.error, () => this.read());
    if (!this.items) return skeleton(6);
    if (!this.items.length) return blank('circle-check', 'Nothing waits for you', 'Records that can\'t be matched safely, and edits that a system refuses, are listed here with their reason.');
    return html`<ul class="tiles">${this.items.map(q => this.#question(q))}</ul>${this.next ? this.#rest() : nothing}`;
  }

  #rest() {
    const more = () => {
      this.wanted += PART;
      this.read();
    };
    if (this.wanted >= MOST) return html`<p class="muted">There are more; they follow when these are answered.</p>`;
    return html`<div><button class="btn" @click=${more}>${icon('chevron-down')}Show more</button></div>`;
  }

  /** @param {any} q */
  #question(q) {
    const [kind, colour] = KINDS[/** @type {keyof KINDS} */ (q.kind)] ?? [q.kind, ''];
    const title = q.sides[0]?.fields.name ?? [q.sides[0]?.fields.firstName, q.sides[0]?.fields.lastName].filter(Boolean).join(' ');
    return html`<li tabindex="-1" data-step><div class="card"><header>${pill(kind, colour)}<h2>${q.record ? html`<a href="/${q.type}s/${q.record}">${title || 'Without a name'}</a>` : title || 'Without a name'}</h2><span class="muted sm">${q.type ?? ''}</span>
        <span class="grow"></span><time class="muted sm" datetime=${q.since}>${since(q.since)}</time></header>
      <div class="body stack"><p>${q.text}</p>${this.#sides(q)}
        ${this.refused.has(q.id) ? html`<div class="note danger" role="alert">${icon('circle-alert')}<span>${this.refused.get(q.id)}</span></div>` : nothing}
        ${this.#mayAnswer ? this.#answers(q) : html`<p class="muted sm">Somebody with the right to match decides this.</p>`}</div></div></li>`;
  }

  /** A match is answered below the record that it is with; the rest stands in a row. @param {any} q */
  #answers(q) {
    const rest = q.answers.filter((/** @type {any} */ a) => !q.sides.some((/** @type {any} */ side) => a.key === `match:${side.id}`));
    // one of ours that a system lacks is matched where that system's own record asks
    const picks = q.kind === 'match' && q.type === 'organization' && !q.record;
    return html`<div class="row wrap">${rest.map((/** @type {any} */ a) => this.#button(q, a.key, a.label))}
      ${picks ? html`<button class="btn ghost" aria-expanded=${this.pickers.has(q.id)} @click=${(/** @type {Event} */ e) => this.#pick(q, e)}>${icon('search', 's')}Match with another…</button>` : nothing}</div>
      ${this.pickers.get(q.id)?.template() ?? nothing}`;
  }

  /** @param {any} q @param {string} key @param {string} words @param {{kind?: string, spoken?: string}} [how] spoken: where the words alone don't tell */
  #button(q, key, words, { kind = '', spoken = '' } = {}) {
    return html`<button class="btn ${kind}" aria-label=${spoken || nothing} ?disabled=${this.busy.has(q.id)} @click=${() => this.answer(q, key)}>${words}</button>`;
  }

  /** What is there, next to each other; what differs is bold. @param {any} q */
  #sides(q) {
    const all = q.sides;
    if (!all.length) return nothing;
    const names = (TELLING[/** @type {keyof TELLING} */ (all[0].type)] ?? []).filter(name => all.some((/** @type {any} */ side) => plain(side.fields[name])));
    const matches = this.#mayAnswer ? all.filter((/** @type {any} */ side) => q.answers.some((/** @type {any} */ a) => a.key === `match:${side.id}`)) : [];
    const match = (/** @type {any} */ side) => (matches.includes(side) ? this.#button(q, `match:${side.id}`, 'Match with this', {
      kind: matches.length === 1 ? 'primary' : '', spoken: `Match with this: ${side.fields.name ?? side.id}` }) : nothing);
    return html`<div class="scroll"><table class="grid sides"><thead><tr><td></td>${all.map(head)}</tr></thead>
      <tbody>${names.map(name => html`<tr><th scope="row">${label(name)}</th>${all.map((/** @type {any} */ side) => this.#cell(side, name, differ(all, name)))}</tr>`)}
      ${matches.length ? html`<tr><td></td>${all.map((/** @type {any} */ side) => html`<td>${match(side)}</td>`)}</tr>` : nothing}</tbody></table></div>`;
  }

  /** @param {any} side @param {string} name @param {boolean} differs */
  #cell(side, name, differs) {
    const value = side.fields[name];
    if (foreign(side, value)) return html`<td class="faint" title="Known under this id only in ${side.system}; not compared">id ${value.id}</td>`;
    return html`<td class=${differs ? 'strong' : 'muted'}>${refers(value) ? this.#name(value) : plain(value) || '–'}</td>`;
  }

  /** @param {{type: string, id: string}} ref to a record of ours */
  #name(ref) {
    const path = `/${ref.type}s/${ref.id}`;
    if (!this.names.has(path)) this.#ask(path);
    return html`<a href=${path}>${this.names.get(path)}</a>`;
  }

  /** @param {string} path */
  async #ask(path) {
    this.names.set(path, '…');
    this.names.set(path, await this.ctx.api(`/api${path}`).then((/** @type {any} */ record) => record.fields.name ?? 'Without a name', () => 'unknown'));
    this.draw();
  }

  get #mayAnswer() {
    return this.ctx.user.rights.includes('sync.match');
  }

  /** Opened, the picker has the focus; closed by Escape, its button has it again. @param {any} q @param {Event} event */
  #pick(q, event) {
    const button = /** @type {HTMLElement} */ (event.currentTarget);
    const close = () => {
      this.pickers.delete(q.id);
      this.draw();
    };
    if (this.pickers.has(q.id)) return close();
    const picker = new Picker(this.ctx, q.id, { chosen: id => this.answer(q, `match:${id}`), draw: this.draw, left: () => {
      button.focus();
      close();
    } });
    this.pickers.set(q.id, picker);
    this.draw();
    picker.search('');
    requestAnimationFrame(() => /** @type {HTMLElement | null | undefined} */ (button.closest('li')?.querySelector('input[type=search]'))?.focus());
  }
}

/** @param {any} side */
const head = side => html`<th scope="col">${side.system === 'Mortise' ? html`<a href="/${side.type}s/${side.id}">Mortise</a>` : side.system}</th>`;

/** @param {any[]} all @param {string} name */
const differ = (all, name) => new Set(all.filter(side => !foreign(side, side.fields[name])).map(side => bare(plain(side.fields[name])))).size > 1;

/** Letter case and how an address of the web begins or ends make no difference. @param {string} text */
const bare = text => text.trim().toLowerCase().replace(/^https?:\/\//, '').replace(/^www\./, '').replace(/\/$/, '');

/** @param {any} value */
const refers = value => Boolean(value?.type && value.id);

/** Whether it refers to a record by an id that only the side's own system knows. @param {any} side @param {any} value */
const foreign = (side, value) => refers(value) && side.system !== 'Mortise';

/** @param {any} value @returns {string} */
const plain = value => (value === null || value === undefined ? '' : `${value.label ?? value.id ?? value}`);
