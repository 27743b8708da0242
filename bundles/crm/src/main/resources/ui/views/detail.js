// @ts-check
import { html, nothing } from 'lit';
import { failure, icon, Screen, skeleton, tabs, writes } from '@mo/shell';
import { TYPES } from '../types.js';
import { Names } from '../names.js';
import { lifecycle, shown } from '../values.js';
import { originMark } from './origin.js';
import { linksPanel } from './links.js';
import { History } from './history.js';
import { Related } from './related.js';
import { Editor } from './editor.js';

const PARTS = ['configuration', 'contact', 'location'];

/** One record: its values and where each came from, the systems it is in, what happened to it; and the form to change it. */
export class DetailView extends Screen {
  /** @type {any} */
  record;
  /** @type {Editor | undefined} */
  editor;
  /** What the systems said to the last edit. @type {any} */
  saved;
  tab = 'values';
  /** What other modules know of it, each under a tab of its own. @type {import('../crm').Outlet | undefined} */
  #more;

  /** @param {HTMLElement} el @param {any} ctx @param {string} id */
  constructor(el, ctx, id) {
    super(el, ctx);
    this.id = id;
    this.type = ctx.contribution.type;
    this.about = TYPES[this.type];
    this.kept = ctx.state(`draft/${this.type}/${id}`);
    this.path = `/api${this.about.path}/${encodeURIComponent(id)}`;
    this.names = new Names(ctx.api, () => this.draw());
    this.history = new History(ctx, `${this.path}/journal`, this.type, this.names, source => this.#system(source), () => this.draw());
    this.related = this.type === 'organization' ? new Map(PARTS.map(part => [part, new Related(ctx, part, id, this.names, () => this.draw())])) : new Map();
  }

  start() {
    this.draw();
    this.read().then(() => this.#open()).then(() => this.kept.get()?.open && this.#mayEdit && this.edit());
    for (const related of this.related.values()) related.count();
    const mine = (/** @type {any} */ what) => what.type === this.type && what.id === this.id;
    this.ctx.on('record.changed', what => mine(what) && this.read());
    this.ctx.on('resync', () => this.read());
    this.ctx.on('sync.progress', () => this.#unsettled() && this.read());
    this.keys(event => this.#keys(event));
  }

  update() {}

  destroy() {
    if (this.editor?.draft) this.ctx.toast('What you were writing is kept: it is in the form again when you come back to it.', 'warn');
    super.destroy();
  }

  /** The place for other modules; it is there as long as the record is shown. */
  async #open() {
    await new Promise(done => requestAnimationFrame(done));
    const el = this.el.querySelector('[data-more]');
    if (!el || this.#more) return;
    this.#more = this.ctx.outlet(`${this.type}.tab`, /** @type {HTMLElement} */ (el), { props: { id: this.id, record: this.record }, only: '', changed: () => this.draw() });
    this.draw();
  }

  #unsettled() {
    return !this.editor && this.record?.links.some((/** @type {any} */ link) => link.state !== 'synced');
  }

  read() {
    return this.attempt(async () => {
      this.record = await this.ctx.api(this.path);
      this.history.stale();
      if (this.tab === 'history') this.history.read();
    });
  }

  /** What people call a source of the journal. @param {string} source */
  #system(source) {
    const link = this.record?.links.find((/** @type {any} */ one) => one.connection === source);
    return link?.system ?? { mortise: 'Mortise', merged: 'several systems' }[source] ?? source;
  }

  get #mayEdit() {
    return this.ctx.user.rights.includes(`${this.type}.edit`) && this.record?.lifecycle === 'ACTIVE';
  }

  /** Takes up what was put aside, or what was being written when this page or its module went. */
  edit() {
    this.tab = 'values';
    this.saved = undefined;
    const keep = (/** @type {any} */ draft) => this.kept.set(draft && { ...draft, open: true });
    this.editor = new Editor(this.ctx, this.record, this.about, this.names, {
      keep,
      draw: () => this.draw(),
      cancel: () => this.#close(),
      saved: async saved => {
        this.kept.set(undefined);
        await this.read();
        this.saved = saved;
        this.#close();
      },
    }, this.kept.get());
    keep(this.editor.draft);
    this.draw();
    requestAnimationFrame(() => /** @type {HTMLElement} */ (this.el.querySelector('form .input'))?.focus());
  }

  #close() {
    const draft = this.kept.get();
    if (draft) this.kept.set({ ...draft, open: false });
    this.editor = undefined;
    this.draw();
    requestAnimationFrame(() => /** @type {HTMLElement} */ (this.el.querySelector('[data-edit]'))?.focus());
  }

