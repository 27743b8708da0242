// @ts-check
import { html, nothing } from 'lit';
import { Combobox, icon, tabs } from '@mo/shell';
import { Drafts } from '../drafts.js';
import { choices, legal } from '../lists.js';
import { localMinute } from '../values.js';
import { Writing } from '../writing.js';

/** A new note, which the server keeps as a draft while it is written. */
export class NoteForm {
  isOpen = false;
  busy = false;
  problem = '';
  /** @type {Record<string, string>} */
  wrong = {};
  /** @type {any} */
  given = {};
  /** @type {any[]} */
  macros = [];

  /** @param {import('./ticket.js').TicketView} view */
  constructor(view) {
    this.view = view;
    const { api } = view.ctx;
    this.writing = new Writing(view, { label: 'Comments', changed: html => this.#give({ text: html }), files: files => view.side.attachments.upload(files) });
    this.type = new Combobox({ label: 'Type', find: typed => choices(api, '/api/ticket-notes/options/type', typed),
      draw: () => view.draw(), taken: found => this.#give({ type: found && /** @type {any} */ (found).value }) });
    this.status = new Combobox({ label: 'Status', find: typed => legal(api, [view.id], typed), draw: () => view.draw(), taken: found => this.#give({ status: found && /** @type {any} */ (found).value }) });
  }

  async open() {
    if (this.isOpen) return;
    if (!this.view.may.note) return this.view.ctx.toast(this.view.why('note'), 'warn');
    this.given = this.view.drafts.get('note') ?? {};
    this.isOpen = true;
    this.writing.open(this.given.text ?? '');
    this.view.presence.writing(true);
    this.macros = (await this.view.ctx.api('/api/note-macros').catch(() => ({ items: [] }))).items;
    this.view.draw();
  }

  /** The draft as it is kept now. */
  show() {
    this.#close(true);
    return this.open();
  }

  /** @param {boolean} keeps the draft */
  #close(keeps) {
    Object.assign(this, { isOpen: false, problem: '', wrong: {} });
    if (!keeps) {
      this.view.drafts.remove('note');
      this.given = {};
    }
    this.writing.close();
    this.view.presence.writing(false);
  }

  #discard() {
    const { given } = this;
    this.#close(false);
    if (given.text) this.view.ctx.toast('The note is thrown away.', 'ok', { label: 'Undo', run: () => { this.view.drafts.set('note', given); this.open(); } });
  }

  /** @param {any} more */
  #give(more) {
    this.given = { ...this.given, ...more, sent: undefined };
    this.view.drafts.set('note', this.given);
    this.view.draw();
  }

  /** @param {string} id */
  async #macro(id) {
    if (!id) return;
    try {
      const zone = encodeURIComponent(Intl.DateTimeFormat().resolvedOptions().timeZone);
      const filled = await this.view.ctx.api(`${this.view.path}/macros/${id}?zone=${zone}`, { method: 'POST' });
      this.writing.set(`${this.writing.html}${filled.html}`);
      const word = (/** @type {string} */ label) => ({ key: label.toLowerCase(), label });
      this.#give({ text: this.writing.html, internal: filled.internal || Boolean(this.given.internal), ...(filled.type ? { type: word(filled.type) } : {}), ...(filled.status ? { status: word(filled.status) } : {}) });
      if (filled.without) this.view.ctx.toast(filled.without, 'warn');
    } catch (error) {
      this.view.ctx.toast(/** @type {Error} */ (error).message, 'danger');
    }
  }

  async #send() {
    if (!this.writing.html) {
      this.wrong = { text: 'is empty: write what was done or said' };
      return this.view.draw();
    }
    Object.assign(this, { busy: true, problem: '', wrong: {} });
    this.view.draw();
    this.given = Drafts.sending(this.given, () => this.#body());
    const { key, sent } = this.given;
    await this.view.drafts.now('note', this.given);
    try {
      const saved = await this.view.ctx.api(`${this.view.path}/notes`, { method: 'POST', json: sent, headers: { 'Idempotency-Key': key } });
      this.#close(false);
      this.#told(saved);
    } catch (error) {
      if (this.view.ctx.signal.aborted) return;
      Object.assign(this, { ...Drafts.refused(this.given, error), wrong: /** @type {any} */ (error).fields ?? {} });
    }
    this.busy = false;
    this.view.draw();
  }

  #body() {
    const { date, type, status, internal = false } = this.given;
    return { ...(date ? { date: new Date(date).toISOString() } : {}), ...(type ? { type } : {}), ...(status ? { status } : {}), internal, text: this.writing.html };
  }

  /** @param {any} saved */
  #told(saved) {
    const bad = saved.systems?.find((/** @type {any} */ s) => s.state !== 'saved');
    this.view.ctx.toast(bad ? `The note is here; ${bad.system}: ${bad.reason || 'on its way'}` : 'The note is added.', bad?.state === 'refused' ? 'danger' : 'ok');
    this.view.activities.stale();
    this.view.read();
  }

