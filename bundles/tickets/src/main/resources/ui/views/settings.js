// @ts-check
import { html, nothing } from 'lit';
import { failure, icon, pill, Screen, skeleton, tabs } from '@mo/shell';
import { Macros } from './macros.js';
import { Rules } from './rules.js';
import { Shared } from './shared.js';
import { Templates } from './templates.js';

const STATES = { on: 'ok', off: 'warn', none: '' };

/** "PSA Ticket Settings": whether tickets are exchanged, which documentation is suggested for them, the texts of notes, what tickets begin with, and the views that everybody has. */
export class SettingsView extends Screen {
  /** @type {any} */
  settings;
  tab = 'rules';

  /** @param {HTMLElement} el @param {any} ctx */
  constructor(el, ctx) {
    super(el, ctx);
    this.rules = new Rules(this);
    this.macros = new Macros(this);
    this.templates = new Templates(this);
    this.shared = new Shared(this);
  }

  start() {
    this.draw();
    this.read();
    this.macros.read();
    this.templates.read();
    this.shared.read();
  }

  update() {}

  dirty() {
    return this.rules.isOpen || this.macros.isOpen;
  }

  read() {
    return this.attempt(async () => {
      this.settings = await this.ctx.api('/api/ticket-settings');
    });
  }

  template() {
    if (!this.settings) return html`<h1 class="vh">PSA Ticket Settings</h1>${this.error ? failure(this.error, () => this.read()) : skeleton(6)}`;
    const { integration, system, why } = this.settings;
    return html`<div class="page"><header><h1>PSA Ticket Settings</h1><span class="grow"></span>${pill(integration === 'none' ? 'No PSA' : `${system}: ${integration}`, STATES[/** @type {'on'} */ (integration)])}</header>
      ${why ? html`<div class="note ${integration === 'off' ? 'warn' : ''}">${icon('info')}<span>${why}</span></div>` : nothing}
      <section class="card">${tabs('Settings of tickets', [{ id: 'rules', title: 'Related documentation', count: this.settings.rules.length }, { id: 'macros', title: 'Note macros', count: this.macros.items?.length }, { id: 'templates', title: 'Ticket templates', count: this.templates.items?.length }, { id: 'shared', title: 'Shared views', count: this.shared.items?.length }], this.tab, tab => { this.tab = tab; this.draw(); })}
        <div role="tabpanel" aria-labelledby="tab-${this.tab}">${{ rules: this.rules, macros: this.macros, templates: this.templates, shared: this.shared }[this.tab]?.template()}</div></section></div>`;
  }
}