  #discard() {
    this.kept.set(undefined);
    this.draw();
  }

  /** @param {KeyboardEvent} event */
  #keys(event) {
    if (event.key === 'e' && !writes(event) && !this.editor && this.#mayEdit && !this.#foreign) {
      event.preventDefault();
      this.edit();
    }
  }

  /** @param {string} tab */
  #choose(tab) {
    this.tab = tab;
    if (tab === 'history') this.history.read();
    this.related.get(tab)?.read();
    this.#more?.update({ id: this.id, record: this.record }, this.#foreign ? tab : '');
    this.draw();
  }

  template() {
    if (!this.record) return html`<h1 class="vh">${this.about.one}</h1>${this.error ? failure(this.error, () => this.read()) : skeleton(8)}`;
    return html`<div class="page">${this.#header()}${this.#aside()}
      <div class="row wrap" style="align-items:flex-start;gap:16px">
        <div class="stack wide" style="flex:3 1 480px;min-width:0">${this.#tabs()}
          <div role="tabpanel" aria-labelledby="tab-${this.tab}" class="stack wide" ?hidden=${this.#foreign}>${this.#panel()}</div><div data-more role="tabpanel" aria-labelledby="tab-${this.tab}" ?hidden=${!this.#foreign}></div></div>
        <aside class="stack wide" ?hidden=${this.#foreign} style="flex:1 1 300px;min-width:0" aria-label="Systems">${this.saved ? this.#result() : nothing}${linksPanel(this.record.links)}</aside>
      </div></div>`;
  }

  #header() {
    const { fields } = this.record;
    const name = fields.name || '(no name)';
    return html`<header><div class="stack" style="gap:2px;min-width:0">
        <nav class="row sm" aria-label="Where this is"><a href=${this.about.path}>${this.about.many}</a>${fields.organization ? html`<span class="faint row">${icon('chevron-right', 's')}</span>
          <a class="trunc" href="/organizations/${fields.organization.id}">${this.names.of(fields.organization)}</a>` : nothing}</nav>
        <div class="row"><h1 class="trunc">${name}</h1>${lifecycle(this.record.lifecycle)}</div></div>
      <span class="grow"></span>
      ${this.#mayEdit && !this.editor ? html`<button class="btn primary" data-edit title="Edit (e)" @click=${() => this.edit()}>${icon('pencil', 's')}Edit</button>` : nothing}</header>`;
  }

  #aside() {
    if (this.editor || !this.#mayEdit || !this.kept.get()) return nothing;
    return html`<div class="note warn" style="align-items:center"><span class="grow">Your changes were put aside. They aren't saved.</span>
      <button class="btn xs" @click=${() => this.edit()}>Go on editing</button><button class="btn xs" @click=${() => this.#discard()}>Discard them</button></div>`;
  }

  #tabs() {
    if (this.editor) return nothing;
    const related = [...this.related].map(([part, r]) => ({ id: part, title: TYPES[part].many, count: r.total }));
    const foreign = (this.#more?.list ?? []).map(one => ({ id: one.id, title: one.title }));
    return tabs(`About this ${this.about.one.toLowerCase()}`, [{ id: 'values', title: 'Details' }, ...related, ...foreign, { id: 'history', title: 'History' }], this.tab, tab => this.#choose(tab));
  }

  /** Whether the tab that is open is another module's. */
  get #foreign() {
    return !this.editor && (this.#more?.list ?? []).some(one => one.id === this.tab);
  }

  #panel() {
    if (this.editor) return this.editor.template();
    if (this.#foreign) return nothing;
    if (this.tab === 'history') return this.history.template();
    const related = this.related.get(this.tab);
    return related ? related.template() : this.#values();
  }

  #values() {
    const { fields, origins } = this.record;
    const has = (/** @type {any} */ f) => fields[f.name] !== undefined && fields[f.name] !== null && fields[f.name] !== '';
    const groups = this.about.groups.map(group => ({ ...group, fields: group.fields.filter(has) })).filter(group => group.fields.length);
    return groups.map(group => html`<section class="card"><header><h2>${group.title}</h2></header><div class="body facts"><dl class="kv">
      ${group.fields.map(f => html`<dt>${f.label}</dt><dd class="row ${f.kind === 'long' ? 'whole' : ''}" style="align-items:baseline"><span class="grow">${shown(fields[f.name], f, this.names)}</span>${originMark(origins[f.name])}</dd>`)}
      </dl></div></section>`);
  }

  #result() {
    const kinds = { saved: 'ok', pending: 'warn', refused: 'danger' };
    const { kept } = this.saved;
    const links = this.record.links;
    // what was pending when the answer came may have arrived since
    const systems = this.saved.systems.map((/** @type {any} */ s) =>
      (s.state === 'pending' && links.some((/** @type {any} */ link) => link.system === s.system && link.state === 'synced') ? { ...s, state: 'saved', reason: '' } : s));
    return html`<section class="card" role="status"><header><h2 class="grow">${kept ? 'Saved' : 'Not kept'}</h2>
      <button class="btn ghost icon xs" aria-label="Dismiss" @click=${() => { this.saved = undefined; this.draw(); }}>${icon('x', 's')}</button></header>
      <div class="body stack">${kept ? nothing : html`<p class="muted">The system that decides refused, so the edit has been undone.</p>`}
      ${systems.length ? systems.map((/** @type {any} */ s) => html`<div><div class="row"><span class="grow">${s.system}</span><span class="pill ${kinds[/** @type {'saved'} */ (s.state)] ?? ''}">${s.state}</span></div>
        ${s.reason ? html`<p class="muted sm">${s.reason}</p>` : nothing}</div>`) : html`<p class="muted">No other system keeps these values.</p>`}</div></section>`;
  }
}
