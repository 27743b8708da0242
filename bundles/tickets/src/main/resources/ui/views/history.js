// @ts-check
import { html, nothing } from 'lit';
import { pill } from '@mo/shell';
import { ago, rich } from '../values.js';

/** What notes said before they were edited, read when somebody wants to see it. */
export class History {
  /** By note, as it was read after which edit. @type {Map<string, {at: string, items?: any[], problem?: string}>} */
  #read = new Map();

  /** @param {import('./ticket.js').TicketView} view */
  constructor(view) {
    this.view = view;
  }

  /** @param {string} id of a note @param {string} at of its last edit */
  async #load(id, at) {
    this.#read.set(id, { at });
    const read = await this.view.ctx.api(`${this.view.path}/notes/${encodeURIComponent(id)}/revisions`)
      .then(({ items }) => ({ at, items }), error => ({ at, problem: error.message }));
    if (this.#read.get(id)?.at !== at || this.view.ctx.signal.aborted) return;
    this.#read.set(id, read);
    this.view.draw();
  }

  /** @param {string} id @param {string} at */
  #toggle(id, at) {
    if (!this.#read.delete(id)) this.#load(id, at);
    this.view.draw();
  }

  /** @param {any} item of the log */
  template({ record, edited }) {
    if (!edited) return nothing;
    if (this.#read.has(record) && this.#read.get(record)?.at !== edited.at) this.#load(record, edited.at);
    const open = this.#read.get(record);
    return html`<div class="row sm muted"><span>Edited${edited.by ? ` by ${edited.by}` : ''}${edited.system === 'Mortise' ? '' : ` in ${edited.system}`} ${ago(edited.at)}</span>
      <button class="btn ghost xs" aria-expanded=${Boolean(open)} @click=${() => this.#toggle(record, edited.at)}>${open ? 'Hide what it said' : 'What it said before'}</button></div>${open ? this.#before(open) : nothing}`;
  }

  /** @param {{items?: any[], problem?: string}} read */
  #before({ items, problem }) {
    if (problem) return html`<div class="note danger sm" role="alert">${problem}</div>`;
    if (!items) return html`<p class="muted sm">…</p>`;
    return html`<ol class="lines" aria-label="What it said before">${items.slice(1).map(one => html`<li class="strip"><div class="row sm"><span class="strong">${one.by || (one.source === 'mortise' ? 'Mortise' : 'The PSA')}</span>${one.internal ? pill('Internal', 'warn') : nothing}
      <span class="muted">${ago(one.at)}</span>${one.why ? html`<span class="muted">${one.why}</span>` : nothing}</div>${rich(one.html)}</li>`)}</ol>`;
  }
}
