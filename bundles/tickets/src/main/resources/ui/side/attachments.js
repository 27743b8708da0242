// @ts-check
import { html, nothing } from 'lit';
import { failure, icon, skeleton } from '@mo/shell';
import { ago } from '../values.js';

const LARGEST = 64 * 1024 * 1024;
const SIZES = ['bytes', 'KB', 'MB'];
/** What turns or hides parts of a name; the server leaves it out as well. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}]/gu;

/** Of files that aren't where the ticket is: how it looks, and what it is called. @type {Record<string, {sign: string, word: string, kind: string}>} */
const KEPT = {
  waiting: { sign: 'clock', word: 'Waiting', kind: 'warn' },
  sent: { sign: 'clock', word: 'Sent', kind: 'info' },
  refused: { sign: 'circle-alert', word: 'Refused', kind: 'danger' },
};

/** @param {number} bytes */
function size(bytes) {
  const step = Math.min(2, Math.floor(Math.log2(Math.max(1, bytes)) / 10));
  return `${(bytes / 1024 ** step).toFixed(step ? 1 : 0)} ${SIZES[step]}`;
}

/** @typedef {{file: File, name: string, key: string, why: string}} Sending key: sent again, it makes nothing twice */

/** Files of the ticket: dropped here they are kept, and go to the system that has the ticket with the person's own login there. */
export class Attachments {
  /** @type {any[] | undefined} */
  items;
  /** @type {any} */
  error;
  /** @type {Sending[]} on their way, or refused */
  #sent = [];
  /** @type {Set<string>} ids of those that something is done about */
  #busy = new Set();
  #over = false;

  /** @param {import('../views/ticket.js').TicketView} view */
  constructor(view) {
    this.view = view;
  }

  get path() {
    return `${this.view.path}/attachments`;
  }

  async read() {
    try {
      this.items = (await this.view.ctx.api(this.path)).items;
      this.error = undefined;
    } catch (error) {
      if (this.view.ctx.signal.aborted) return;
      this.error = error;
    }
    this.view.draw();
  }

  /** What was put into a text, where it can't be. @param {File[]} files */
  upload(files) {
    if (this.view.why('attach')) return this.view.ctx.toast(`Pictures and files can't be put into a text. ${this.view.why('attach')}`, 'warn');
    this.view.ctx.toast('Pictures and files can\'t be put into a text: look for it under Attachments.', 'warn');
    return this.#all(files);
  }

