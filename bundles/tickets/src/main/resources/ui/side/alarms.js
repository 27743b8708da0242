// @ts-check
import { html, nothing } from 'lit';
import { failure, pill, skeleton } from '@mo/shell';
import { ago } from '../values.js';

/** Signals of a machine that are one ticket. */
export class Alarms {
  /** @type {any[] | undefined} */
  items;
  /** @type {any} */
  error;

  /** @param {import('../views/ticket.js').TicketView} view */
  constructor(view) {
    this.view = view;
  }

  async read() {
    try {
      this.items = (await this.view.ctx.api(`${this.view.path}/alerts`)).items;
      this.error = undefined;
    } catch (error) {
      if (this.view.ctx.signal.aborted) return;
      this.error = error;
    }
    this.view.draw();
  }

  template() {
    if (this.error) return failure(this.error, () => this.read());
    if (!this.items) return skeleton(1);
    if (!this.items.length) return html`<p class="muted sm">No machine has raised this more than once.</p>`;
    return html`<ol class="lines">${this.items.map(({ fields }) => html`<li class="strip tight"><div class="row"><span class="strong trunc grow">${fields.title}</span>${fields.state ? pill(fields.state.label) : nothing}</div>
      <div class="muted sm">${[fields.monitorType, fields.number].filter(Boolean).join(' · ')} ${ago(fields.raisedAt)}</div>${fields.message ? html`<div class="sm">${fields.message}</div>` : nothing}</li>`)}</ol>`;
  }
}
