// @ts-check
import { html, nothing } from 'lit';
import { failure, icon, skeleton } from '@mo/shell';
import { ago } from '../values.js';

const LARGEST = 64 * 1024 * 1024;
const SIZES = ['bytes', 'KB', 'MB'];

/** @param {number} bytes */
function size(bytes) {
  const step = Math.min(2, Math.floor(Math.log2(Math.max(1, bytes)) / 10));
  return `${(bytes / 1024 ** step).toFixed(step ? 1 : 0)} ${SIZES[step]}`;
}

/** Files of the ticket: dropped here they go to the system that keeps its files, with the person's own login there. */
export class Attachments {
  /** @type {any[] | undefined} */
  items;
  /** @type {any} */
  error;
  /** @type {{file: File, name: string, why: string}[]} on their way, or refused */
  #sent = [];
  #over = false;

  /** @param {import('../views/ticket.js').TicketView} view */
  constructor(view) {
    this.view = view;
  }

  async read() {
    try {
      this.items = (await this.view.ctx.api(`${this.view.path}/attachments`)).items;
      this.error = undefined;
    } catch (error) {
      if (this.view.ctx.signal.aborted) return;
      this.error = error;
    }
    this.view.draw();
  }

  /** @param {File[]} files */
  async upload(files) {
    for (const file of files) await this.#one(file);
    this.read();
  }

  /** @param {File} file */
  async #one(file) {
    const entry = { file, name: file.name, why: '' };
    this.#sent = [...this.#sent, entry];
    this.view.draw();
    try {
      if (file.size > LARGEST) throw new Error(`It has ${size(file.size)}; ${size(LARGEST)} is the most.`);
      await this.view.ctx.api(`${this.view.path}/attachments`, { method: 'POST', body: file, headers: { 'Content-Type': file.type || 'application/octet-stream', 'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}` } });
      this.#sent = this.#sent.filter(one => one !== entry);
    } catch (error) {
      if (this.view.ctx.signal.aborted) return;
      entry.why = /** @type {Error} */ (error).message;
      this.view.side.show('attachments');
    }
    this.view.draw();
  }

  /** @param {any} sent */
  #drop(sent) {
    this.#sent = this.#sent.filter(one => one !== sent);
    this.view.draw();
  }

  template() {
    const drop = (/** @type {DragEvent} */ e) => {
      e.preventDefault();
      this.#hover(false);
      this.upload([...(e.dataTransfer?.files ?? [])]);
    };
    const chosen = (/** @type {any} */ e) => {
      this.upload([...e.target.files]);
      e.target.value = '';
    };
    return html`${this.#list()}${this.#sent.map(one => html`<div class="row strip tight ${one.why ? 'danger-text' : 'muted'}" role=${one.why ? 'alert' : 'status'}>${icon(one.why ? 'circle-alert' : 'loader-circle', 's')}<span class="grow">${one.name}${one.why ? html`: ${one.why}` : ' is being sent…'}</span>
        ${one.why ? html`<button type="button" class="btn xs" @click=${() => { this.#drop(one); this.upload([one.file]); }}>Try again</button><button type="button" class="btn ghost icon xs" aria-label="Dismiss" @click=${() => this.#drop(one)}>${icon('x', 's')}</button>` : nothing}</div>`)}
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
    return html`<ul class="lines">${this.items.map(item => html`<li class="row strip tight">${icon('paperclip', 's')}<a class="trunc grow" href="/api/attachments/${item.id}/content" download title="${item.fields.name}${item.fields.createdBy ? ` by ${item.fields.createdBy}` : ''}">${item.fields.name}</a>
      <span class="faint xs">${item.fields.size ? size(item.fields.size) : ''}</span><span class="faint xs">${ago(item.fields.created)}</span></li>`)}</ul>`;
  }
}
