// @ts-check
import { html, nothing } from 'lit';
import { ref } from 'lit/directives/ref.js';

/** The editor of formatted text, fetched when somebody begins to write. */
export class Writing {
  /** @type {any} */
  #editor;
  #given = '';
  #focus = true;
  #loading = false;
  #problem = '';
  isOpen = false;

  /** @param {any} view @param {{label: string, changed: (html: string) => void, files?: (files: File[]) => void}} how */
  constructor(view, how) {
    this.view = view;
    this.how = how;
  }

  get html() {
    return this.#editor ? this.#editor.html : this.#given;
  }

  /** @param {string} text @param {boolean} [focus] whether somebody writes there at once */
  open(text, focus = true) {
    this.#focus = focus;
    this.#given = text;
    this.isOpen = true;
    this.view.draw();
  }

  close() {
    this.isOpen = false;
    this.#editor?.destroy();
    this.#editor = undefined;
    this.view.draw();
  }

  /** @param {string} text */
  set(text) {
    this.#given = text;
    this.#editor?.set(text);
  }

  /** @param {HTMLElement | undefined} el */
  async #place(el) {
    if (!el || this.#editor || this.#loading) return;
    this.#loading = true;
    try {
      const { richText } = await import('@mo/richtext');
      if (!this.isOpen || !el.isConnected) return;
      this.#editor = richText(el, { html: this.#given, label: this.how.label, changed: this.how.changed, files: files => this.#files(files) });
      if (this.#focus) this.#editor.focus();
    } catch (error) {
      this.#problem = `The editor couldn't be loaded: ${/** @type {Error} */ (error).message}`;
      this.view.draw();
    } finally {
      this.#loading = false;
    }
  }

  /** @param {File[]} files */
  #files(files) {
    if (this.how.files) this.how.files(files);
    else this.view.ctx.toast('Pictures and files can\'t be put into a text. Use Attachments.', 'warn');
  }

  #found = (/** @type {Element | undefined} */ el) => void this.#place(/** @type {HTMLElement} */ (el));

  template() {
    return this.isOpen ? html`<div class="editor" ${ref(this.#found)}></div>${this.#problem ? html`<div class="note danger" role="alert">${this.#problem}</div>` : nothing}` : nothing;
  }
}
