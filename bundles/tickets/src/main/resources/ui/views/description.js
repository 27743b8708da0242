// @ts-check
import { html, nothing } from 'lit';
import { icon } from '@mo/shell';
import { none, plain, rich } from '../values.js';
import { Writing } from '../writing.js';

/** Longer ones begin folded. */
const LONG = 420;

/** What the ticket is about, as its author wrote it. */
export class Description {
  #whole = false;
  #writing;

  /** @param {import('./ticket.js').TicketView} view */
  constructor(view) {
    this.view = view;
    this.#writing = new Writing(view, { label: 'Description', changed: html => this.#keep(html) });
  }

  #begin() {
    const kept = this.view.drafts.get('description');
    this.view.edit.begin('description', kept?.version ? { version: kept.version } : undefined);
    this.#writing.open(kept?.html ?? this.view.ticket.fields.description ?? '');
  }

  /** With what it was begun on: who goes on later is told what others have made of it. @param {string} html */
  #keep(html) {
    this.view.drafts.set('description', { html, version: this.view.edit.of('description')?.seen.version });
  }

  async #save() {
    await this.view.edit.save('description', this.#writing.html || null);
    if (this.view.edit.of('description')) return;
    this.#end();
  }

  #end() {
    this.view.drafts.remove('description');
    this.view.edit.cancel('description');
    this.#writing.close();
  }

  template() {
    const { ticket, edit } = this.view;
    const change = edit.of('description');
    const locked = edit.locked('description');
    return html`<section class="card"><header>${icon('message-square')}<h2>Description</h2><span class="grow"></span><span class="muted sm">${ticket.fields.createdBy ?? ''}</span>
        ${change?.open || locked ? nothing : html`<button class="btn ghost icon xs" aria-label="Edit the description" title="Edit" @click=${() => this.#begin()}>${icon('pencil', 's')}</button>`}</header>
      <div class="body stack">${change?.open ? html`${this.#writing.template()}${edit.said('description', value => html`<span>“${plain(value).slice(0, 80)}”</span>`, () => this.#end())}
        <div class="row"><button class="btn primary" ?disabled=${change.busy} @click=${() => this.#save()}>Save</button><button class="btn" @click=${() => this.#end()}>Cancel</button></div>` : this.#text(ticket.fields.description)}</div></section>`;
  }

  /** @param {string | null | undefined} text */
  #text(text) {
    if (!text) return none;
    const long = plain(text).length > LONG;
    return html`<div class=${long && !this.#whole ? 'folded' : ''}>${rich(text)}</div>
      ${long ? html`<div><button class="btn ghost xs" aria-expanded=${this.#whole} @click=${() => { this.#whole = !this.#whole; this.view.draw(); }}>${this.#whole ? 'Read less' : 'Read more'}</button></div>` : nothing}`;
  }
}
