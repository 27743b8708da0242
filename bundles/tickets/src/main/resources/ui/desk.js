// @ts-check
import { elapsed, fresh, isRunning, started, stopped } from './timer.js';

/** @typedef {import('./timer.js').Timer} Timer */
/** @typedef {{id: string, number: string, title: string, priority: string, color: string, timer: Timer, sla?: any}} Open */

/** What is lost without a word: less than this has hardly been work. */
const A_MINUTE = 60_000;

/**
 * The tickets that are open in this browser tab, in their order, each with its timer. Kept for the tab: it outlives a reload, a new
 * sign-in and a swap of the module. Another tab has its own, even one that was copied from this.
 */
export class Desk extends EventTarget {
  /** @type {Open[]} */
  #tickets;
  /** Where the person is. */
  current = '';
  /** Leaving the tickets keeps the time that isn't logged, instead of throwing it away. */
  keepsTime = false;

  /** @param {any} host */
  constructor(host) {
    super();
    this.host = host;
    this.kept = host.state('open');
    const kept = this.kept.get() ?? { tab: crypto.randomUUID(), tickets: [] };
    this.tab = kept.tab;
    this.#tickets = kept.tickets;
    this.#keep();
    this.#askForCopies();
    host.api('/api/my/ticket-preferences').then((/** @type {any} */ p) => (this.keepsTime = Boolean(p.keepTime)), () => undefined);
    addEventListener('beforeunload', event => !this.keepsTime && this.uncommitted.length && event.preventDefault(), { signal: host.signal });
  }

  get tickets() {
    return this.#tickets;
  }

  /** @param {string} id */
  of(id) {
    return this.#tickets.find(one => one.id === id);
  }

  /** Time that nobody has logged. */
  get uncommitted() {
    return this.#tickets.filter(one => elapsed(one.timer) >= A_MINUTE);
  }

  /** Opens it if it isn't; its timer begins at zero then, and again where leaving had thrown it away. @param {{id: string, number?: string, title?: string, priority?: string, color?: string, sla?: any}} ticket */
  open({ id, number = '', title = '', priority = '', color = '', sla }) {
    const known = this.of(id);
    const timer = known && !isRunning(known.timer) && elapsed(known.timer) === 0 ? fresh() : known?.timer;
    if (known) this.#change(id, { ...known, timer: /** @type {Timer} */ (timer), number: number || known.number, title: title || known.title, priority: priority || known.priority, color: color || known.color, sla: sla ?? known.sla });
    else this.#set([...this.#tickets, { id, number, title, priority, color, sla, timer: fresh() }]);
  }

  /** What its ticket is called by now; its timer goes on. @param {{id: string, number?: string, title?: string, priority?: string, sla?: any}} ticket */
  tell({ id, ...ticket }) {
    const known = this.of(id);
    if (known) this.#change(id, { ...known, number: ticket.number ?? known.number, title: ticket.title ?? known.title, priority: ticket.priority ?? '', sla: ticket.sla });
  }

  /** @param {string} id */
  close(id) {
    this.#set(this.#tickets.filter(one => one.id !== id));
  }

  /** As it was before it was closed. @param {Open} ticket @param {number} at */
  reopen(ticket, at) {
    const rest = this.#tickets.filter(one => one.id !== ticket.id);
    this.#set([...rest.slice(0, at), ticket, ...rest.slice(at)]);
  }

  /** @param {string} id @param {number} to its new place */
  move(id, to) {
    const ticket = this.of(id);
    if (!ticket || to < 0 || to >= this.#tickets.length) return false;
    this.reopen(ticket, to);
    return true;
  }

  /** @param {string} id */
  toggle(id) {
    const ticket = this.of(id);
    if (ticket) this.setTimer(id, isRunning(ticket.timer) ? stopped(ticket.timer) : started(ticket.timer));
  }

  /** From zero again: at a click, and when its time was logged. @param {string} id */
  restart(id) {
    this.setTimer(id, fresh());
  }

  /** @param {string} id */
  stop(id) {
    const ticket = this.of(id);
    if (ticket) this.setTimer(id, stopped(ticket.timer));
  }

  /** @param {string} id @param {Timer} timer */
  setTimer(id, timer) {
    const ticket = this.of(id);
    if (ticket) this.#change(id, { ...ticket, timer });
  }

  /** The rule of the field: who leaves loses what isn't logged. */
  discard() {
    this.#set(this.#tickets.map(one => ({ ...one, timer: { startedAt: null, before: 0 } })));
  }

  /** @param {string} id */
  at(id) {
    this.current = id;
    this.dispatchEvent(new Event('change'));
  }

  /** @param {string} id @param {Open} ticket */
  #change(id, ticket) {
    this.#set(this.#tickets.map(one => (one.id === id ? ticket : one)));
  }

  /** @param {Open[]} tickets */
  #set(tickets) {
    this.#tickets = tickets;
    this.#keep();
    this.dispatchEvent(new Event('change'));
  }

  #keep() {
    this.kept.set({ tab: this.tab, tickets: this.#tickets });
  }

  /** A tab that the browser has copied has our memory, too: it becomes one of its own, its timers at zero. */
  #askForCopies() {
    const line = new BroadcastChannel('mortise.tickets');
    this.host.signal.addEventListener('abort', () => line.close());
    const me = crypto.randomUUID();
    line.onmessage = ({ data }) => {
      if (data.tab !== this.tab || data.from === me) return;
      if (data.here) this.#becomeAnother();
      else line.postMessage({ tab: this.tab, from: me, here: true });
    };
    line.postMessage({ tab: this.tab, from: me });
  }

  #becomeAnother() {
    this.tab = crypto.randomUUID();
    this.#set(this.#tickets.map(one => ({ ...one, timer: fresh() })));
  }
}
