// @ts-check
import { html, nothing } from 'lit';
import { moment, remaining, since, throttled, whole } from '@mo/shell';

/** Milliseconds: what is shown as "12 s ago" grows older by itself. */
const OFTEN = 5000;

/** How old the tickets of each PSA can be here; while they come for the first time, how far they are. Told to who may see the sync. */
export class Age {
  /** @type {any[]} */
  #psas = [];

  /** @param {import('./list.js').ListView} list */
  constructor(list) {
    this.list = list;
  }

  start() {
    const { ctx } = this.list;
    if (!ctx.user.rights.includes('sync.read')) return;
    const again = throttled(() => this.#read(), OFTEN);
    ctx.on('sync.progress', what => (what.type === 'ticket' || this.#comes) && again());
    ctx.on('resync', again);
    const clock = setInterval(() => this.#psas.length && this.list.draw(), OFTEN);
    ctx.signal.addEventListener('abort', () => clearInterval(clock));
    again();
  }

  /** Then progress of anything may be progress of them: of much that happens at once little is told. */
  get #comes() {
    return this.#psas.some(({ tickets }) => !tickets.freshAt);
  }

  async #read() {
    const answer = await this.list.ctx.api('/api/sync/connections').catch(() => undefined);
    if (!answer) return;
    this.#psas = answer.items.filter((/** @type {any} */ one) => one.part === 'psa' && one.enabled)
      .map((/** @type {any} */ one) => ({ system: one.system, tickets: one.types.find((/** @type {any} */ type) => type.type === 'ticket') }))
      .filter((/** @type {any} */ one) => one.tickets);
    this.list.draw();
  }

  template() {
    return this.#psas.map(({ system, tickets }) => html`<span class="muted sm num" style="white-space:nowrap" data-age title=${tickets.error || title(system, tickets)}>${system} ${tickets.freshAt
      ? html`<time datetime=${tickets.freshAt}>${since(tickets.freshAt)}</time>` : coming(tickets)}</span>`);
  }
}

/** @param {string} system @param {any} tickets */
const title = (system, tickets) => (tickets.freshAt ? `All tickets of ${system} are as it had them then, ${moment(tickets.freshAt)}, or newer` : `The tickets of ${system} come for the first time`);

/** @param {any} tickets */
const coming = ({ counts, of, readyAt }) => html`${whole(counts.seen)}${of === null ? '' : ` of ${whole(of)}`} read${readyAt ? html`, ${remaining(readyAt)}` : nothing}`;
