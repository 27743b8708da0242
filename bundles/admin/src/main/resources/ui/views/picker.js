// @ts-check
import { html, nothing } from 'lit';

const PAUSE = 150;

/** Finds an organization by the words that its name begins with. */
export class Picker {
  /** @type {any[]} */
  found = [];
  problem = '';
  #words = '';
  #timer = 0;

  /** @param {any} ctx @param {string} id @param {(id: string) => void} chosen @param {() => void} draw */
  constructor(ctx, id, chosen, draw) {
    Object.assign(this, { ctx, id, chosen, draw });
  }

  /** @param {string} words */
  search(words) {
    this.#words = words;
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.#ask(words), PAUSE);
  }

  /** @param {string} words */
  async #ask(words) {
    try {
      const { items } = await this.ctx.api(`/api/organizations?limit=8&q=${encodeURIComponent(words)}`);
      if (words !== this.#words) return;
      this.found = items;
      this.problem = items.length ? '' : 'No organization begins with these words.';
    } catch (error) {
      this.problem = /** @type {Error} */ (error).message;
    }
    this.draw();
  }

  template() {
    return html`<div class="stack" style="max-width:420px"><label class="vh" for="pick-${this.id}">Organization to match with</label>
      <input class="input" id="pick-${this.id}" type="search" placeholder="Name of the organization" @input=${(/** @type {any} */ e) => this.search(e.target.value.trim())}>
      <div class="menu pop">${this.found.map(o => html`<button @click=${() => this.chosen(o.id)}><span class="grow trunc">${o.fields.name}</span><span class="muted sm">${o.fields.shortName ?? ''}</span></button>`)}
        ${this.problem ? html`<div class="muted" role="status">${this.problem}</div>` : nothing}</div></div>`;
  }
}
