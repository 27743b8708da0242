// @ts-check
import { html, nothing } from 'lit';
import { Combobox, icon } from '@mo/shell';
import { choices } from '../lists.js';
import { rich } from '../values.js';
import { Writing } from '../writing.js';

/** How drafts of edits are called, before the id of the note. */
const DRAFT = 'note.';

/** A note that is there already, in change: kept as a draft like a new one, and saved against what stood there. */
export class NoteEdit {
  isOpen = false;
  busy = false;
  problem = '';
  /** @type {Record<string, string>} */
  wrong = {};
  /** id, version, by, was (internal), text, written and retyped (by this person), internal, type, publish. @type {any} */
  given = {};
  /** What somebody else made of it meanwhile. @type {any} */
  theirs;

  /** @param {import('./ticket.js').TicketView} view */
  constructor(view) {
    this.view = view;
    const { api } = view.ctx;
    this.writing = new Writing(view, { label: 'Text of the note', changed: text => this.#give({ text, written: true }), files: files => view.side.attachments.upload(files) });
    this.type = new Combobox({ label: 'Type', needed: true, find: typed => choices(api, '/api/ticket-notes/options/type', typed),
      draw: () => view.draw(), taken: found => found && this.#give({ type: /** @type {any} */ (found).value, retyped: true }) });
  }

  /** Goes on where somebody left off. */
  resume() {
    const [kept] = this.view.drafts.all(DRAFT);
    if (kept && !this.isOpen) this.#open(kept);
  }

  /** What was written of one in another tab. @param {string} key of its draft */
  show(key) {
    const kept = this.view.drafts.get(key);
    return kept && !this.busy ? this.#instead(kept) : undefined;
  }

  /** One that is open stays as a draft; one that is being saved is waited for. @param {string} id of a note */
  async begin(id) {
    if (this.isOpen && this.given.id === id) return;
    if (this.busy) return this.view.ctx.toast('Another note is being saved: try again in a moment.', 'warn');
    const given = this.view.drafts.get(DRAFT + id) ?? await this.#read(id);
    if (given && !this.busy) await this.#instead(given);
  }

  /** @param {any} given */
  async #instead(given) {
    if (this.isOpen) {
      this.#close();
      await new Promise(done => requestAnimationFrame(done)); // the editor goes with its place
    }
    this.#open(given);
  }

  /** @param {string} id @returns {Promise<any>} nothing if it can't be edited: that is told */
  async #read(id) {
    try {
      const { version, note, locked } = await this.view.ctx.api(`${this.view.path}/notes/${encodeURIComponent(id)}`);
      if (!locked) return { id, version, by: note.by, was: note.internal, text: note.html, internal: note.internal, type: note.type };
      this.view.ctx.toast(locked, 'warn');
    } catch (error) {
      this.view.ctx.toast(/** @type {Error} */ (error).message, 'danger');
    }
    return undefined;
  }

  /** @param {any} given */
  #open(given) {
    Object.assign(this, { given, isOpen: true, problem: '', wrong: {}, theirs: undefined });
    this.writing.open(given.text ?? '');
    this.view.presence.writing(true);
  }

  #close() {
    Object.assign(this, { isOpen: false, problem: '', wrong: {}, theirs: undefined });
    this.writing.close();
    this.view.presence.writing(false);
  }

