// @ts-check
import { html, nothing } from 'lit';
import { icon, settingField, unset } from '@mo/shell';
import { certificate } from './certificate.js';
import { TYPES } from './connection.js';

/**
 * The form of a connection, made from what its product declares. Secrets that are set stay when nothing is typed. Tested before
 * it is saved; what fails its test can be saved by a press of its own.
 */
export class ConnectionForm {
  /** @type {Record<string, string>} */
  secrets = {};
  /** @type {Record<string, string>} by setting */
  wrong = {};
  problem = '';
  /** @type {'' | 'test' | 'save'} */
  busy = '';
  /** What the last test came to. @type {any} */
  tested;
  dirty = false;

  /** @param {any} ctx @param {any} product @param {any} kept none for a new one @param {{draw(): void, done(saved: any): void, cancel(): void}} to */
  constructor(ctx, product, kept, to) {
    this.ctx = ctx;
    this.product = product;
    this.kept = kept;
    this.to = to;
    this.settings = Object.fromEntries(product.settings.filter((/** @type {any} */ s) => s.form !== 'secret').map((/** @type {any} */ s) => [s.name, kept?.settings[s.name] ?? unset(s)]));
    this.terms = { name: kept?.ownName ?? '', twoWay: kept?.twoWay ?? product.part !== 'docs', linkEqualNames: kept?.linkEqualNames ?? false, percent: String(Math.round((kept?.share ?? 0.6) * 100)) };
    this.types = kept?.types ?? [];
    this.without = new Set(kept?.without ?? []);
  }

