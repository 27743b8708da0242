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

  /** @param {any} ctx @param {string} id @param {{chosen(id: string): void, draw(): void, left(): void}} to left: by Escape */
  constructor(ctx, id, to) {
    this.ctx = ctx;
    this.id = id;
    this.to = to;
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    clearTimeout(this.#timer);
    this.to.left();
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
    this.to.draw();
  }

  template() {
    return html`<div class="stack" style="max-width:420px" @keydown=${(/** @type {KeyboardEvent} */ e) => this.#key(e)}><label class="vh" for="pick-${this.id}">Organization to match with</label>
      <input class="input" id="pick-${this.id}" type="search" placeholder="Name of the organization" @input=${(/** @type {any} */ e) => this.search(e.target.value.trim())}>
      <div class="menu pop">${this.found.map(o => html`<button @click=${() => this.to.chosen(o.id)}><span class="grow trunc">${o.fields.name}</span><span class="muted sm">${o.fields.shortName ?? ''}</span></button>`)}
        ${this.problem ? html`<div class="muted" role="status">${this.problem}</div>` : nothing}</div></div>`;
  }
}
