// @ts-check
import { html, nothing } from 'lit';
import { Combobox, icon } from '@mo/shell';
import { Drafts } from '../drafts.js';
import { choices, legal } from '../lists.js';
import { elapsed, hours, isRunning, minutes, typedMinutes } from '../timer.js';
import { isoSpan, spanMinutes } from '../values.js';

const two = (/** @type {number} */ n) => String(n).padStart(2, '0');
const time = (/** @type {Date} */ at) => `${two(at.getHours())}:${two(at.getMinutes())}`;
const day = (/** @type {Date} */ at) => `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;

/** @param {string} at "09:30" */
const ofDay = at => 60 * Number(at.slice(0, 2)) + Number(at.slice(3, 5));

/**
 * Work to be logged. It is filled from the timer, which goes on while the form is open; who changes the start or the committed
 * time by hand stops it. Time of one's own that was logged already is corrected in the same form, beside the timer.
 */
export class TimeLog {
  isOpen = false;
  busy = false;
  problem = '';
  /** @type {Record<string, string>} */
  wrong = {};
  /** @type {any} what was typed; the rest follows the timer */
  given = {};

  /** @param {import('./ticket.js').TicketView} view */
  constructor(view) {
    this.view = view;
    const { api } = view.ctx;
    this.workType = new Combobox({ label: 'Work type', find: typed => choices(api, '/api/time-logs/options/workType', typed), draw: () => view.draw(), taken: found => this.#give({ workType: found && /** @type {any} */ (found).value }) });
    this.status = new Combobox({ label: 'Status', find: typed => legal(api, [view.id], typed), draw: () => view.draw(), taken: found => this.#give({ status: found && /** @type {any} */ (found).value }) });
    this.role = new Combobox({ label: 'Role', find: typed => choices(api, '/api/time-logs/options/role', typed), draw: () => view.draw(), taken: found => this.#give({ role: found && /** @type {any} */ (found).value }) });
  }

  get #ticket() {
    return this.view.desk.of(this.view.id);
  }

  open() {
    if (!this.view.may.time) return this.view.ctx.toast(this.view.why('time'), 'warn');
    this.given = { workType: this.view.ticket?.fields.workType, billable: true, ...this.view.drafts.get('time') };
    this.isOpen = true;
    this.view.draw();
    requestAnimationFrame(() => /** @type {HTMLElement} */ (this.view.el.querySelector('#time-notes'))?.focus());
  }

  /** @param {string} id of a time log */
  async correct(id) {
    try {
      const { items } = await this.view.ctx.api(`${this.view.path}/time-logs?limit=200`);
      const log = items.find((/** @type {any} */ one) => one.id === id);
      if (!log) throw new Error('This time is not among the last two hundred of the ticket.');
      this.#begin(log);
    } catch (error) {
      this.view.ctx.toast(/** @type {Error} */ (error).message, 'warn');
    }
  }

  /** @param {any} log */
  #begin({ id, version, date, start, end, committed, workType, role, notes, internalNotes, billable }) {
    const internal = !notes && Boolean(internalNotes);
    this.given = { corrects: { id, version }, date, startTime: start?.slice(0, 5), endTime: end?.slice(0, 5), committed: hours(spanMinutes(committed)), ownCommitted: true, ownStart: true,
      workType, role, notes: internal ? internalNotes : notes, internal, billable: billable !== false };
    Object.assign(this, { isOpen: true, problem: '', wrong: {} });
    this.view.draw();
    requestAnimationFrame(() => /** @type {HTMLElement} */ (this.view.el.querySelector('#time-notes'))?.focus());
  }

  close() {
    const { corrects } = this.given;
    Object.assign(this, { isOpen: false, problem: '', wrong: {}, given: {} });
    if (!corrects) this.view.drafts.remove('time');
    this.view.draw();
  }

  /** Closed by mistake, it comes back as it was. */
  #discard() {
    const { given } = this;
    this.close();
    if (given.corrects) return;
    const back = () => {
      this.view.drafts.set('time', given);
      this.open();
    };
    if (given.notes || given.committed) this.view.ctx.toast('The time log is thrown away.', 'ok', { label: 'Undo', run: back });
  }

  /** What the form shows now: the timer's, unless somebody gave another. */
  get values() {
    if (this.given.sent) return this.given.sent.shown;
    const now = new Date();
    const ran = this.#ticket ? elapsed(this.#ticket.timer) : 0;
    const end = this.given.endTime ?? time(now);
    const committed = this.given.committed ?? hours(Math.max(1, minutes(ran)));
    const start = this.given.startTime ?? this.#before(end, typedMinutes(committed) ?? 0);
    return { date: this.given.date ?? day(now), startTime: start, endTime: end, committed };
  }

  /** @param {string} end @param {number} length minutes */
  #before(end, length) {
    const at = Math.max(0, ofDay(end) - length);
    return `${two(Math.floor(at / 60))}:${two(at % 60)}`;
  }

  tick() {
    if (this.isOpen) this.view.draw();
  }

  /** @param {any} more */
  #give(more) {
    this.given = { ...this.given, ...more, sent: undefined };
    for (const name of Object.keys(more)) delete this.wrong[name];
    if (!this.given.corrects) this.view.drafts.set('time', this.given);
    this.view.draw();
  }

  /** By hand: the timer stops, and what it had counted stays as it is shown. @param {any} more */
  #byHand(more) {
    const { date, startTime, endTime, committed } = this.values;
    if (!this.given.corrects) this.view.desk.stop(this.view.id);
    const own = this.given.ownCommitted || more.committed !== undefined;
    const next = { date, startTime, endTime, committed, ...this.given, ...more, ownCommitted: own };
    if (!own) next.committed = hours(Math.max(0, ofDay(next.endTime) - ofDay(next.startTime)));
    if (more.startTime) next.ownStart = true;
    if (more.committed && !next.ownStart) next.startTime = this.#before(next.endTime, typedMinutes(more.committed) ?? 0);
    this.#give(next);
  }

  #restart() {
    const { notes, workType, role, status, billable, internal } = this.given;
    this.given = { notes, workType, role, status, billable, internal };
    this.view.desk.restart(this.view.id);
    this.#give({});
  }

  #check() {
    const { startTime, endTime, committed } = this.values;
    const length = typedMinutes(committed);
    const wrong = /** @type {Record<string, string>} */ ({});
    if (length === undefined) wrong.committed = 'isn\'t a time: write 1h 25m, 1:25 or 85';
    else if (length < 1) wrong.committed = 'must be a minute at least';
    if (ofDay(endTime) < ofDay(startTime)) wrong.end = 'is before the start: work past midnight is two logs, one for each day';
    else if (length !== undefined && length > ofDay(endTime) - ofDay(startTime) + 1) wrong.committed = 'is more than lies between start and end: work past midnight is two logs, one for each day';
    return { wrong, length: length ?? 0 };
  }

  async #send() {
    const { wrong, length } = this.#check();
    this.wrong = wrong;
    if (Object.keys(wrong).length) return this.view.draw();
    Object.assign(this, { busy: true, problem: '' });
    this.view.draw();
    if (this.given.corrects) return this.#sendCorrected(this.given.corrects, length);
    this.given = Drafts.sending(this.given, () => ({ shown: this.values, log: this.#log(length) }));
    const { key, sent } = this.given;
    await this.view.drafts.now('time', this.given);
    try {
      const saved = await this.view.ctx.api(`${this.view.path}/time-logs`, { method: 'POST', json: sent.log, headers: { 'Idempotency-Key': key } });
      this.#done(saved, length);
    } catch (error) {
      if (this.view.ctx.signal.aborted) return;
      const e = /** @type {any} */ (error);
      Object.assign(this, { ...Drafts.refused(this.given, e), wrong: e.fields ?? {} });
    }
    this.busy = false;
    this.view.draw();
  }

  /** @param {{id: string, version: number}} corrected @param {number} length minutes */
  async #sendCorrected({ id, version }, length) {
    const { overlap, ...log } = /** @type {any} */ (this.#log(length));
    const { notes = '', internal } = this.given;
    const json = { ...log, notes: internal ? '' : notes, internalNotes: internal ? notes : '', ...(overlap ? { overlap } : {}) };
    try {
      const saved = await this.view.ctx.api(`/api/time-logs/${id}`, { method: 'PATCH', json, headers: { 'If-Match': `"${version}"` } });
      this.close();
      this.#told(saved, `${hours(length)} corrected`);
    } catch (error) {
      if (this.view.ctx.signal.aborted) return;
      const e = /** @type {any} */ (error);
      const stale = e.current ? 'This time was changed meanwhile. Cancel, look at it, and correct it again.' : e.message;
      Object.assign(this, { problem: Object.keys(e.fields ?? {}).length ? '' : stale, wrong: e.fields ?? {} });
    }
    this.busy = false;
    this.view.draw();
  }

  /** @param {number} length minutes */
  #log(length) {
    const { date, startTime, endTime } = this.values;
    const { notes = '', internal, workType, role, status, billable = true, overlap } = this.given;
    return { date, start: startTime, end: endTime, committed: isoSpan(length), [internal ? 'internalNotes' : 'notes']: notes, billable, ...(workType ? { workType } : {}), ...(role ? { role } : {}), ...(status ? { status } : {}), ...(overlap ? { overlap } : {}) };
  }

  /** @param {any} saved @param {number} length */
  #done(saved, length) {
    this.close();
    this.view.desk.restart(this.view.id);
    this.#told(saved, `${hours(length)} logged`);
    if (saved.status?.kept === false) this.view.ctx.toast(`The status stays as it was: ${saved.status.systems.map((/** @type {any} */ s) => s.reason).filter(Boolean).join(' ') || 'the PSA refused it'}`, 'danger');
    if (saved.status) this.view.read();
  }

  /** @param {any} saved @param {string} what */
  #told(saved, what) {
    const late = saved.systems?.find((/** @type {any} */ s) => s.state !== 'saved');
    this.view.ctx.toast(late ? `${what} here; ${late.system}: ${late.reason || 'on its way'}` : `${what}.`, late?.state === 'refused' ? 'danger' : 'ok');
    this.view.activities.stale();
  }

  template() {
    if (!this.isOpen) return nothing;
    const v = this.values;
    const runs = this.#ticket && isRunning(this.#ticket.timer);
    const corrects = Boolean(this.given.corrects);
    const send = (/** @type {Event} */ e) => {
      e.preventDefault();
      this.#send();
    };
    return html`<form class="card timelog" aria-label="Time log" novalidate @submit=${send} @keydown=${(/** @type {KeyboardEvent} */ e) => e.key === 'Escape' && this.#discard()}>
      <header>${icon('clock')}<h2>${corrects ? 'Correct the time' : 'Log time'}</h2>${corrects ? html`<span class="muted sm">What it was stays in the journal</span>` : html`<span class="muted sm" role="status">${runs ? 'The timer runs on' : 'The timer stands'}</span><span class="grow"></span>
        <button type="button" class="btn xs" @click=${() => this.#restart()}>${icon('rotate-cw', 's')}Restart</button>`}</header>
      <div class="body fields">${this.#field('date', 'Date', html`<input class="input" type="date" id="time-date" .value=${v.date} @change=${(/** @type {any} */ e) => this.#give({ date: e.target.value })}>`)}
        ${this.#field('start', 'Start', html`<input class="input" type="time" id="time-start" .value=${v.startTime} @change=${(/** @type {any} */ e) => this.#byHand({ startTime: e.target.value })}>`)}
        ${this.#field('end', 'End', html`<input class="input" type="time" id="time-end" .value=${v.endTime} @change=${(/** @type {any} */ e) => this.#byHand({ endTime: e.target.value })}>`)}
        ${this.#field('committed', 'Committed time', html`<input class="input num" id="time-committed" .value=${v.committed} @change=${(/** @type {any} */ e) => this.#byHand({ committed: e.target.value })}>`)}
        ${this.#field('workType', 'Work type', this.workType.template(this.given.workType?.label ?? '', { id: 'time-workType', invalid: Boolean(this.wrong.workType) }))}
        ${this.#field('role', 'Role', this.role.template(this.given.role?.label ?? '', { id: 'time-role', invalid: Boolean(this.wrong.role) }))}
        ${corrects ? nothing : this.#field('status', 'Status', this.status.template(this.given.status?.label ?? this.view.ticket?.fields.status?.label ?? '', { id: 'time-status', invalid: Boolean(this.wrong.status) }))}
        <div class="field whole"><label for="time-notes">Note</label><textarea class="input" id="time-notes" rows="3" .value=${this.given.notes ?? ''} @input=${(/** @type {any} */ e) => this.#give({ notes: e.target.value })}></textarea>${this.#wrong('notes')}</div>
        <div class="row whole"><label class="check"><input type="checkbox" .checked=${this.given.billable !== false} @change=${(/** @type {any} */ e) => this.#give({ billable: e.target.checked })}>Billable</label>
          <label class="check"><input type="checkbox" .checked=${Boolean(this.given.internal)} @change=${(/** @type {any} */ e) => this.#give({ internal: e.target.checked })}>Internal note</label></div>
        ${this.problem ? html`<div class="note danger whole" role="alert">${icon('circle-alert')}<span>${this.problem}</span></div>` : nothing}
        <div class="row whole"><button class="btn primary" ?disabled=${this.busy}>${icon('check', 's')}${this.busy ? 'Saving…' : corrects ? 'Save the correction' : 'Commit the time'}</button><button class="btn" type="button" @click=${() => this.#discard()}>Cancel</button></div></div></form>`;
  }

  /** @param {string} name @param {string} label @param {unknown} input */
  #field(name, label, input) {
    return html`<div class="field"><label for="time-${name}">${label}</label>${input}${this.#wrong(name)}</div>`;
  }

  /** @param {string} name */
  #wrong(name) {
    const why = this.wrong[name];
    if (!why) return nothing;
    const overlaps = why.includes('"overlap"');
    return html`<span class="wrong" role="alert">It ${overlaps ? why.split('; change one')[0] : why}.</span>
      ${overlaps ? html`<button type="button" class="btn xs" @click=${() => { this.#give({ overlap: true }); this.#send(); }}>Both are right</button>` : nothing}`;
  }
}
