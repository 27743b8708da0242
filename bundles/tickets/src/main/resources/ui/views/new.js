// @ts-check
import { html, nothing } from 'lit';
import { Combobox, icon, Screen } from '@mo/shell';
import { choices, contracts, records } from '../lists.js';
import { Drafts } from '../drafts.js';
import { OF_CUSTOMER, Party } from '../party.js';
import { localMinute, status } from '../values.js';
import { Writing } from '../writing.js';
import { Templates } from './templates.js';

const PARTY = [['organization', 'Company', true], ['location', 'Location', false], ['contact', 'Contact', false], ['configuration', 'Asset', false]];
const CHOSEN = [['type', 'Type', true], ['priority', 'Priority', true], ['status', 'Status', true], ['source', 'Source', true], ['queue', 'Queue', false], ['issueType', 'Issue type', false], ['subIssueType', 'Sub-issue type', false], ['workType', 'Work type', false], ['sla', 'SLA', false], ['contract', 'Service contract', false]];
/** Of a list that each company has of its own. */
const THEIRS = 'contract';
const PAUSE = 350;

/** A ticket to be made: its customer narrows what else can be picked, and what is open already is suggested while one types. */
export class NewTicketView extends Screen {
  /** @type {any} */
  given = {};
  /** @type {Record<string, string>} what was picked is called */
  names = {};
  /** By field, what filled it in: who chooses another of that one gets another here, too; what was chosen by hand stays. @type {Record<string, string>} */
  filled = {};
  /** What went with a company that somebody left. @type {any} */
  dropped;
  /** @type {Record<string, string>} */
  wrong = {};
  /** @type {any[]} */
  similar = [];
  busy = false;
  /** Its key, and what it was sent with last unless it was changed since. @type {any} */
  #sending = {};
  #timer = 0;
  /** @type {any} */
  #panel;

