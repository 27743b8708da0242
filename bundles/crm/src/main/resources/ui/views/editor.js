// @ts-check
import { html, nothing } from 'lit';
import { icon } from '@mo/shell';
import { input } from './inputs.js';
import { Lists } from './lists.js';
import { same, tidy } from '../edits.js';
import { shown } from '../values.js';

/**
 * The form of a record. Sends what was changed and nothing else, with the version it was begun at. When somebody was faster, both
 * values stand next to each other, and what was typed stays. A draft takes up a form that was left.
 * @typedef {{before: Record<string, any>, edits: Record<string, any>}} Draft
 */
export class Editor {
  /** @type {Record<string, any>} by field name, what was typed */
  edits = {};
  /** @type {Record<string, string>} */
  wrong = {};
  problem = '';
  busy = false;
  /** How the record stands now, when somebody was faster. @type {any} */
  current;

  /** @param {any} ctx @param {any} record @param {any} about @param {import('../names.js').Names} names @param {{draw(): void, cancel(): void, saved(saved: any): void, keep(draft: Draft | undefined): void}} to @param {Draft} [draft] */
  constructor(ctx, record, about, names, to, draft) {
    this.ctx = ctx;
    this.record = record;
    this.about = about;
    this.names = names;
    this.to = to;
    this.version = record.version;
    this.fields = about.groups.flatMap((/** @type {any} */ group) => group.fields).filter((/** @type {any} */ f) => !f.view);
    this.lists = new Lists(ctx, about.path, record, () => to.draw());
    if (draft) this.#takeUp(draft);
    for (const f of this.fields) if ((f.kind === 'ref' || f.kind === 'choice') && !this.#locked(f)) this.lists.read(f);
  }

  /** @param {Draft} draft */
  #takeUp({ before, edits }) {
    if (Object.keys(before).some(name => !same(before[name], this.record.fields[name]))) this.current = this.record;
    this.record = { ...this.record, fields: { ...this.record.fields, ...before } };
    this.edits = { ...edits };
  }

