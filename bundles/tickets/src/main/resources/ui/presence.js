// @ts-check
import { html, nothing } from 'lit';
import { icon, throttled } from '@mo/shell';

const RENEWED = 20_000;

/** Who else is at this ticket, and who is writing. */
export class Presence {
  /** @type {{name: string, state: string}[]} */
  #others = [];
  #state = 'viewing';
  #timer = 0;

  /** @param {any} ctx @param {string} id @param {() => void} draw @param {(path: string, init: any) => Promise<any>} apiOfModule */
  constructor(ctx, id, draw, apiOfModule) {
    this.ctx = ctx;
    this.apiOfModule = apiOfModule;
    this.id = id;
    this.draw = draw;
    this.path = `/api/tickets/${encodeURIComponent(id)}/presence`;
  }

  async start() {
    this.ctx.on('ticket.presence', (/** @type {any} */ what) => what.id === this.id && this.#look());
    this.#timer = window.setInterval(() => this.#tell(this.#state), RENEWED);
    await this.#tell(this.#state);
  }

  #look = throttled(async () => this.#show(await this.ctx.api(this.path).catch(() => undefined)), 500);

  stop() {
    clearInterval(this.#timer);
    this.apiOfModule(this.path, { method: 'PUT', json: { state: 'gone' } }).catch(() => undefined); // the screen's own ends with it
  }

  /** @param {boolean} writes */
  writing(writes) {
    const state = writes ? 'replying' : 'viewing';
    if (state === this.#state) return;
    this.#state = state;
    this.#tell(state);
  }

  /** @param {string} state */
  async #tell(state) {
    this.#show(await this.ctx.api(this.path, { method: 'PUT', json: { state } }).catch(() => undefined));
  }

  /** @param {{items: {user: string, name: string, state: string}[]} | undefined} here */
  #show(here) {
    if (!here) return;
    this.#others = here.items.filter(one => one.user !== this.ctx.user.id);
    this.draw();
  }

  template() {
    const all = this.#others;
    if (!all.length) return nothing;
    const writer = all.find(one => one.state === 'replying');
    const text = writer ? `${writer.name} is replying` : `${all.map(one => one.name).join(', ')} ${all.length > 1 ? 'are' : 'is'} viewing`;
    return html`<span class="pill ${writer ? 'warn' : 'info'}" role="status">${icon(writer ? 'pencil' : 'eye', 's')}${text}</span>`;
  }
}
