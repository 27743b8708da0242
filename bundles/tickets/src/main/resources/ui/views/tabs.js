// @ts-check
import { html, nothing } from 'lit';
import { icon, Screen, throttled } from '@mo/shell';
import { clock, elapsed, isRunning } from '../timer.js';
import { rank, slaLeft } from '../values.js';
import { Preview } from './preview.js';

/** The open tickets, on every page: each with its timer; a click brings one to the front. */
export class TabsView extends Screen {
  /** @param {HTMLElement} el @param {any} ctx @param {import('../desk.js').Desk} desk */
  constructor(el, ctx, desk) {
    super(el, ctx);
    this.desk = desk;
    this.dragged = '';
    this.shown = '';
    /** @type {Set<string>} those whose tickets have changed */
    this.behind = new Set();
    this.preview = new Preview(ctx, () => this.draw());
  }

  start() {
    this.draw();
    this.desk.addEventListener('change', () => this.#changed(), { signal: this.ctx.signal });
    this.ctx.on('record.changed', (/** @type {any} */ what) => what.type === 'ticket' && this.desk.of(what.id) && what.id !== this.desk.current && this.#stale(what.id));
    const tick = setInterval(() => this.desk.tickets.some(one => isRunning(one.timer)) && this.#tick(), 1000);
    this.ctx.signal.addEventListener('abort', () => clearInterval(tick));
  }

  update() {}

  #changed() {
    const { current } = this.desk;
    this.draw();
    if (current !== this.shown) requestAnimationFrame(() => this.el.querySelector('[data-here]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' }));
    this.shown = current;
  }

  /** What another tab's ticket is called and how its time stands; the one in front reads itself. @param {string} id */
  #stale(id) {
    this.behind.add(id);
    this.#read();
  }

  #read = throttled(async () => {
    const ids = [...this.behind];
    this.behind.clear();
    for (const id of ids) {
      const ticket = await this.ctx.api(`/api/tickets/${encodeURIComponent(id)}`).catch(() => undefined);
      if (ticket && this.desk.of(id)) this.desk.tell({ id, number: ticket.fields.number, title: ticket.fields.title, priority: ticket.fields.priority?.label, sla: ticket.sla });
    }
  }, 2000);

  /** Digits alone, so that a second costs nothing. */
  #tick() {
    for (const one of this.desk.tickets) {
      const shown = this.el.querySelector(`[data-timer="${one.id}"]`);
      if (shown) shown.textContent = clock(elapsed(one.timer));
    }
  }

  /** @param {string} id */
  close(id) {
    const at = this.desk.tickets.findIndex(one => one.id === id);
    const closed = this.desk.tickets[at];
    const lost = elapsed(closed.timer) >= 60_000 ? `${clock(elapsed(closed.timer))} on it isn't logged` : '';
    this.desk.close(id);
    this.ctx.toast(lost ? `${closed.number || 'The ticket'} is closed; ${lost}.` : `${closed.number || 'The ticket'} is closed.`, lost ? 'warn' : 'ok',
      { label: 'Undo', run: () => this.desk.reopen(closed, at) });
    if (this.desk.current !== id) return;
    const next = this.desk.tickets[Math.min(at, this.desk.tickets.length - 1)];
    this.ctx.navigate(next ? `/tickets/${next.id}` : '/tickets');
  }

  /** @param {KeyboardEvent} event @param {string} id @param {number} at */
  #key(event, id, at) {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (step && event.altKey) this.#move(id, at + step);
    else if (step) /** @type {HTMLElement | undefined} */ ([...this.el.querySelectorAll('a')][at + step])?.focus();
    else if (event.key === 'Delete') this.close(id);
    else if (event.key === ' ') this.desk.toggle(id);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** @param {string} id @param {number} to */
  #move(id, to) {
    if (!this.desk.move(id, to)) return;
    this.said = `Moved to position ${to + 1} of ${this.desk.tickets.length}`;
    this.draw();
    requestAnimationFrame(() => /** @type {HTMLElement} */ (this.el.querySelector(`[data-open="${id}"] a`))?.focus());
  }

  template() {
    const { tickets } = this.desk;
    if (!tickets.length) return nothing;
    return html`<nav class="opens" aria-label="Open tickets" @wheel=${(/** @type {WheelEvent} */ e) => { if (!e.deltaX) /** @type {HTMLElement} */ (e.currentTarget).scrollLeft += e.deltaY; }}><ul>${tickets.map((one, at) => this.#tab(one, at))}</ul></nav>
      <span class="vh" role="status">${this.said ?? ''}</span>${this.preview.template()}`;
  }

  /** @param {import('../desk.js').Open} one @param {number} at */
  #tab(one, at) {
    const runs = isRunning(one.timer);
    const { kind, sign } = rank(one.priority);
    const name = `${one.title || 'Ticket'} ${one.number}`;
    const drop = (/** @type {DragEvent} */ e) => {
      e.preventDefault();
      if (this.dragged) this.desk.move(this.dragged, at);
      this.dragged = '';
    };
    return html`<li class="open" data-open=${one.id} ?data-here=${one.id === this.desk.current} draggable="true"
      @dragstart=${() => { this.dragged = one.id; this.preview.hide(); }} @dragover=${(/** @type {Event} */ e) => this.dragged && e.preventDefault()} @drop=${drop}
      @mouseenter=${(/** @type {MouseEvent} */ e) => this.preview.soon(one.id, /** @type {HTMLElement} */ (e.currentTarget))} @mouseleave=${() => this.preview.hide()}>
      <a href="/tickets/${one.id}" aria-current=${one.id === this.desk.current ? 'page' : nothing} draggable="false"
        aria-label="${name}${one.priority ? `, ${one.priority}` : ''}, ${runs ? 'timer runs' : 'timer stands'}" aria-keyshortcuts="Space Delete Alt+ArrowLeft Alt+ArrowRight"
        @keydown=${(/** @type {KeyboardEvent} */ e) => this.#key(e, one.id, at)}>
        <span class="prio ${kind}" title=${one.priority}><span class="sign" aria-hidden="true">${sign}</span></span><span class="what"><span class="trunc">${one.title || '…'}</span><span class="faint xs">${one.number} ${slaLeft(one.sla)}</span></span></a>
      <span class="num sm ${runs ? 'runs' : 'muted'}" data-timer=${one.id} .textContent=${clock(elapsed(one.timer))}></span>
      <button class="btn ghost icon xs" aria-label="${runs ? 'Stop' : 'Start'} the timer of ${name}" title=${runs ? 'Stop the timer (Space)' : 'Start the timer (Space)'} tabindex="-1"
        @click=${() => this.desk.toggle(one.id)}>${icon(runs ? 'pause' : 'play', 's')}</button>
      <button class="btn ghost icon xs" aria-label="Close ${name}" title="Close (Delete)" tabindex="-1" @click=${() => this.close(one.id)}>${icon('x', 's')}</button></li>`;
  }
}