  /** Why nobody may change it here now. What was typed before stays in sight. @param {any} f @returns {string | undefined} */
  #locked(f) {
    return f.name in this.edits ? undefined : this.record.locked?.[f.name];
  }

  /** What takes this form up again. @returns {Draft | undefined} */
  get draft() {
    const edits = this.#changes();
    const names = Object.keys(edits);
    if (!names.length) return undefined;
    const before = Object.fromEntries(names.map(name => [name, this.record.fields[name] ?? null]));
    return { before, edits: Object.fromEntries(names.map(name => [name, this.edits[name]])) };
  }

  #changes() {
    const before = this.record.fields;
    return Object.fromEntries(Object.entries(this.edits).map(([name, value]) => [name, tidy(value)]).filter(([name, value]) => !same(value, before[name])));
  }

  /** @param {string} name @param {any} value */
  set(name, value) {
    this.edits[name] = value;
    delete this.wrong[name];
    this.to.keep(this.draft);
    this.to.draw();
  }

  /** @param {string} name */
  value(name) {
    return name in this.edits ? this.edits[name] : this.record.fields[name];
  }

  async save() {
    const fields = this.#changes();
    if (!Object.keys(fields).length) return this.to.cancel();
    Object.assign(this, { busy: true, problem: '', wrong: {} });
    this.to.draw();
    try {
      const path = `/api${this.about.path}/${encodeURIComponent(this.record.id)}`;
      this.to.saved(await this.ctx.api(path, { method: 'PATCH', json: { fields }, headers: { 'If-Match': `"${this.version}"` } }));
    } catch (error) {
      if (!this.ctx.signal.aborted) this.#refused(error);
    }
  }

  /** @param {any} error */
  #refused(error) {
    this.busy = false;
    this.problem = error.message;
    this.wrong = error.fields ?? {};
    if (error.current) {
      this.current = error.current;
      this.version = error.current.version;
    }
    this.to.draw();
    requestAnimationFrame(() => this.#firstWrong()?.focus());
  }

  /** @returns {HTMLElement | null} */
  #firstWrong() {
    return this.form?.querySelector('[aria-invalid=true]') ?? null;
  }

  /** Takes the value that somebody else gave in the meantime. @param {string} name */
  takeTheirs(name) {
    delete this.edits[name];
    this.record = { ...this.record, fields: { ...this.record.fields, [name]: this.current.fields[name] } };
    this.to.keep(this.draft);
    this.to.draw();
  }

  #send = (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    this.form = /** @type {HTMLFormElement} */ (event.target);
    this.save();
  };

  template() {
    return html`<form class="stack wide" @submit=${this.#send} @keydown=${(/** @type {KeyboardEvent} */ e) => e.key === 'Escape' && this.to.cancel()} novalidate>
      ${this.problem ? html`<div class="note danger" role="alert">${icon('circle-alert')}<span>${this.problem}</span></div>` : nothing}
      ${this.about.groups.map((/** @type {any} */ group) => this.#group(group))}
      <div class="foot"><div class="card row"><button class="btn primary" ?disabled=${this.busy}>
        ${this.busy ? html`<span class="spin row">${icon('loader-circle', 's')}</span>Saving in every system…` : html`${icon('check', 's')}Save`}</button>
        <button class="btn" type="button" @click=${() => this.to.cancel()}>Cancel</button><span class="muted sm">Goes to every connected system at once.</span></div></div></form>`;
  }

  /** @param {any} group */
  #group(group) {
    const fields = group.fields.filter((/** @type {any} */ f) => !f.view);
    if (!fields.length) return nothing;
    return html`<fieldset class="card"><header><h2>${group.title}</h2></header>
      <div class="body" style="display:grid;grid-template-columns:repeat(auto-fit,minmax(220px,1fr));gap:10px 14px">${fields.map((/** @type {any} */ f) => this.#field(f))}</div></fieldset>`;
  }

  /** @param {any} f */
  #field(f) {
    const why = this.#locked(f);
    if (why) return this.#fixed(f, why);
    const wrong = this.wrong[f.name];
    return html`<div class="field ${{ long: 'whole', labelled: 'double' }[/** @type {'long'} */ (f.kind)] ?? ''}">
      ${input(f, this.value(f.name), value => this.set(f.name, value), { wrong: Boolean(wrong), before: this.record.fields[f.name], entries: this.lists.entries(f.name), open: this.lists.open(f.name), names: this.names })}
      ${wrong ? html`<span class="wrong" id="wrong-${f.name}">${wrong}</span>` : nothing}${this.#unlisted(f)}${this.#theirs(f)}</div>`;
  }

  /** @param {any} f @param {string} why */
  #fixed(f, why) {
    return html`<div class="field" title=${why}><span class="label">${f.label}</span><span>${shown(this.value(f.name), f, this.names)}</span><span class="faint xs">${why}</span></div>`;
  }

  /** @param {any} f */
  #unlisted(f) {
    const problem = this.lists.problem(f.name);
    return problem ? html`<div class="note warn sm" role="alert"><span class="grow">The list for ${f.label} can't be shown: ${problem}</span>
      <button class="btn xs" type="button" @click=${() => this.lists.read(f)}>Try again</button></div>` : nothing;
  }

  /** @param {any} f */
  #theirs(f) {
    if (!this.current || !(f.name in this.edits)) return nothing;
    const theirs = this.current.fields[f.name];
    if (same(theirs, tidy(this.edits[f.name])) || same(theirs, this.record.fields[f.name])) return nothing;
    return html`<div class="note warn sm"><span class="grow">Now: ${shown(theirs, f, this.names)}</span>
      <button class="btn xs" type="button" @click=${() => this.takeTheirs(f.name)}>Take it</button></div>`;
  }
}