  /** @param {File[]} files */
  #all(files) {
    this.view.side.show('attachments');
    return this.#each(files.map(file => ({ file, name: file.name.replace(UNSEEN, ''), key: crypto.randomUUID(), why: '' })));
  }

  /** @param {Sending[]} all */
  async #each(all) {
    this.#sent = [...this.#sent.filter(one => !all.includes(one)), ...all.map(one => Object.assign(one, { why: '' }))];
    this.view.draw();
    for (const one of all) await this.#one(one);
    if (!this.view.ctx.signal.aborted) this.read();
  }

  /** @param {Sending} one */
  async #one(one) {
    const { file, key } = one;
    try {
      if (file.size > LARGEST) throw new Error(`It has ${size(file.size)}; ${size(LARGEST)} is the most.`);
      const headers = { 'Content-Type': file.type || 'application/octet-stream', 'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(one.name)}`, 'Idempotency-Key': key };
      await this.view.desk.host.api(this.path, { method: 'POST', body: file, headers }); // the screen's own ends with it
      this.#sent = this.#sent.filter(other => other !== one);
    } catch (error) {
      one.why = /** @type {Error} */ (error).message;
      if (this.view.ctx.signal.aborted) return this.view.desk.host.toast(`${one.name}: ${one.why}`, 'danger');
      this.view.side.show('attachments');
    }
    if (!this.view.ctx.signal.aborted) this.view.draw();
  }

  /** @param {Sending} sent */
  #drop(sent) {
    this.#sent = this.#sent.filter(one => one !== sent);
    this.view.draw();
  }

  /** Sends one that is kept at the server. @param {any} item */
  #again(item) {
    return this.#about(item, () => this.view.ctx.api(`${this.path}/${item.id}/retry`, { method: 'POST' }));
  }

  /** @param {any} item */
  async #discard(item) {
    const yes = await this.view.ctx.confirm({ title: 'Throw this file away?', text: `${item.fields.name} is kept here, and won't go anywhere then. Nobody can bring it back.`, yes: 'Throw away', danger: true });
    if (!yes) return;
    await this.#about(item, () => this.view.ctx.api(`${this.path}/${item.id}`, { method: 'DELETE' }));
    /** @type {HTMLElement | null} */ (this.view.el.querySelector('#part-attachments button'))?.focus();
  }

  /** @param {any} item @param {() => Promise<any>} act */
  async #about(item, act) {
    this.#busy.add(item.id);
    this.view.draw();
    try {
      await act();
    } catch (error) {
      if (!this.view.ctx.signal.aborted) this.view.ctx.toast(/** @type {Error} */ (error).message, 'danger');
    }
    this.#busy.delete(item.id);
    await this.read();
  }

  template() {
    const drop = (/** @type {DragEvent} */ e) => {
      e.preventDefault();
      this.#hover(false);
      this.#all([...(e.dataTransfer?.files ?? [])]);
    };
    const chosen = (/** @type {any} */ e) => {
      this.#all([...e.target.files]);
      e.target.value = '';
    };
    return html`${this.#list()}${this.#sent.map(one => html`<div class="row strip tight ${one.why ? 'danger-text' : 'muted'}" role=${one.why ? 'alert' : 'status'}>${icon(one.why ? 'circle-alert' : 'loader-circle', 's')}<span class="grow wrap-any"><bdi>${one.name}</bdi>${one.why ? html`: ${one.why}` : ' is being sent…'}</span>
        ${one.why ? html`<button type="button" class="btn xs" @click=${() => this.#each([one])}>Try again</button><button type="button" class="btn ghost icon xs" aria-label="Dismiss" @click=${() => this.#drop(one)}>${icon('x', 's')}</button>` : nothing}</div>`)}
      ${this.view.why('attach') ? html`<p class="muted sm">${this.view.why('attach')}</p>` : html`<div class="drop ${this.#over ? 'over' : ''}" @dragover=${(/** @type {Event} */ e) => { e.preventDefault(); this.#hover(true); }} @dragleave=${() => this.#hover(false)} @drop=${drop}>
        Drop files here or <label class="browse">browse<input type="file" multiple class="vh" @change=${chosen}></label></div>`}`;
  }

  /** @param {boolean} over */
  #hover(over) {
    if (this.#over === over) return;
    this.#over = over;
    this.view.draw();
  }

  #list() {
    if (this.error) return failure(this.error, () => this.read());
    if (!this.items) return skeleton(1);
    const waiting = this.items.filter(item => item.state === 'waiting').length;
    return html`<ul class="lines">${this.items.map(item => this.#item(item))}</ul>
      <span class="vh" role="status">${waiting ? `${waiting} ${waiting > 1 ? 'files wait' : 'file waits'} to go out` : ''}</span>`;
  }

  /** @param {any} item */
  #item(item) {
    const { name, createdBy, created } = item.fields;
    const kept = KEPT[item.state];
    return html`<li class="file" aria-busy=${this.#busy.has(item.id)}><div class="row strip tight">${icon('paperclip', 's')}<a class="trunc grow" href=${item.content} download title="${name}${createdBy ? ` by ${createdBy}` : ''}"><bdi>${name}</bdi></a>
      ${kept ? html`<span class="pill plain ${kept.kind}">${icon(kept.sign, 's')}${kept.word}</span>` : nothing}<span class="faint xs">${item.fields.size ? size(item.fields.size) : ''}</span><span class="faint xs">${ago(created)}</span></div>
      ${item.why ? html`<p class="sm wrap-any ${item.state === 'refused' ? 'danger-text' : 'muted'}">${item.why}</p>` : nothing}${this.#acts(item)}</li>`;
  }

  /** What can be done about one that isn't where the ticket is. @param {any} item */
  #acts(item) {
    if (!['waiting', 'refused', 'here'].includes(item.state) || !this.view.ctx.user.rights.includes('attachment.edit')) return nothing;
    const busy = this.#busy.has(item.id);
    return html`<div class="row tight"><span class="grow"></span>${item.state === 'here' ? nothing : html`<button type="button" class="btn xs" ?disabled=${busy} aria-label="Try again to send ${item.fields.name}" @click=${() => this.#again(item)}>${icon('rotate-cw', 's')}Try again</button>`}
      <button type="button" class="btn ghost xs" ?disabled=${busy} aria-label="Throw away ${item.fields.name}" @click=${() => this.#discard(item)}>${icon('trash-2', 's')}Throw away</button></div>`;
  }
}