  /** @param {() => void} change */
  #edit(change) {
    change();
    this.dirty = true;
    this.to.draw();
  }

  /** @param {string} name @param {string} value */
  #set(name, value) {
    this.#edit(() => {
      this.settings[name] = value;
      delete this.wrong[name];
    });
  }

  get #sent() {
    const secrets = Object.fromEntries(Object.entries(this.secrets).filter(([, text]) => text));
    return { settings: this.settings, secrets };
  }

  #trialOf() {
    return this.ctx.api('/api/connections/test', { method: 'POST', json: { product: this.product.id, ...this.#sent, ...(this.kept ? { connection: this.kept.id } : {}) } });
  }

  async test() {
    await this.#busy('test', async () => {
      this.tested = await this.#trialOf();
      if (this.tested.works) this.types = [...new Set([...this.types, ...this.tested.types])];
      else if (this.tested.setting) this.wrong = { [this.tested.setting]: this.tested.trouble };
    });
  }

  /** @param {boolean} untested */
  async save(untested) {
    await this.#busy('save', async () => {
      const { name, twoWay, linkEqualNames, percent } = this.terms;
      const json = { ...this.#sent, name, twoWay, linkEqualNames, share: Number(percent) / 100, without: [...this.without], untested };
      const saved = this.kept
        ? await this.ctx.api(`/api/connections/${encodeURIComponent(this.kept.id)}`, { method: 'PUT', json, headers: { 'If-Match': `"${this.kept.version}"` } })
        : await this.ctx.api('/api/connections', { method: 'POST', json: { product: this.product.id, ...json } });
      this.dirty = false;
      this.to.done(saved);
    });
  }

  /** @param {'test' | 'save'} what @param {() => Promise<void>} work */
  async #busy(what, work) {
    Object.assign(this, { busy: what, problem: '', wrong: {}, tested: what === 'save' ? this.tested : undefined });
    this.to.draw();
    try {
      await work();
    } catch (error) {
      if (this.ctx.signal.aborted) return;
      this.problem = /** @type {any} */ (error).message;
      this.wrong = /** @type {any} */ (error).fields ?? {};
      if (what === 'save') await this.#present();
    }
    this.busy = '';
    this.to.draw();
    requestAnimationFrame(() => /** @type {HTMLElement | null | undefined} */ (this.el?.querySelector('[aria-invalid=true]'))?.focus());
  }

  /** What was refused may be its certificate: then it is shown, to be pinned. */
  async #present() {
    const pins = this.product.settings.some((/** @type {any} */ s) => s.name === 'certificate');
    if (!pins || this.tested) return;
    const { certificate } = await this.#trialOf().catch(() => ({ certificate: undefined }));
    if (certificate) this.tested = { works: false, certificate, setting: 'url', trouble: '', warnings: [] };
  }

  #send = (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    this.#here(event);
    this.save(false);
  };

  /** @param {Event} event */
  #here(event) {
    this.el = /** @type {HTMLElement} */ (event.currentTarget).closest('form');
  }

  template() {
    const settings = this.product.settings.filter((/** @type {any} */ s) => s.name !== 'certificate');
    return html`<form class="stack wide" novalidate autocomplete="off" @submit=${this.#send} @keydown=${(/** @type {KeyboardEvent} */ e) => e.key === 'Escape' && this.to.cancel()}>
      <fieldset class="card"><header><h2>Account at ${this.product.name}</h2></header><div class="body stack wide">
        <div style="display:grid;grid-template-columns:repeat(auto-fit,minmax(280px,1fr));gap:12px 16px;align-items:start">${settings.map((/** @type {any} */ s) => this.#field(s))}</div>
        ${this.#trial()}${certificate(this.tested?.certificate, this.settings.certificate, pin => this.#pin(pin))}</div></fieldset>
      ${this.#terms()}
      ${this.problem ? html`<div class="note danger" role="alert">${icon('circle-alert')}<span>${this.problem}</span></div>` : nothing}
      <div class="foot"><div class="card row wrap"><button class="btn primary" ?disabled=${Boolean(this.busy)}>
        ${this.busy === 'save' ? html`<span class="spin row">${icon('loader-circle', 's')}</span>Testing, then saving…` : html`${icon('check', 's')}Save`}</button>
        <button class="btn" type="button" @click=${() => this.to.cancel()}>Cancel</button>
        ${this.#failed ? html`<button class="btn" type="button" ?disabled=${Boolean(this.busy)} @click=${() => this.save(true)}>Save without a test</button>` : nothing}
        <span class="muted sm">${this.#failed ? 'Kept without a test, it is tried again by itself.' : 'It is tested first; nothing is kept that doesn\'t work.'}</span></div></div></form>`;
  }

  get #failed() {
    return this.tested && !this.tested.works || this.problem.startsWith('Nothing was saved');
  }

  /** @param {string} fingerprint */
  #pin(fingerprint) {
    this.#set('certificate', fingerprint);
    this.tested = undefined;
    if (fingerprint) this.test();
  }

  #trial() {
    const t = this.tested;
    return html`<div class="row wrap"><button class="btn" type="button" ?disabled=${Boolean(this.busy)} @click=${(/** @type {Event} */ e) => { this.#here(e); this.test(); }}>
        ${this.busy === 'test' ? html`<span class="spin row">${icon('loader-circle', 's')}</span>Signing in…` : html`${icon('zap', 's')}Test connection`}</button></div>
      <div role="status">${t?.works ? html`<div class="note ok">${icon('circle-check')}<div class="stack"><span>Signed in as ${t.user}${t.role ? `, ${t.role}` : ''}.</span></div></div>
        ${t.warnings.map((/** @type {string} */ w) => html`<div class="note warn">${icon('triangle-alert')}<span>${w}</span></div>`)}` : nothing}</div>
      ${t && !t.works && !t.setting ? html`<div class="note danger" role="alert">${icon('circle-alert')}<span>${t.trouble}</span></div>` : nothing}`;
  }

  /** @param {any} s */
  #field(s) {
    const { name } = s;
    const id = `s-${name}`;
    if (s.form !== 'secret') return settingField(s, { id, value: this.settings[name], wrong: this.wrong[name], set: value => this.#set(name, value) });
    return settingField(s, { id, value: this.secrets[name], wrong: this.wrong[name], kept: this.kept?.secrets.includes(name),
      set: value => this.#edit(() => { this.secrets[name] = value; delete this.wrong[name]; }) });
  }

  #terms() {
    const flag = (/** @type {'twoWay' | 'linkEqualNames'} */ name, /** @type {string} */ label, /** @type {string} */ help) => html`<div class="field"><label class="check">
      <input type="checkbox" name=${name} aria-describedby="t-${name}" .checked=${this.terms[name]} @change=${(/** @type {any} */ e) => this.#edit(() => (this.terms[name] = e.target.checked))}>${label}</label>
      <span class="muted xs" id="t-${name}">${help}</span></div>`;
    return html`<fieldset class="card"><header><h2>How it takes part</h2></header><div class="body stack wide">
      <div style="display:grid;grid-template-columns:repeat(auto-fit,minmax(280px,1fr));gap:12px 16px;align-items:start">
      <div class="field"><label for="t-name">Name <span class="faint">(optional)</span></label><input class="input" id="t-name" name="name" maxlength="60" autocomplete="off" aria-describedby="t-name-help"
        aria-invalid=${this.wrong.name ? 'true' : nothing} placeholder=${this.kept && !this.kept.ownName ? this.kept.name : this.product.name} .value=${this.terms.name} @input=${(/** @type {any} */ e) => this.#edit(() => { this.terms.name = e.target.value; delete this.wrong.name; })}>
        ${this.wrong.name ? html`<span class="wrong" role="alert">${this.wrong.name}</span>` : nothing}<span class="muted xs" id="t-name-help">What it is called here, such as Old IT Glue. Left empty: ${this.product.name}, with its account where there are several.</span></div>
      ${flag('twoWay', 'Two-way sync', 'Changes made there count here. Off: it is given what others say, and its own changes don\'t count.')}
      ${flag('linkEqualNames', 'Link organizations of equal name', 'Where a name is unique on both sides. Off: each is asked about.')}
      <div class="field"><label for="t-share">Share of the request limit (%)</label><input class="input" style="width:110px" id="t-share" name="share" type="number" min="1" max="100" aria-describedby="t-share-help"
        aria-invalid=${this.wrong.share ? 'true' : nothing} .value=${this.terms.percent} @input=${(/** @type {any} */ e) => this.#edit(() => (this.terms.percent = e.target.value))}>
        ${this.wrong.share ? html`<span class="wrong">${this.wrong.share}</span>` : nothing}<span class="muted xs" id="t-share-help">What is left is for other programs that call ${this.product.name}.</span></div></div>
      ${this.#kinds()}</div></fieldset>`;
  }

  #kinds() {
    if (!this.types.length) return html`<p class="muted sm">All types that ${this.product.name} offers are synced. After a test they are listed here, and can be left out.</p>`;
    return html`<fieldset><legend class="muted sm" style="padding:0 0 4px">Types to sync</legend><div class="row wrap" style="gap:4px 18px">${this.types.map((/** @type {string} */ type) => html`<label class="check">
      <input type="checkbox" name="type-${type}" .checked=${!this.without.has(type)} @change=${(/** @type {any} */ e) => this.#edit(() => (e.target.checked ? this.without.delete(type) : this.without.add(type)))}>
      ${TYPES[/** @type {keyof TYPES} */ (type)] ?? type}</label>`)}</div></fieldset>`;
  }
}
