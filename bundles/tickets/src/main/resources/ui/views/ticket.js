// @ts-check
import { html, nothing } from 'lit';
import { failure, icon, Screen, skeleton, tabs, throttled, writes } from '@mo/shell';
import { clock, elapsed, isRunning } from '../timer.js';
import { statuses } from '../lists.js';
import { ago, named, priority, slaLeft, status } from '../values.js';
import { Drafts } from '../drafts.js';
import { Edit } from '../edit.js';
import { Later } from '../later.js';
import { Party } from '../party.js';
import { Presence } from '../presence.js';
import { Activities } from './activities.js';
import { Description } from './description.js';
import { Related } from './related.js';
import { Side } from '../side/side.js';

/** One ticket: what it is about and what was done in the middle, its facts beside it, and places for what other modules know of it. */
export class TicketView extends Screen {
  /** @type {any} */
  ticket;
  /** @type {Record<string, any>} the entries of the status list by key */
  options = {};
  /** What the panel beside the ticket is to open. @type {{type: string, id: string, name: string} | undefined} */
  #document;
  #ready = false;
  #begun = false;
  /** @type {Record<string, import('@mo/shell').Outlet>} */
  #outlets = {};

  /** @param {HTMLElement} el @param {any} ctx @param {string} id @param {import('../desk.js').Desk} desk */
  constructor(el, ctx, id, desk) {
    super(el, ctx);
    this.id = id;
    this.desk = desk;
    this.path = `/api/tickets/${encodeURIComponent(id)}`;
    this.drafts = new Drafts(ctx, desk.host.api, id, key => this.#draft(key));
    this.edit = new Edit(this);
    this.party = new Party({ api: ctx.api, chosen: () => this.ticket?.fields ?? {}, draw: () => this.draw() });
    this.presence = new Presence(ctx, id, () => this.draw(), desk.host.api);
    this.description = new Description(this);
    this.timeLog = new Later(async () => new (await import('./timelog.js')).TimeLog(this), this);
    this.activities = new Activities(this);
    this.related = new Related(this);
    this.side = new Side(this);
    this.tab = 'activities';
  }

  get may() {
    return this.ticket?.can ?? {};
  }

  /** Why it can't be done, in a sentence; "" if it can. @param {'edit' | 'note' | 'time' | 'attach'} what @returns {string} */
  why(what) {
    return this.may.reasons?.[what] ?? '';
  }

  async start() {
    this.draw();
    const fresh = throttled(() => this.read().then(() => this.#begin()), 700);
    this.ctx.on('record.changed', what => this.#isMine(what) && fresh());
    this.ctx.on('resync', fresh);
    this.keys(event => this.#key(event));
    this.desk.addEventListener('change', () => this.draw(), { signal: this.ctx.signal });
    const tick = setInterval(() => this.#tick(), 1000);
    this.ctx.signal.addEventListener('abort', () => clearInterval(tick));
    await Promise.all([this.read(), this.#statuses(), this.drafts.read()]);
    this.#ready = true;
    this.#begin();
    for (let left = 12; left && !this.ticket && this.error?.status === 404 && !this.ctx.signal.aborted; left--) await this.#again();
  }

  /** After a sign-in it takes a moment until it is known whose tickets one sees. */
  async #again() {
    await new Promise(done => setTimeout(done, 5000));
    await this.read();
    this.#begin();
  }

  logTime() {
    return this.timeLog.use(log => log.open());
  }

  /** Once the ticket is there. */
  #begin() {
    if (!this.ticket || !this.#ready || this.#begun) return;
    this.#begun = true;
    this.presence.start();
    this.activities.start();
    this.side.start();
    this.related.count();
    if (this.drafts.get('time')) this.logTime();
    this.update(this.ctx.props);
  }

  /** An address that asks for the time log does so once. @param {any} props */
  update(props) {
    if (!props.query.has('log')) return;
    this.logTime();
    this.ctx.navigate(`/tickets/${this.id}`, { replace: true });
  }

  dirty() {
    return Object.values(this.#outlets).some(outlet => outlet.dirty());
  }

  /** What was written in another tab is shown here. @param {string} key */
  #draft(key) {
    if (key === 'note') this.activities.note.use(form => form.show());
    if (key.startsWith('note.')) this.activities.edit.use(form => form.show(key));
    if (key === 'time') this.logTime();
  }

  destroy() {
    this.presence.stop();
    this.drafts.flush();
    this.activities.destroy();
    super.destroy();
  }

  /** @param {any} what */
  #isMine(what) {
    if (what.type === 'ticket') return what.id === this.id;
    if (!['ticketNote', 'timeLog', 'attachment', 'expense', 'alert'].includes(what.type)) return false;
    this.activities.stale();
    this.side.stale(what.type);
    return false;
  }

  read() {
    return this.attempt(async () => {
      this.ticket = await this.ctx.api(this.path);
      const { number = '', title = '', priority } = this.ticket.fields;
      this.desk.open({ id: this.id, number: number ?? '', title: title ?? '', priority: priority?.label ?? '', sla: this.ticket.sla });
      this.activities.stale();
      this.side.changed();
      requestAnimationFrame(() => this.#fill());
    });
  }

  async #statuses() {
    this.options = await statuses(this.ctx.api);
    this.draw();
  }

  /** What other modules know of the ticket, beside what it is about. */
  get subject() {
    const { fields } = this.ticket;
    const id = (/** @type {string} */ name) => fields[name]?.id;
    return { kind: 'ticket', id: this.id, ticket: this.ticket, organization: id('organization'), contact: id('contact'), configuration: id('configuration'), location: id('location'), document: this.#document };
  }

  /** Whether a panel beside the ticket shows documentation of this type: its contribution says so in "opens". @param {string} type */
  opens(type) {
    return (this.#outlets['ticket.panel']?.list ?? []).some(one => /** @type {any} */ (one.opens ?? []).includes(type));
  }

  /** @param {{type: string, id: string, name: string}} document */
  openBeside({ type, id, name }) {
    this.#document = { type, id, name };
    this.#outlets['ticket.panel'].update(this.subject);
    this.el.querySelector('[data-point="ticket.panel"]')?.scrollIntoView({ block: 'nearest' });
  }

  #fill() {
    if (this.ctx.signal.aborted) return;
    for (const point of ['ticket.top', 'ticket.section', 'ticket.subtab', 'ticket.panel']) {
      const el = /** @type {HTMLElement | null} */ (this.el.querySelector(`[data-point="${point}"]`));
      if (!el) continue;
      const only = point === 'ticket.subtab' ? this.tab : undefined;
      if (this.#outlets[point]) this.#outlets[point].update(this.subject, only);
      else this.#outlets[point] = this.ctx.outlet(point, el, { props: this.subject, only, changed: () => this.draw() });
    }
    this.draw();
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (writes(event) || !this.ticket) return;
    const run = { l: () => this.logTime(), n: () => this.activities.addNote(), t: () => this.desk.toggle(this.id), s: () => this.side.editField('status'), p: () => this.side.editField('priority'),
      q: () => this.side.editField('queue'), a: () => this.side.editField('assignee') }[event.key];
    if (event.key === '/') /** @type {HTMLElement | null} */ (this.el.querySelector('input[type=search]'))?.focus();
    else if (run) run();
    else return;
    event.preventDefault();
  }

  #tick() {
    const open = this.desk.of(this.id);
    const shown = this.el.querySelector('[data-clock]');
    if (open && shown) shown.textContent = clock(elapsed(open.timer));
    if (open && isRunning(open.timer)) this.timeLog.now?.tick();
  }

  template() {
    if (!this.ticket) return html`<h1 class="vh">Ticket</h1>${this.error ? failure(this.error, () => this.read()) : skeleton(10)}`;
    return html`<div class="desk"><div class="middle">${this.#header()}${this.#notices()}
        ${this.timeLog.now?.template() ?? nothing}<div data-point="ticket.top" class="stack"></div>${this.description.template()}${this.#sub()}</div>
      <aside class="side" aria-label="About this ticket">${this.side.template()}<div data-point="ticket.section"></div></aside>
      <div data-point="ticket.panel" class="panel"></div></div>`;
  }

  #header() {
    const { fields, names, sla } = this.ticket;
    const open = this.desk.of(this.id);
    const runs = open && isRunning(open.timer);
    return html`<header class="about"><nav class="row sm" aria-label="Where this is">${fields.organization ? html`${named(fields.organization, names)}${icon('chevron-right', 's')}` : nothing}
        ${fields.contact ? html`${named(fields.contact, names)}${icon('chevron-right', 's')}` : nothing}<span class="muted">${fields.number}</span></nav>
      <div class="row top">${this.edit.heading()}<span class="grow"></span>
        <button class="btn timer" aria-label=${runs ? 'Stop the timer' : 'Start the timer'} title="${runs ? 'Stop' : 'Start'} the timer (t)" @click=${() => this.desk.toggle(this.id)}>${icon(runs ? 'pause' : 'play', 's')}<span class="num" data-clock .textContent=${clock(open ? elapsed(open.timer) : 0)}></span></button>
        <button class="btn icon" aria-label="Restart the timer" title="Restart the timer" @click=${() => this.desk.restart(this.id)}>${icon('rotate-cw', 's')}</button>
        <button class="btn primary" title="Log time (l)" ?disabled=${!this.may.time} @click=${() => this.logTime()}>${icon('check', 's')}Log time</button></div>
      <div class="row wrap sm">${status(fields.status, this.options)}${priority(fields.priority)}${fields.queue ? html`<span class="pill plain">${fields.queue.label}</span>` : nothing}${slaLeft(sla)}
        <span class="muted">Opened ${ago(fields.openDate)}${fields.source ? ` · ${fields.source.label}` : ''}</span>${this.#age()}${this.presence.template()}</div></header>`;
  }

  /** How old what is shown can be, and what is on its way. */
  #age() {
    const waiting = this.ticket.links.filter((/** @type {any} */ l) => l.state !== 'synced');
    const [link] = this.ticket.links;
    if (waiting.length) return html`<span class="pill warn" title=${waiting.map((/** @type {any} */ l) => l.reason).join(' ')}>${waiting[0].system}: ${waiting[0].state}</span>`;
    return link?.syncedAt ? html`<span class="faint" title="When ${link.system} last showed it">${link.system} ${ago(link.syncedAt)}</span>` : nothing;
  }

  #notices() {
    const why = this.why('edit');
    return html`${this.error ? html`<div class="note danger" role="alert">${icon('circle-alert')}<span class="grow">${this.error.message} This is how it stood before.</span><button class="btn xs" @click=${() => this.read()}>Try again</button></div>` : nothing}
      ${why ? html`<div class="note">${icon('lock')}<span>${why}</span></div>` : nothing}`;
  }

  #sub() {
    const more = this.#outlets['ticket.subtab']?.list ?? [];
    const all = [{ id: 'activities', title: 'Activities' }, { id: 'related', title: 'Related documentation', count: this.related.total }, ...more.map(one => ({ id: one.id, title: one.title }))];
    const chosen = all.some(one => one.id === this.tab) ? this.tab : 'activities';
    return html`<section class="card sub">${tabs('What was done and what helps', all, chosen, tab => this.choose(tab))}
      <div role="tabpanel" aria-labelledby="tab-${chosen}">${chosen === 'activities' ? this.activities.template() : chosen === 'related' ? this.related.template() : nothing}
        <div data-point="ticket.subtab"></div></div></section>`;
  }

  /** @param {string} tab */
  choose(tab) {
    this.tab = tab;
    if (tab === 'related') this.related.read();
    this.draw();
    this.#fill();
  }
}
