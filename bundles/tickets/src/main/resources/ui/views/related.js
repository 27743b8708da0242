// @ts-check
import { html, nothing } from 'lit';
import { blank, failure, icon, skeleton } from '@mo/shell';

const SIGNS = { password: 'key-round', checklistTemplate: 'list', documentationItem: 'file-text', configuration: 'laptop' };

const KINDS = { password: 'Password', checklistTemplate: 'Checklist' };

/** What the documentation has for a ticket like this, by the rules of the settings. */
export class Related {
  /** @type {any[] | undefined} */
  items;
  why = '';
  system = '';
  unconnected = false;
  /** @type {any} */
  error;

  /** @param {import('./ticket.js').TicketView} view */
  constructor(view) {
    this.view = view;
  }

  get total() {
    return this.items?.length;
  }

  count() {
    return this.read();
  }

  async read() {
    try {
      const { items, system, why, unconnected } = await this.view.ctx.api(`${this.view.path}/related-documentation`);
      Object.assign(this, { items, system, why, unconnected });
      this.error = undefined;
    } catch (error) {
      if (this.view.ctx.signal.aborted) return;
      this.error = error;
    }
    this.view.draw();
  }

  template() {
    if (this.error) return failure(this.error, () => this.read());
    if (!this.items) return skeleton(3);
    if (!this.items.length) return blank('book-open', this.unconnected ? 'Not connected' : 'Nothing suggested', this.why,
      this.unconnected ? html`<a class="btn" href="/me/integrations">${icon('plug', 's')}Connect</a>` : nothing);
    return html`<ul class="lines">${this.items.map(item => html`<li class="row strip">${icon(SIGNS[/** @type {'password'} */ (item.type)] ?? 'file-text')}${this.#name(item)}<span class="muted sm">${item.kind || KINDS[/** @type {'password'} */ (item.type)] || ''}</span><span class="grow"></span>
      ${item.why ? html`<span class="faint sm">${item.why}</span>` : nothing}</li>`)}</ul>`;
  }

  /** In the panel beside the ticket, where one is there that can show it; else where it is kept. @param {any} item */
  #name(item) {
    const there = /^https?:/i.test(item.url ?? '');
    const beside = this.view.opens(item.type);
    const out = `Open in ${this.system}`;
    if (beside) return html`<button type="button" class="word" title="Open beside the ticket" @click=${() => this.view.openBeside(item)}>${item.name}</button>
      ${there ? html`<a class="btn ghost icon xs" href=${item.url} target="_blank" rel="noopener noreferrer" aria-label="${out}: ${item.name}" title=${out}>${icon('external-link', 's')}</a>` : nothing}`;
    return there ? html`<a href=${item.url} target="_blank" rel="noopener noreferrer" title=${out}>${item.name}</a>` : html`<span>${item.name}</span>`;
  }
}
