// @ts-check
import { html, nothing } from 'lit';
import { icon, partName } from '@mo/shell';
import { LoginForm } from './form.js';
import { facts, standing } from './standing.js';

/** One system and this person's login there: how it stands, and how it is connected, connected again and ended. */
export class OwnLogin {
  /** What the server said no with, unless it stands at a field. */
  problem = '';
  /** @type {'' | 'connect' | 'disconnect' | 'look'} */
  busy = '';
  /** The form of a login that works was asked for. */
  open = false;

  /** @param {any} page @param {any} mine */
  constructor(page, mine) {
    this.page = page;
    this.mine = mine;
    this.form = new LoginForm(mine, () => page.draw());
  }

  /** What was typed stays. @param {any} mine */
  read(mine) {
    this.mine = mine;
    this.form.mine = mine;
    return this;
  }

  get #path() {
    return `/api/me/connections/${encodeURIComponent(this.mine.id)}`;
  }

  get #connected() {
    return this.mine.state === 'CONNECTED';
  }

  #connect() {
    return this.#busy('connect', async () => {
      this.read(await this.page.ctx.api(this.#path, { method: 'PUT', json: this.form.sent, headers: { 'If-Match': `"${this.mine.version}"` } }));
      this.#fold();
      this.page.ctx.toast(`You are connected to ${this.mine.name}.`);
    });
  }

  async #disconnect() {
    const { name, part } = this.mine;
    const yes = await this.page.ctx.confirm({ title: `Disconnect from ${name}?`, yes: 'Disconnect', danger: true,
      text: `Your login and its secrets are erased here; nothing changes in ${name}. ${part === 'docs' ? 'Passwords, files and the tickets of its customers stay' : 'What needs this login, such as files, stays'} closed to you until you connect again.` });
    if (!yes) return;
    await this.#busy('disconnect', async () => {
      await this.page.ctx.api(this.#path, { method: 'DELETE' });
      this.#fold();
      await this.page.read();
      this.page.ctx.toast(`You are no longer connected to ${name}. Your login was erased.`);
    });
  }

  #fold() {
    this.form.clear();
    this.open = false;
  }

  /** @param {'connect' | 'disconnect' | 'look'} what @param {() => Promise<void>} work */
  async #busy(what, work) {
    Object.assign(this, { busy: what, problem: '' });
    this.form.wrong = {};
    this.page.draw();
    try {
      await work();
    } catch (error) {
      if (this.page.ctx.signal.aborted) return;
      await this.#refused(/** @type {any} */ (error));
    }
    this.busy = '';
    this.page.draw();
    this.#focus();
  }

  /** What has changed meanwhile is read again. @param {any} error */
  async #refused(error) {
    if (!this.form.refused(error)) this.problem = error.message;
    if (error.status === 404) this.page.ctx.toast(error.message, 'warn');
    if (error.status === 409 || error.status === 404) await this.page.read();
  }

  /** To the first field that can't be so; or to what stands where the pressed button was. */
  #focus() {
    requestAnimationFrame(() => {
      const card = this.page.el.querySelector(`#${CSS.escape(this.#id)}`);
      const lost = !card?.getRootNode().activeElement;
      (card?.querySelector('[aria-invalid=true]') ?? (lost ? card?.querySelector('input, button:not([disabled])') : undefined))?.focus();
    });
  }

  get #id() {
    return `own-${this.mine.id}`;
  }

  template() {
    const { name, part } = this.mine;
    return html`<section class="card" id=${this.#id} aria-labelledby="${this.#id}-name"><header><h2 id="${this.#id}-name">${name}</h2><span class="pill plain">${partName(part)}</span>
        <span class="grow"></span><span role="status">${standing(this.mine)}</span></header>
      <div class="body stack wide">${facts(this.mine)}
        ${this.problem ? html`<div class="note danger" role="alert">${icon('circle-alert')}<span>${this.problem}</span></div>` : nothing}
        ${this.#connected && !this.open ? html`<div class="row wrap">${this.#again()}${this.#rest()}</div>` : this.#asked()}</div></section>`;
  }

  #asked() {
    const submit = html`<button class="btn primary" ?disabled=${Boolean(this.busy)}>${this.busy === 'connect' ? html`<span class="spin row">${icon('loader-circle', 's')}</span>Signing in…`
      : html`${icon('plug', 's')}${this.mine.version ? 'Connect again' : 'Connect'}`}</button>`;
    const cancel = this.open ? html`<button class="btn" type="button" @click=${() => this.#cancel()}>Cancel</button>` : nothing;
    return this.form.template(`${this.#id}-`, { buttons: html`${submit}${cancel}${this.#rest()}`, send: () => this.busy || this.#connect(), cancel: () => this.open && this.#cancel() });
  }

  #again() {
    return html`<button class="btn" type="button" ?disabled=${Boolean(this.busy)} @click=${() => this.#unfold()}>${icon('plug', 's')}Connect again</button>`;
  }

  #unfold() {
    this.open = true;
    this.page.draw();
    this.#focus();
  }

  #cancel() {
    this.problem = '';
    this.#fold();
    this.page.draw();
    this.#focus();
  }

  #rest() {
    if (!this.mine.version) return nothing;
    const waits = Boolean(this.busy);
    const look = () => this.#busy('look', () => this.page.read());
    return html`${this.#connected ? nothing : html`<button class="btn" type="button" ?disabled=${waits} @click=${look}>${this.busy === 'look' ? html`<span class="spin row">${icon('rotate-cw', 's')}</span>` : icon('rotate-cw', 's')}Look again</button>`}
      <button class="btn danger" type="button" ?disabled=${waits} @click=${() => this.#disconnect()}>${icon('unlink', 's')}Disconnect</button>`;
  }
}