  template() {
    if (!this.isOpen) return nothing;
    const now = localMinute(new Date().toISOString());
    return html`<form class="noteform" aria-label="New note" novalidate @submit=${(/** @type {Event} */ e) => { e.preventDefault(); this.#send(); }}
        @keydown=${(/** @type {KeyboardEvent} */ e) => e.key === 'Enter' && (e.ctrlKey || e.metaKey) && this.#send()}>
      ${tabs('New note', [{ id: 'note-details', title: 'Note Details' }], 'note-details', () => undefined)}
      <div class="body fields" role="tabpanel" aria-labelledby="tab-note-details"><div class="field"><label for="note-macro">Template macro</label><select class="input" id="note-macro" @change=${(/** @type {any} */ e) => this.#macro(e.target.value)}>
          <option value="">${this.macros.length ? 'None' : 'There are none yet'}</option>${this.macros.map(m => html`<option value=${m.id}>${m.name}</option>`)}</select></div>
        <div class="field"><label for="note-date">Date</label><input class="input" type="datetime-local" id="note-date" .value=${this.given.date ?? now} @change=${(/** @type {any} */ e) => this.#give({ date: e.target.value })}>${this.#wrong('date')}</div>
        <div class="field"><label for="note-type">Type</label>${this.type.template(this.given.type?.label ?? '', { id: 'note-type' })}${this.#wrong('type')}</div>
        <div class="field"><label for="note-status">Status</label>${this.status.template(this.given.status?.label ?? this.view.ticket.fields.status?.label ?? '', { id: 'note-status' })}${this.#wrong('status')}</div>
        <div class="field whole"><span class="label">Comments</span>${this.writing.template()}${this.#wrong('text')}</div>
        <label class="check whole"><input type="checkbox" role="switch" .checked=${Boolean(this.given.internal)} @change=${(/** @type {any} */ e) => this.#give({ internal: e.target.checked })}>Internal Note<span class="muted sm">${this.given.internal ? 'The customer won\'t see it' : 'The customer may see it'}</span></label>
        ${this.problem ? html`<div class="note danger whole" role="alert">${icon('circle-alert')}<span>${this.problem}</span></div>` : nothing}
        <div class="row whole"><button class="btn primary" ?disabled=${this.busy} title="Ctrl Enter">${this.busy ? 'Saving…' : this.given.internal ? 'Add internal note' : 'Add note'}</button><button type="button" class="btn" @click=${() => this.#close(true)}>Put aside</button>
          <button type="button" class="btn ghost" @click=${() => this.#discard()}>Throw away</button></div></div></form>`;
  }

  /** @param {string} name */
  #wrong(name) {
    return this.wrong[name] ? html`<span class="wrong" role="alert">It ${this.wrong[name]}.</span>` : nothing;
  }
}
