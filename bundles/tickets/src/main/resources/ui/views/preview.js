// @ts-check
import { html, nothing } from 'lit';
import { named, plain, priority, slaLeft, status } from '../values.js';

const PATIENCE = 350;
const SHOWN = 240;

/** A ticket at a glance, while the pointer rests on its tab. */
export class Preview {
  /** @type {any} */
  #ticket;
  #timer = 0;
  #asked = '';
  #left = 0;

  /** @param {any} ctx @param {() => void} draw */
  constructor(ctx, draw) {
    this.ctx = ctx;
    this.draw = draw;
  }

  /** @param {string} id @param {HTMLElement} tab */
  soon(id, tab) {
    this.hide();
    this.#asked = id;
    this.#left = tab.getBoundingClientRect().left;
    this.#timer = window.setTimeout(async () => {
      const ticket = await this.ctx.api(`/api/tickets/${encodeURIComponent(id)}`).catch(() => undefined);
      if (this.#asked !== id) return;
      this.#ticket = ticket;
      this.draw();
    }, PATIENCE);
  }

  hide() {
    clearTimeout(this.#timer);
    this.#asked = '';
    if (!this.#ticket) return;
    this.#ticket = undefined;
    this.draw();
  }

  template() {
    const t = this.#ticket;
    if (!t) return nothing;
    const text = plain(t.fields.description);
    return html`<div class="pop preview" role="tooltip" style="left:min(${this.#left}px, calc(100vw - 360px))">
      <div class="strong">${t.fields.title}</div>
      <div class="row wrap sm">${status(t.fields.status)}${priority(t.fields.priority)}${slaLeft(t.sla)}</div>
      <div class="muted sm">${t.fields.number} · ${t.fields.organization ? named(t.fields.organization, t.names) : 'no company'}${t.fields.contact ? html` · ${named(t.fields.contact, t.names)}` : nothing}
        · ${t.fields.assignee ? named(t.fields.assignee, t.names) : 'nobody assigned'}</div>
      ${text ? html`<p class="sm">${text.slice(0, SHOWN)}${text.length > SHOWN ? '…' : ''}</p>` : nothing}</div>`;
  }
}
