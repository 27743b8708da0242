// @ts-check
import { html, nothing } from 'lit';
import { blank, failure, icon, partName, pill, Screen, skeleton, steps, throttled } from '@mo/shell';
import { ConnectionForm } from './connect.js';
import { Guarantees } from './guarantees.js';
import { hookCard } from './hook.js';
import { Words } from './words.js';

const HOME = '/admin/connections';

/** The connected systems; below it a new one (`new`, `new/{product}`) and each by itself (`{id}`). */
export class ConnectionsView extends Screen {
  /** @type {any[] | undefined} */
  items;
  /** @type {any[] | undefined} */
  products;
  /** @type {ConnectionForm | undefined} */
  form;
  /** @type {Guarantees | undefined} */
  guarantees;
  /** @type {Words | undefined} */
  words;
  busy = false;

  start() {
    this.#enter(this.ctx.props);
    const again = throttled(() => this.read(), 2000);
    for (const topic of ['sync.progress', 'resync', 'ui.registry']) this.ctx.on(topic, again);
    this.keys(event => !this.form && steps(event, this.el, '[data-row]'));
  }

  get manages() {
    return this.ctx.user.rights.includes('connections.manage');
  }

  /** @param {any} props */
  update(props) {
    this.#enter(props);
  }

  dirty() {
    return Boolean(this.form?.dirty);
  }

