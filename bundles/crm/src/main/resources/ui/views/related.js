// @ts-check
import { html, nothing } from 'lit';
import { blank, failure, skeleton } from '@mo/shell';
import { field, TYPES } from '../types.js';
import { lifecycle, shown } from '../values.js';

const PART = 50;

/** What an organization has of one type; read when its tab is opened, counted before. */
export class Related {
  /** @type {any[] | undefined} */
  items;
  /** @type {number | undefined} */
  total;
  /** @type {any} */
  error;

  /** @param {any} ctx @param {string} type @param {string} organization @param {import('../names.js').Names} names @param {() => void} draw */
  constructor(ctx, type, organization, names, draw) {
    Object.assign(this, { ctx, names, draw });
    this.type = type;
    this.about = TYPES[type];
    this.query = `organization=${encodeURIComponent(organization)}`;
  }

  /** A number in a tab is no loss when it can't be had: the tab itself then says why. */
  async count() {
    this.total = await this.ctx.api(`/api${this.about.path}/count?${this.query}`).then((/** @type {any} */ answer) => answer.count, () => undefined);
    this.draw();
  }

  async read() {
    try {
      this.items = (await this.ctx.api(`/api${this.about.path}?limit=${PART}&${this.query}`)).items;
      this.error = undefined;
    } catch (error) {
      if (!this.ctx.signal.aborted) this.error = error;
    }
    this.draw();
  }

  template() {
    if (this.error) return failure(this.error, () => this.read());
    if (!this.items) return skeleton(6);
    if (!this.items.length) return blank(this.about.icon, `No ${this.about.many.toLowerCase()}`, 'None of the connected systems has one for this organization.');
    const columns = this.about.columns.filter(name => name !== 'organization' && name !== 'updated').slice(0, 5).map(name => field(this.type, name));
    return html`<div class="card scroll"><table class="grid pick near"><thead><tr>${columns.map(c => html`<th scope="col">${c.label}</th>`)}</tr></thead>
      <tbody>${this.items.map(item => this.#row(item, columns))}</tbody></table></div>
      ${(this.total ?? 0) > PART ? html`<p><a href="${this.about.path}?${this.query}">See all ${this.total}</a></p>` : nothing}`;
  }

  /** @param {any} item @param {any[]} columns */
  #row(item, columns) {
    const href = `${this.about.path}/${item.id}`;
    const go = (/** @type {MouseEvent} */ e) => e.target instanceof Element && !e.target.closest('a') && this.ctx.navigate(href);
    return html`<tr @click=${go}>${columns.map((c, i) => html`<td class="trunc">${i
      ? shown(item.fields[c.name], c, this.names)
      : html`<span class="row"><a class="trunc" href=${href}>${item.fields.name || '(no name)'}</a>${lifecycle(item.lifecycle)}</span>`}</td>`)}</tr>`;
  }
}
