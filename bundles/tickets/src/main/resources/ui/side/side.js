// @ts-check
import { html, nothing } from 'lit';
import { icon, throttled } from '@mo/shell';
import { Alarms } from './alarms.js';
import { Assets } from './assets.js';
import { Attachments } from './attachments.js';
import { Contact } from './contact.js';
import { Details } from './details.js';
import { custom } from './custom.js';
import { rmm } from './rmm.js';

const BREATH = 1000;

/** The seven sections beside a ticket; which are open is remembered. */
export class Side {
  /** @type {Record<string, boolean>} */
  #open;

  /** @param {import('../views/ticket.js').TicketView} view */
  constructor(view) {
    this.view = view;
    this.kept = view.ctx.state('sections');
    this.#open = { details: true, contact: true, attachments: true, assets: true, ...this.kept.get() };
    this.details = new Details(view);
    this.contact = new Contact(view);
    this.assets = new Assets(view);
    this.attachments = new Attachments(view);
    this.alarms = new Alarms(view);
    /** @type {Record<string, () => Promise<void>>} by type of what changes */
    this.again = { attachment: throttled(() => this.attachments.read(), BREATH), alert: throttled(() => this.alarms.read(), BREATH) };
  }

  start() {
    this.view.ctx.on('ticket.files', (/** @type {any} */ what) => what.id === this.view.id && this.#filesMoved());
    this.contact.read();
    this.attachments.read();
    this.alarms.read();
  }

  /** A file has gone out, or hasn't: the log says so, too. */
  #filesMoved() {
    this.stale('attachment');
    this.view.activities.stale();
  }

  changed() {
    this.contact.changed();
  }

  /** @param {string} type */
  stale(type) {
    this.again[type]?.();
  }

  /** Unfolds a section in which something is to be seen. @param {string} id */
  show(id) {
    this.#set(id, true);
  }

  /** @param {string} name */
  editField(name) {
    this.#set('details', true);
    this.details.begin(name);
  }

  /** Where and whose one is goes along with it, where the ticket has nothing there; what it has is nobody's to change unasked. @param {string} name @param {any} found */
  take(name, found) {
    const { edit, party, ticket } = this.view;
    const free = (/** @type {string} */ other) => !ticket.fields[other] && !edit.locked(other);
    return edit.save(name, found?.value ?? null, { also: Object.fromEntries(party.along(name, found?.fields, free)) });
  }

  /** What doesn't go together with the rest is said beside it. @param {string} name of the field */
  beside(name) {
    const { edit, party } = this.view;
    return (party.mismatches()[name] ?? []).map(({ text, name: other, value, label }) => html`<div class="note warn sm beside" role="status"><span class="grow">${text}</span>
      ${edit.locked(other) ? nothing : html`<button type="button" class="btn xs" @click=${() => edit.save(other, value)}>Take ${label}</button>`}</div>`);
  }

  /** @param {string} id @param {boolean} open */
  #set(id, open) {
    if (this.#open[id] === open) return;
    this.#open = { ...this.#open, [id]: open };
    this.kept.set(this.#open);
    this.view.draw();
  }

  /** @param {string} id @param {string} title @param {unknown} body @param {number} [count] */
  #section(id, title, body, count) {
    const open = Boolean(this.#open[id]);
    return html`<section class="part" aria-labelledby="part-${id}"><h2 id="part-${id}"><button type="button" aria-expanded=${open} @click=${() => this.#set(id, !open)}>${icon(open ? 'chevron-down' : 'chevron-right', 's')}<span class="grow">${title}</span>
      ${count ? html`<span class="count">${count}</span>` : nothing}</button></h2>${open ? html`<div class="inside">${body}</div>` : nothing}</section>`;
  }

  template() {
    const { ticket } = this.view;
    const fields = custom(this.view);
    const ofRmm = rmm(this.view);
    return html`${this.#section('details', 'Details', this.details.template())}
      ${this.#section('custom', 'Custom Fields', fields.body, fields.count)}
      ${ofRmm ? this.#section('rmm', 'RMM Integration', ofRmm) : nothing}
      ${this.#section('contact', 'Ticket Contacts', this.contact.template())}
      ${this.#section('assets', 'Affected Assets', this.assets.template(), (ticket.fields.affectedAssets?.length ?? 0) + (ticket.fields.configuration ? 1 : 0))}
      ${this.#section('attachments', 'Attachments', this.attachments.template(), this.attachments.items?.length)}
      ${this.#section('alarms', 'Duplicate Alarms', this.alarms.template(), this.alarms.items?.length)}`;
  }
}