  /** @param {any} props */
  #enter({ path }) {
    this.path = path;
    this.form = undefined;
    this.guarantees = undefined;
    this.words = undefined;
    this.error = undefined;
    this.draw();
    this.read();
  }

  read() {
    return this.attempt(async () => {
      const path = this.path;
      const [connections, products] = await Promise.all([this.ctx.api('/api/connections'), this.manages ? this.ctx.api('/api/connections/products') : { items: [] }]);
      if (path !== this.path) return;
      this.items = connections.items;
      this.products = products.items;
      if (!this.form) this.#open();
    });
  }

  /** The form of what the address names, once it is known. */
  #open() {
    const [first, second] = this.path;
    const here = first === 'new' ? undefined : this.#here;
    const product = this.products?.find(p => p.id === (first === 'new' ? second : here?.product));
    if (product && this.manages) this.form = new ConnectionForm(this.ctx, product, here, { draw: () => this.draw(), done: saved => this.#done(saved, here), cancel: () => this.ctx.navigate(HOME) });
    if (here && !this.guarantees) this.guarantees = new Guarantees(this.ctx, here.id, () => this.draw());
    if (here && this.manages && !this.words) this.words = new Words(this.ctx, here.id, here.name, () => this.draw());
  }

  get #here() {
    return this.items?.find(c => c.id === this.path[0]);
  }

  /** @param {any} saved @param {any} before */
  #done(saved, before) {
    this.form = undefined;
    this.ctx.toast(before ? `${saved.name}: saved.` : saved.state === 'connected' ? `${saved.name} is connected. What it has is read now.` : `${saved.name} is kept. Whether it can be used shows here.`);
    this.ctx.navigate(HOME);
  }

  /** @param {any} c */
  async #turn(c) {
    await this.#act(c, `${c.name} was switched ${c.enabled ? 'off' : 'on'}.`, () => this.ctx.api(`/api/connections/${encodeURIComponent(c.id)}`, {
      method: 'PUT', json: { settings: c.settings, enabled: !c.enabled }, headers: { 'If-Match': `"${c.version}"` } }));
  }

  /** @param {any} c */
  async #remove(c) {
    const yes = await this.ctx.confirm({ title: `Remove ${c.name}?`, yes: 'Remove', danger: true,
      text: `All records stay here, with their history, and nothing is deleted in ${c.name}. What ties them to it is let go: nothing is read from it or written to it any more, and its key is erased here. If it is connected again, its records are matched anew.` });
    if (yes && await this.#act(c, `${c.name} was removed. Its records are still here.`, () => this.ctx.api(`/api/connections/${encodeURIComponent(c.id)}`, { method: 'DELETE' }))) this.ctx.navigate(HOME);
  }

  /** @param {any} c @param {string} done @param {() => Promise<any>} work */
  async #act(c, done, work) {
    this.busy = true;
    this.draw();
    try {
      await work();
      this.ctx.toast(done);
      this.form = undefined;
      await this.read();
      return true;
    } catch (error) {
      if (!this.ctx.signal.aborted) this.ctx.toast(/** @type {Error} */ (error).message, 'danger');
      return false;
    } finally {
      this.busy = false;
      this.draw();
    }
  }

  template() {
    const [first, second] = this.path;
    if (first === 'new') return this.#new(second);
    return first ? this.#one() : this.#list();
  }

  #list() {
    return html`<div class="page"><header><h1>Connections</h1>${this.items ? html`<span class="count">${this.items.length}</span>` : nothing}<span class="grow"></span>
      ${this.manages ? html`<a class="btn primary" href="${HOME}/new">${icon('plus', 's')}Connect a system</a>` : nothing}</header>
      <div class="card scroll">${this.#rows()}</div></div>`;
  }

  #rows() {
    if (this.error && !this.items) return failure(this.error, () => this.read());
    if (!this.items) return skeleton(6);
    if (!this.items.length) return blank('plug', 'Nothing is connected yet', this.manages ? 'Connect the RMM first, then the PSA, then the documentation: so each finds what it refers to.' : 'An administrator can connect a PSA, a documentation system or an RMM.',
      this.manages ? html`<a class="btn primary" href="${HOME}/new">${icon('plus', 's')}Connect a system</a>` : nothing);
    return html`<table class="grid"><caption class="vh">Connected systems</caption><thead><tr><th scope="col">System</th><th scope="col">Kind</th><th scope="col">Account</th><th scope="col">Direction</th><th scope="col">State</th></tr></thead>
      <tbody>${this.items.map(c => html`<tr><td><a data-row href="${HOME}/${encodeURIComponent(c.id)}">${c.name}</a></td>
        <td>${partName(c.part)}</td><td class="muted">${account(c)}</td><td>${c.twoWay ? 'Two-way' : 'One-way, to it'}</td>
        <td style="max-width:460px">${state(c)}${c.trouble ? html`<div class="danger-text sm">${c.trouble}</div>` : nothing}</td></tr>`)}</tbody></table>`;
  }

  /** @param {string | undefined} product */
  #new(product) {
    const head = html`<header><a class="btn ghost icon" href=${product ? `${HOME}/new` : HOME} aria-label="Back">${icon('arrow-left')}</a><h1>${product && this.form ? `Connect ${this.form.product.name}` : 'Connect a system'}</h1></header>`;
    if (!this.manages) return html`<div class="page">${head}<div class="card">${blank('key-round', 'Your role can\'t connect systems', 'Somebody with the right to manage connections can, an administrator for example.')}</div></div>`;
    if (this.error && !this.products) return html`<div class="page">${head}${failure(this.error, () => this.read())}</div>`;
    if (!this.products) return html`<div class="page">${head}${skeleton(6)}</div>`;
    if (product) return html`<div class="page">${head}${this.form ? this.form.template() : blank('search', 'This product isn\'t here', 'The module that connects to it isn\'t installed, or it is stopped.')}</div>`;
    return html`<div class="page">${head}<p class="muted">Recommended: the RMM first, then the PSA, then the documentation.</p>
      <div class="tiles">${this.products.length ? this.products.map(p => html`<a class="card row" style="padding:14px;color:inherit" href="${HOME}/new/${encodeURIComponent(p.id)}">
        ${icon('plug')}<span class="strong grow">${p.name}</span><span class="pill plain">${partName(p.part)}</span>${icon('chevron-right', 's')}</a>`)
      : blank('puzzle', 'No connector is installed', 'Connectors are modules: install or start one on the page Modules.')}</div></div>`;
  }

  #one() {
    const c = this.#here;
    const head = (/** @type {any} */ rest) => html`<header><a class="btn ghost icon" href=${HOME} aria-label="Back to all connections">${icon('arrow-left')}</a><h1>${c?.name ?? 'Connection'}</h1>${rest}</header>`;
    if (this.error && !this.items) return html`<div class="page">${head(nothing)}${failure(this.error, () => this.read())}</div>`;
    if (!this.items) return html`<div class="page">${head(nothing)}${skeleton(8)}</div>`;
    if (!c) return html`<div class="page">${head(nothing)}<div class="card">${blank('search', 'There is no such connection', 'Somebody may have removed it.')}</div></div>`;
    return html`<div class="page">${head(html`${state(c)}<span class="grow"></span>${this.manages ? this.#buttons(c) : nothing}`)}
      ${c.trouble ? html`<div class="note danger">${icon('circle-alert')}<span>${c.trouble}</span></div>` : nothing}
      ${this.form ? this.form.template() : this.manages ? html`<div class="note warn">${icon('triangle-alert')}<span>The module that connects to it isn't running, so its settings can't be shown.</span></div>` : nothing}
      ${c.hook ? hookCard(c, { copied: done => this.#copied(done) }) : nothing}
      ${this.words?.template() ?? nothing}${this.guarantees?.template() ?? nothing}</div>`;
  }

  /** @param {boolean} done */
  #copied(done) {
    this.ctx.toast(done ? 'The address is copied.' : 'It can\'t be copied by itself here: it is marked, copy it with the keys.');
  }

  /** @param {any} c */
  #buttons(c) {
    return html`<button class="btn" ?disabled=${this.busy} @click=${() => this.#turn(c)}>${icon(c.enabled ? 'pause' : 'play', 's')}${c.enabled ? 'Switch off' : 'Switch on'}</button>
      <button class="btn danger" ?disabled=${this.busy} @click=${() => this.#remove(c)}>${icon('trash-2', 's')}Remove</button>`;
  }
}

/** @param {any} c */
const state = c => {
  if (!c.enabled) return pill('switched off');
  if (c.state === 'connected') return c.trouble ? pill('needs attention', 'warn') : pill('connected', 'ok');
  return { untested: pill('not tested yet'), refused: pill('refused', 'danger'), unreachable: pill('not reachable', 'danger') }[/** @type {'refused'} */ (c.state)] ?? pill(c.state);
};

/** Which of several it is. @param {any} c */
const account = ({ settings: s }) => [s.tenant ?? s.subdomain ?? s.clientId, s.url].filter(Boolean).join(' · ');