  #discard() {
    const { given } = this;
    this.#close();
    this.view.drafts.remove(DRAFT + given.id);
    const back = () => {
      this.view.drafts.set(DRAFT + given.id, given);
      this.#open(given);
    };
    this.view.ctx.toast('The note stays as it was.', 'ok', { label: 'Undo', run: back });
  }

  /** @param {any} more */
  #give(more) {
    this.given = { ...this.given, ...more };
    for (const name of Object.keys(more)) delete this.wrong[name];
    this.view.drafts.set(DRAFT + this.given.id, this.given);
    this.view.draw();
  }

  /** An internal note is about to be one that the customer can read. */
  get #opens() {
    return this.given.was && !this.given.internal;
  }

  /** What this person changed of it. */
  get #changes() {
    const { internal, was, type, written, retyped, publish = false } = this.given;
    return { ...(written ? { text: this.writing.html } : {}), ...(internal === was ? {} : { internal, publish }), ...(retyped ? { type } : {}) };
  }

  async #send() {
    if (this.busy) return;
    const { given } = this;
    const changes = this.#changes;
    if (this.#opens && !given.publish) {
      this.wrong = { internal: 'stays private until you say that the customer may read it' };
      return this.view.draw();
    }
    if (!Object.keys(changes).length) return this.#discard();
    Object.assign(this, { busy: true, problem: '', wrong: {} });
    this.view.draw();
    await this.view.drafts.now(DRAFT + given.id, given);
    try {
      const path = `${this.view.path}/notes/${encodeURIComponent(given.id)}`;
      this.#saved(await this.view.ctx.api(path, { method: 'PATCH', json: changes, headers: { 'If-Match': `"${given.version}"` } }), given);
    } catch (error) {
      if (this.view.ctx.signal.aborted) return;
      this.#failed(/** @type {any} */ (error));
    }
    this.busy = false;
    this.view.draw();
  }

  /** @param {any} saved @param {any} given as it was when it was sent */
  #saved(saved, given) {
    const bad = saved.systems.find((/** @type {any} */ s) => s.state !== 'saved');
    this.view.activities.stale();
    if (!saved.kept) {
      this.given = { ...this.given, version: saved.version };
      this.problem = `${bad?.system ?? 'The PSA'} refused it: ${bad?.reason || 'without a reason'} The note is as it was; what you wrote is here.`;
      return;
    }
    this.view.ctx.toast(bad ? `The note is changed here; ${bad.system}: ${bad.reason || 'on its way'}` : 'The note is changed.', bad?.state === 'refused' ? 'danger' : 'ok');
    if (this.given !== given) {
      this.#give({ version: saved.version, was: given.internal });
      this.problem = 'What you changed while it was saved isn\'t saved yet.';
      return;
    }
    this.#close();
    this.view.drafts.remove(DRAFT + given.id);
  }

  /** @param {any} error */
  #failed(error) {
    const { current } = error;
    if (current) this.theirs = { version: current.version, text: current.fields.details ?? '', internal: current.fields.internal !== false, type: current.fields.type };
    else Object.assign(this, { problem: Object.keys(error.fields ?? {}).length ? '' : error.message, wrong: error.fields ?? {} });
  }

  /** Both were seen: what is written here goes over the other, which the note's history keeps. */
  #keepMine() {
    const { version, internal } = this.theirs;
    this.theirs = undefined;
    this.#give({ version, was: internal });
    return this.#send();
  }

  #takeTheirs() {
    const { version, text, internal, type } = this.theirs;
    this.theirs = undefined;
    this.writing.set(text);
    this.#give({ version, text, internal, was: internal, type, publish: false, written: false, retyped: false });
  }

  template() {
    if (!this.isOpen) return nothing;
    const { by, internal, type, publish } = this.given;
    return html`<form class="noteform" aria-label="Edit the note" novalidate @submit=${(/** @type {Event} */ e) => { e.preventDefault(); this.#send(); }}
        @keydown=${(/** @type {KeyboardEvent} */ e) => e.key === 'Enter' && (e.ctrlKey || e.metaKey) && this.#send()}>
      <div class="body fields"><h3 class="whole">Edit the note of ${by || 'the PSA'}</h3><p class="whole muted sm">What it said before stays in its history.</p>
        <div class="field"><label for="edit-type">Type</label>${this.type.template(type?.label ?? '', { id: 'edit-type' })}${this.#wrong('type')}</div>
        <div class="field whole"><span class="label">Text</span>${this.writing.template()}${this.#wrong('text')}</div>
        <label class="check whole"><input type="checkbox" role="switch" .checked=${Boolean(internal)} @change=${(/** @type {any} */ e) => this.#give({ internal: e.target.checked, publish: false })}>Internal Note<span class="muted sm">${internal ? 'The customer won\'t see it' : 'The customer may see it'}</span></label>
        ${this.#opens ? html`<div class="note warn whole" role="alert">${icon('triangle-alert')}<div class="stack"><span>This note was internal. The customer will be able to read it, and it can't be taken back from who has read it.</span>
          <label class="check"><input type="checkbox" .checked=${Boolean(publish)} @change=${(/** @type {any} */ e) => this.#give({ publish: e.target.checked })}>Show it to the customer</label></div></div>` : nothing}${this.#wrong('internal')}
        ${this.#both()}${this.problem ? html`<div class="note danger whole" role="alert">${icon('circle-alert')}<span>${this.problem}</span></div>` : nothing}
        <div class="row whole"><button class="btn primary" ?disabled=${this.busy || this.theirs} title="Ctrl Enter">${this.busy ? 'Saving…' : this.#opens ? 'Save and show it' : 'Save the note'}</button>
          <button type="button" class="btn ghost" ?disabled=${this.busy} @click=${() => this.#discard()}>Leave it as it was</button></div></div></form>`;
  }

  #both() {
    if (!this.theirs) return nothing;
    return html`<div class="note warn whole" role="alert"><div class="stack grow"><span class="strong">Somebody changed this note meanwhile. It says now${this.theirs.internal ? ' (internal)' : ''}:</span>${rich(this.theirs.text)}
      <div class="row"><button type="button" class="btn xs" @click=${() => this.#keepMine()}>Keep mine</button><button type="button" class="btn xs" @click=${() => this.#takeTheirs()}>Take theirs</button></div></div></div>`;
  }

  /** @param {string} name */
  #wrong(name) {
    return this.wrong[name] ? html`<span class="wrong" role="alert">It ${this.wrong[name]}.</span>` : nothing;
  }
}
