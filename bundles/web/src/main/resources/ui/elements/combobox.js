// @ts-check
import { html, nothing } from 'lit';
import { icon } from './icon.js';

/** @typedef {{id: string, label: string, note?: string}} Found */
const PAUSE = 150;
let count = 0;

/**
 * A field that finds as one types. Arrows move, Enter takes, Escape leaves it as it was.
 * The caller draws it with `template()` and hears of what was taken; nothing taken is `undefined`.
 */
export class Combobox {
  #id = `box-${++count}`;
  /** @type {Found[]} */
  #found = [];
  /** @type {string | undefined} */
  #typed;
  #open = false;
  #at = 0;
  #timer = 0;
  #asked = 0;
  #problem = '';

  /**
   * @param {{label: string, find: (typed: string) => Promise<Found[]>, taken: (found: Found | undefined) => void, draw: () => void,
   *     needed?: boolean, placeholder?: string}} how
   */
  constructor(how) {
    this.how = how;
  }

  /** @param {string} typed @param {number} pause */
  #find(typed, pause) {
    clearTimeout(this.#timer);
    const mine = ++this.#asked;
    this.#timer = window.setTimeout(async () => {
      try {
        const found = await this.how.find(typed);
        if (mine !== this.#asked) return;
        this.#found = found;
        this.#problem = found.length ? '' : 'Nothing found';
      } catch (error) {
        this.#problem = /** @type {Error} */ (error).message;
      }
      this.#at = 0;
      this.how.draw();
    }, pause);
  }

  #begin() {
    if (this.#open) return;
    this.#open = true;
    this.#find('', 0);
    this.how.draw();
  }

  #end() {
    this.#open = false;
    this.#typed = undefined;
    this.#asked++;
    this.how.draw();
  }

  /** @param {Found | undefined} found */
  #take(found) {
    this.#end();
    this.how.taken(found);
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const many = this.#found.length;
    if (event.key === 'ArrowDown' && !this.#open) this.#begin();
    else if (event.key === 'ArrowDown') this.#at = (this.#at + 1) % Math.max(1, many);
    else if (event.key === 'ArrowUp') this.#at = (this.#at + many - 1) % Math.max(1, many);
    else if (event.key === 'Enter' && this.#open && this.#found[this.#at]) this.#take(this.#found[this.#at]);
    else if (event.key === 'Escape' && this.#open) this.#end();
    else return;
    event.preventDefault();
    event.stopPropagation();
    this.how.draw();
  }

  /** @param {string} shown what is chosen now, in words @param {{id?: string, labelled?: boolean, invalid?: boolean, disabled?: string, describedby?: string}} [how] labelled: a label names it by its id */
  template(shown, { id, labelled = Boolean(id), invalid = false, disabled = '', describedby } = {}) {
    const typed = (/** @type {any} */ e) => {
      this.#typed = e.target.value;
      this.#open = true;
      this.#find(this.#typed ?? '', PAUSE);
    };
    return html`<div class="combo" @focusout=${(/** @type {FocusEvent} */ e) => this.#open && !/** @type {HTMLElement} */ (e.currentTarget).contains(/** @type {Node} */ (e.relatedTarget)) && this.#end()}>
      <input class="input" id=${id ?? this.#id} role="combobox" autocomplete="off" aria-label=${labelled ? nothing : this.how.label} aria-expanded=${this.#open}
        aria-controls="${this.#id}-list" aria-activedescendant=${this.#open && this.#found.length ? `${this.#id}-${this.#at}` : nothing} aria-invalid=${invalid ? 'true' : nothing}
        aria-describedby=${describedby ?? nothing} ?disabled=${Boolean(disabled)} title=${disabled || nothing} placeholder=${this.how.placeholder ?? ''}
        .value=${this.#typed ?? shown} @click=${() => this.#begin()} @input=${typed} @keydown=${(/** @type {KeyboardEvent} */ e) => this.#key(e)}>
      ${shown && !this.how.needed && !disabled ? html`<button type="button" class="btn ghost icon xs clear" aria-label="Clear ${this.how.label}" @click=${() => this.#take(undefined)}>${icon('x', 's')}</button>` : nothing}
      <div class="pop menu list" id="${this.#id}-list" role="listbox" aria-label=${this.how.label} ?hidden=${!this.#open}>${(this.#open ? this.#found : []).map((one, i) => html`
        <div role="option" id="${this.#id}-${i}" aria-selected=${i === this.#at} tabindex="-1" @mousedown=${(/** @type {Event} */ e) => { e.preventDefault(); this.#take(one); }}>
          <span class="trunc">${one.label}</span><span class="trunc muted sm">${one.note ?? ''}</span></div>`)}
        ${this.#problem && this.#open ? html`<div class="muted sm" role="presentation">${this.#problem}</div>` : nothing}</div></div>`;
  }
}
