// @ts-check
import { html, nothing } from 'lit';
import { failure, icon, skeleton } from '@mo/shell';
import { TYPES } from './connection.js';

/** What the connector guarantees for each type, read when the section is opened. */
export class Guarantees {
  /** @type {any[] | undefined} */
  items;
  /** @type {any} */
  error;

  /** @param {any} ctx @param {string} id @param {() => void} draw */
  constructor(ctx, id, draw) {
    this.ctx = ctx;
    this.id = id;
    this.draw = draw;
  }

  async read() {
    try {
      this.items = (await this.ctx.api(`/api/connections/${encodeURIComponent(this.id)}/guarantees`)).items;
      this.error = undefined;
    } catch (error) {
      if (this.ctx.signal.aborted) return;
      this.error = error;
    }
    this.draw();
  }

  template() {
    const toggled = (/** @type {any} */ e) => e.target.open && !this.items && this.read();
    return html`<details class="card" @toggle=${toggled}><summary style="padding:10px 12px;cursor:pointer"><h2 style="display:inline;font-size:var(--mo-fs)">What is guaranteed</h2> <span class="muted sm">by type and field, as its connector works</span></summary>
      <div class="body">${this.#body()}</div></details>`;
  }

  #body() {
    if (this.error) return failure(this.error, () => this.read());
    if (!this.items) return skeleton(6);
    return html`<div class="scroll"><table class="grid"><caption class="vh">Guarantees by type</caption><thead><tr><th scope="col">Type</th><th scope="col">No lost update</th><th scope="col">No duplicate create</th><th scope="col">Deletions seen</th><th scope="col">Changes seen</th></tr></thead>
      <tbody>${this.items.map(g => html`<tr style="vertical-align:top"><td class="strong">${TYPES[/** @type {keyof TYPES} */ (g.type)] ?? g.type}</td>${[g.noLostUpdate, g.noDuplicate, g.deletionsSeen, g.changesSeen].map(promise)}</tr>`)}</tbody></table></div>
      ${this.items.map(fields)}`;
  }
}

/** @param {any} p */
const promise = p => html`<td><div class="row" style="align-items:flex-start"><span class=${p.holds ? '' : 'danger-text'}>${icon(p.holds ? 'circle-check' : 'circle-x', 's')}</span>
  <span class="sm"><span class="vh">${p.holds ? 'Yes: ' : 'No: '}</span>${p.why}</span></div></td>`;

/** @param {any} g */
function fields(g) {
  const named = (/** @type {(f: any) => boolean} */ test) => g.fields.filter(test).map((/** @type {any} */ f) => f.label).join(', ');
  const lines = [['Changed there', named(f => f.changed)], ['Given when created', named(f => f.created)], ['Needed to create', named(f => f.needed)], ['Read only one by one', named(f => f.alone)]];
  return html`<h3 style="margin:12px 0 4px">${TYPES[/** @type {keyof TYPES} */ (g.type)] ?? g.type}: fields</h3>
    <dl class="kv">${lines.map(([label, all]) => (all ? html`<dt>${label}</dt><dd>${all}</dd>` : nothing))}${lines.every(([, all]) => !all) ? html`<dt>All fields</dt><dd>only read</dd>` : nothing}</dl>`;
}
