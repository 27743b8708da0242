// @ts-check
import { html, nothing } from 'lit';
import { blank, failure, icon, skeleton, throttled } from '@mo/shell';
import { Later } from '../later.js';
import { entry } from './entry.js';
import { History } from './history.js';

const KINDS = [['note', 'Notes'], ['time', 'Time'], ['status', 'Status'], ['change', 'Changes'], ['email', 'E-mail'], ['attachment', 'Attachments']];
const PAUSE = 200;
const BREATH = 1000;
const PART = 50;
/** As many as the server gives at once. */
const MOST = 200;

/** Everything that was said, done and changed, newest first. */
export class Activities {
  /** @type {any[]} */
  items = [];
  /** @type {string | null} */
  next = null;
  /** @type {any} */
  error;
  loading = true;
  /** @type {Set<string>} none is all */
  #kinds = new Set();
  #words = '';
  #timer = 0;
  #asked = 0;
  #begun = false;
  #fresh = throttled(() => this.#read(), BREATH);

  /** @param {import('./ticket.js').TicketView} view */
  constructor(view) {
    this.view = view;
    this.note = new Later(async () => new (await import('./noteform.js')).NoteForm(view), view);
    this.edit = new Later(async () => new (await import('./noteedit.js')).NoteEdit(view), view);
    this.history = new History(view);
  }

  start() {
    this.#begun = true;
    this.#fresh();
    if (this.view.drafts.get('note')) this.note.use(form => form.open());
    this.resume();
  }

  /** An edit of a note that was left half done. */
  resume() {
    if (this.view.drafts.all('note.').length) this.edit.use(form => form.resume());
  }

  destroy() {
    clearTimeout(this.#timer);
  }

  /** Something has changed. While much does, that is read again and again, not put off until it ends. */
  stale() {
    if (this.#begun) this.#fresh();
  }

  addNote() {
    this.view.choose('activities');
    return this.note.use(form => form.open());
  }

  async #read(after = '') {
    const mine = ++this.#asked;
    const query = new URLSearchParams({ limit: `${after ? PART : Math.max(PART, Math.min(MOST, this.items.length))}` });
    if (this.#kinds.size) query.set('types', [...this.#kinds].join(','));
    if (this.#words.trim()) query.set('q', this.#words.trim());
    if (after) query.set('after', after);
    try {
      const { items, next } = await this.view.ctx.api(`${this.view.path}/activities?${query}`);
      if (mine !== this.#asked) return;
      Object.assign(this, { items: after ? [...this.items, ...items] : items, next, error: undefined });
    } catch (error) {
      if (this.view.ctx.signal.aborted) return;
      this.error = error;
    }
    this.loading = false;
    this.view.draw();
  }

  /** @param {string} kind "" for all */
  #only(kind) {
    if (!kind) this.#kinds.clear();
    else if (!this.#kinds.delete(kind)) this.#kinds.add(kind);
    this.view.draw();
    this.#read();
  }

  /** @param {string} words */
  #search(words) {
    this.#words = words;
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.#read(), PAUSE);
  }

  /** @param {any} item one's own to correct */
  #correct({ type, record }) {
    return type === 'time' ? this.view.timeLog.use(log => log.correct(record)) : this.edit.use(form => form.begin(record));
  }

  template() {
    return html`<div class="row wrap strip"><div class="row wrap" role="group" aria-label="Kinds of activity"><button class="btn xs ${this.#kinds.size ? 'ghost' : ''}" aria-pressed=${!this.#kinds.size} @click=${() => this.#only('')}>All</button>
        ${KINDS.map(([id, label]) => html`<button class="btn ghost xs" aria-pressed=${this.#kinds.has(id)} @click=${() => this.#only(id)}>${label}</button>`)}</div><span class="grow"></span>
        <div class="row"><input class="input" type="search" style="width:170px" placeholder="Search activity  ( / )" aria-label="Search activities" .value=${this.#words} @input=${(/** @type {any} */ e) => this.#search(e.target.value)}>
        <button class="btn new" popovertarget="activity-new" ?disabled=${!this.view.may.note && !this.view.may.time} title=${this.view.why('note') || nothing}>${icon('plus', 's')}New</button>
        <div class="pop menu" id="activity-new" popover><button popovertarget="activity-new" popovertargetaction="hide" ?disabled=${!this.view.may.note} @click=${() => this.addNote()}>${icon('message-square')}<span class="grow">Add note</span><span class="kbd">n</span></button>
          <button popovertarget="activity-new" popovertargetaction="hide" ?disabled=${!this.view.may.time} @click=${() => this.view.logTime()}>${icon('clock')}<span class="grow">Log time</span><span class="kbd">l</span></button></div></div></div>
      ${this.note.now?.template() ?? nothing}${this.edit.now?.template() ?? nothing}${this.#log()}`;
  }

  #log() {
    if (this.error && !this.items.length) return failure(this.error, () => this.#read());
    if (this.loading) return skeleton(5);
    if (!this.items.length) return this.#kinds.size || this.#words ? blank('filter', 'Nothing like that here', 'No activity is of these kinds and has these words.') : blank('message-square', 'Nothing has happened yet');
    return html`${this.error ? html`<div class="note danger" role="alert">${this.error.message}</div>` : nothing}<ol class="log" aria-label="Activities">${this.items.map(item => html`<li>${entry(item, one => this.#correct(one), this.history.template(item))}</li>`)}</ol>
      ${this.next ? html`<div class="row strip"><button class="btn" @click=${() => this.#read(String(this.next))}>${icon('chevron-down')}Earlier</button></div>` : nothing}`;
  }
}