  /** @param {HTMLElement} el @param {any} ctx @param {import('../desk.js').Desk} desk */
  constructor(el, ctx, desk) {
    super(el, ctx);
    this.drafts = new Drafts(ctx, desk.host.api, 'new');
    this.templates = new Templates(this);
    this.writing = new Writing(this, { label: 'Description', changed: html => this.#give({ description: html }) });
    this.party = new Party({ api: ctx.api, chosen: () => this.given, draw: () => this.draw() });
    this.boxes = new Map([...PARTY.map(([name, label]) => this.#party(String(name), String(label))), ...CHOSEN.map(([name, label]) => this.#chosen(String(name), String(label))), this.#assignee()]);
  }

  async start() {
    this.draw();
    this.templates.read();
    await this.drafts.read();
    const kept = this.drafts.get('ticket');
    if (kept) Object.assign(this, { given: { ...kept.given, ...this.given }, names: { ...kept.names, ...this.names }, filled: { ...kept.filled, ...this.filled } });
    if (kept) this.#sending = { key: kept.key, sent: kept.sent };
    await Promise.all([this.#asked(), kept ? undefined : this.#usual()]);
    this.writing.open(this.given.description ?? '', false);
    this.draw();
    requestAnimationFrame(() => {
      const el = this.el.querySelector('[data-point="ticket.panel"]');
      if (el) this.#panel = this.ctx.outlet('ticket.panel', el, { props: this.#subject });
      const { activeElement } = /** @type {ShadowRoot} */ (this.el.getRootNode());
      if (!this.el.contains(activeElement)) /** @type {HTMLElement} */ (this.el.querySelector('#n-title'))?.focus();
    });
  }

  update() {}

  destroy() {
    clearTimeout(this.#timer);
    this.drafts.flush();
    super.destroy();
  }

  /** What the address names already. */
  async #asked() {
    const organization = this.ctx.props.query.get('organization');
    if (!organization) return;
    const { id, fields } = await this.ctx.api(`/api/organizations/${encodeURIComponent(organization)}`).catch(() => ({}));
    if (id) this.#take('organization', { value: { type: 'organization', id }, label: fields.name });
  }

  /** Entries that their list calls the usual ones. */
  async #usual() {
    await Promise.all(CHOSEN.filter(([name]) => name !== THEIRS).map(async ([name]) => {
      const { items } = await this.ctx.api(`/api/tickets/options/${name}?limit=200`).catch(() => ({ items: [] }));
      const usual = items.find((/** @type {any} */ one) => one.isDefault);
      if (usual && !this.given[String(name)]) this.given[String(name)] = { key: usual.key, label: usual.label };
    }));
  }

  /** @param {string} name @param {string} label @returns {[string, Combobox]} */
  #party(name, label) {
    return [name, new Combobox({ label, find: typed => (name === 'organization' ? records(this.ctx.api, name, typed) : this.party.find(name, typed)), draw: () => this.draw(), taken: found => this.#take(name, found) })];
  }

  /** @param {string} name @param {string} label @returns {[string, Combobox]} */
  #chosen(name, label) {
    const above = () => (name === 'subIssueType' ? { issueType: this.given.issueType?.key ?? '' } : {});
    const find = (/** @type {string} */ typed) => (name === THEIRS ? contracts(this.ctx.api, this.given.organization?.id ?? '', typed) : choices(this.ctx.api, name, typed, above()));
    return [name, new Combobox({ label, find, draw: () => this.draw(), taken: found => this.#take(name, found) })];
  }

  /** @returns {[string, Combobox]} */
  #assignee() {
    return ['assignee', new Combobox({ label: 'Assignee', find: typed => records(this.ctx.api, 'user', typed), draw: () => this.draw(), taken: found => this.#take('assignee', found) })];
  }

  /** Who picks another company drops what belonged to the one before, and can take that back. @param {string} name @param {any} found @param {string} [from] the field that filled it in */
  #take(name, found, from = '') {
    const more = /** @type {any} */ ({ [name]: found?.value ?? null });
    if (found?.value?.id) this.names[found.value.id] = found.label;
    if (OF_CUSTOMER.includes(name)) this.dropped = undefined;
    if (name === 'organization' && this.given.organization && found?.value?.id !== this.given.organization.id) Object.assign(more, this.#leave());
    if (name === 'issueType') more.subIssueType = null;
    if (from) this.filled[name] = from;
    else delete this.filled[name];
    this.#give(more);
    if (found?.fields) this.#follow(name, found.fields);
  }

  /** What belonged to the company that somebody leaves. */
  #leave() {
    const { given, filled } = this;
    const theirs = OF_CUSTOMER.filter(name => given[name]);
    this.dropped = theirs.length ? { given: Object.fromEntries(['organization', ...theirs].map(name => [name, given[name]])), filled: { ...filled }, theirs } : undefined;
    return Object.fromEntries(theirs.map(name => [name, null]));
  }

  #takeBack() {
    const { given, filled } = this.dropped;
    Object.assign(this, { dropped: undefined, filled });
    this.#give({ ...Object.fromEntries(OF_CUSTOMER.map(name => [name, null])), ...given });
  }

  /** Where and whose one is goes along with it, unless something else was chosen by hand. @param {string} name @param {any} fields */
  async #follow(name, fields) {
    const mine = this.given[name]?.id;
    const free = (/** @type {string} */ other) => !this.given[other] || (this.filled[other] === name && this.given[other].id !== fields[other].id && other !== 'organization');
    for (const [other, ref] of this.party.along(name, fields, free)) {
      const found = await this.party.know(ref);
      if (found && this.given[name]?.id === mine && free(other)) this.#take(other, { value: ref, label: found.fields.name, fields: found.fields }, name);
    }
  }

  /** What somebody wrote already stays. @param {any} template */
  #begin({ title, description, words }) {
    const lists = Object.fromEntries(Object.entries(words).map(([name, label]) => [name, { key: '', label }]));
    this.#give({ ...lists, title: this.given.title || title });
    if (description && !this.writing.html) this.writing.set(description);
    this.#give({ description: this.writing.html });
  }

  #saveTemplate() {
    const words = Object.fromEntries(CHOSEN.flatMap(([name]) => (name !== THEIRS && this.given[String(name)]?.label ? [[String(name), this.given[String(name)].label]] : [])));
    return this.templates.save({ title: this.given.title ?? '', description: this.writing.html, words });
  }

  /** @param {any} more */
  #give(more) {
    this.given = { ...this.given, ...more };
    for (const name of Object.keys(more)) delete this.wrong[name];
    this.#sending.sent = undefined;
    this.drafts.set('ticket', { given: this.given, names: this.names, filled: this.filled, ...this.#sending });
    this.#panel?.update(this.#subject);
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.#look(), PAUSE);
    this.draw();
  }

  get #subject() {
    const id = (/** @type {string} */ name) => this.given[name]?.id;
    return { kind: 'ticket', id: 'new', organization: id('organization'), contact: id('contact'), configuration: id('configuration'), location: id('location') };
  }

  /** Thrown away by mistake, it comes back as it was. */
  async #discard() {
    const { given, names, filled } = this;
    const kept = { given: { ...given, description: this.writing.html }, names, filled };
    clearTimeout(this.#timer);
    await this.drafts.remove('ticket');
    const back = async () => {
      await this.drafts.now('ticket', kept);
      this.ctx.navigate('/tickets/new');
    };
    this.ctx.toast('The new ticket is thrown away.', 'ok', { label: 'Undo', run: back });
    this.ctx.navigate('/tickets');
  }

  /** Is there one like it already? */
  async #look() {
    const { organization, contact, title = '' } = this.given;
    if (!organization || title.trim().length < 4) {
      this.similar = [];
      return this.draw();
    }
    const query = new URLSearchParams({ organization: organization.id, title });
    if (contact) query.set('contact', contact.id);
    this.similar = (await this.ctx.api(`/api/tickets/similar?${query}`).catch(() => ({ items: [] }))).items;
    this.draw();
  }

  async #send() {
    const needed = /** @type {[string, string][]} */ ([['title', 'Title'], ...PARTY.filter(([, , need]) => need), ...CHOSEN.filter(([, , need]) => need)].map(([name, label]) => [String(name), String(label)]));
    this.wrong = Object.fromEntries(needed.filter(([name]) => !this.given[name]).map(([name]) => [name, 'is needed']));
    this.error = undefined;
    if (Object.keys(this.wrong).length) return this.#firstWrong();
    this.busy = true;
    this.draw();
    this.#sending = Drafts.sending(this.#sending, () => ({ fields: this.#fields() }));
    const { key, sent } = this.#sending;
    await this.drafts.now('ticket', { given: this.given, names: this.names, filled: this.filled, ...this.#sending });
    try {
      const made = await this.ctx.api('/api/tickets', { method: 'POST', json: sent, headers: { 'Idempotency-Key': key } });
      await this.drafts.remove('ticket');
      const late = made.systems?.find((/** @type {any} */ s) => s.state !== 'saved');
      this.ctx.toast(late ? `The ticket is made here; ${late.system}: ${late.reason || 'on its way'}` : 'The ticket is made.', late?.state === 'refused' ? 'danger' : 'ok');
      this.ctx.navigate(`/tickets/${made.id}`);
    } catch (error) {
      if (this.ctx.signal.aborted) return;
      const { given, problem } = Drafts.refused(this.#sending, error);
      this.error = { message: problem };
      this.#sending = given;
      this.wrong = /** @type {any} */ (error).fields ?? {};
      this.busy = false;
      this.#firstWrong();
    }
  }

  #fields() {
    return Object.fromEntries(Object.entries({ ...this.given, description: this.writing.html }).filter(([, value]) => value !== null && value !== '' && value !== undefined));
  }

  #firstWrong() {
    this.draw();
    requestAnimationFrame(() => /** @type {HTMLElement} */ (this.el.querySelector('[aria-invalid=true]'))?.focus());
  }

  template() {
    return html`<div class="desk one"><div class="middle"><header class="about"><h1>New ticket</h1></header>
      <form class="card" novalidate @submit=${(/** @type {Event} */ e) => { e.preventDefault(); this.#send(); }}><div class="body fields" style="padding-top:12px">
        ${this.templates.picker(one => this.#begin(one))}${this.#field('title', 'Title', html`<input class="input" id="n-title" maxlength="250" autocomplete="off" aria-invalid=${this.wrong.title ? 'true' : nothing} .value=${this.given.title ?? ''} @input=${(/** @type {any} */ e) => this.#give({ title: e.target.value })}>`, 'whole')}
        ${this.#alike()}${[...PARTY, ...CHOSEN, ['assignee', 'Assignee']].map(([name, label]) => this.#picked(String(name), String(label)))}
        <div class="field"><label for="n-dueDate">Due</label><input class="input" type="datetime-local" id="n-dueDate" .value=${localMinute(this.given.dueDate)} @change=${(/** @type {any} */ e) => this.#give({ dueDate: e.target.value ? new Date(e.target.value).toISOString() : null })}>${this.#wrong('dueDate')}</div>
        <div class="field whole"><span class="label">Description</span>${this.writing.template()}${this.#wrong('description')}</div>
        ${this.error ? html`<div class="note danger whole" role="alert">${icon('circle-alert')}<span>${this.error.message}</span></div>` : nothing}
        <div class="row whole"><button class="btn primary" ?disabled=${this.busy}>${this.busy ? 'Making it in every system…' : 'Make the ticket'}</button><a class="btn" href="/tickets">Put aside</a>
          <button type="button" class="btn ghost" @click=${() => this.#discard()}>Throw away</button>
          ${this.ctx.user.rights.includes('admin') ? html`<span class="grow"></span><button type="button" class="btn" @click=${() => this.#saveTemplate()}>${icon('save', 's')}Save as a template</button>` : nothing}</div></div></form></div>
      <div data-point="ticket.panel" class="panel"></div></div>`;
  }

  /** @param {string} name @param {string} label */
  #picked(name, label) {
    const value = this.given[name];
    const disabled = ['location', THEIRS].includes(name) && !this.given.organization ? 'Pick a company first.' : '';
    const box = /** @type {Combobox} */ (this.boxes.get(name)).template(value?.label ?? (value?.id ? this.names[value.id] ?? '' : ''), { id: `n-${name}`, invalid: Boolean(this.wrong[name]), disabled });
    return this.#field(name, label, html`${box}${name === 'organization' ? this.#left() : this.#beside(name)}`);
  }

  /** What went with the company before. */
  #left() {
    if (!this.dropped) return nothing;
    const labels = this.dropped.theirs.map((/** @type {string} */ name) => [...PARTY, ...CHOSEN].find(([one]) => one === name)?.[1]);
    return html`<div class="note warn sm beside" role="status"><span class="grow">${labels.join(', ')} went with ${this.names[this.dropped.given.organization.id] ?? 'the company before'}.</span><button type="button" class="btn xs" @click=${() => this.#takeBack()}>Take back</button></div>`;
  }

  /** What doesn't go together is said, and mended at a person's word alone. @param {string} name */
  #beside(name) {
    return (this.party.mismatches()[name] ?? []).map(({ text, name: other, value, label }) => html`<div class="note warn sm beside" role="status"><span class="grow">${text}</span>
      <button type="button" class="btn xs" @click=${() => this.#take(other, { value, label })}>Take ${label}</button></div>`);
  }

  /** @param {string} name @param {string} label @param {unknown} input @param {string} [className] */
  #field(name, label, input, className = '') {
    const needed = name === 'title' || [...PARTY, ...CHOSEN].some(([one, , need]) => one === name && need);
    return html`<div class="field ${className}"><label for="n-${name}">${label}${needed ? html` <span class="danger-text" aria-hidden="true">*</span>` : nothing}</label>${input}${this.#wrong(name)}</div>`;
  }

  /** @param {string} name */
  #wrong(name) {
    return this.wrong[name] ? html`<span class="wrong" role="alert">It ${this.wrong[name]}.</span>` : nothing;
  }

  #alike() {
    if (!this.similar.length) return nothing;
    return html`<div class="note whole" role="status"><div class="stack grow"><span class="strong">Is it one of these already?</span><ul class="lines">${this.similar.map(one => html`<li class="row strip tight"><a class="trunc grow" href="/tickets/${one.id}">${one.fields.title}</a>
      <span class="faint sm">${one.fields.number}</span>${status(one.fields.status)}</li>`)}</ul></div></div>`;
  }
}
