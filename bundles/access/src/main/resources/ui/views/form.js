// @ts-check
import { html, nothing } from 'lit';
import { icon, settingField, unset } from '@mo/shell';

/** What connecting to a system asks a person for. Secrets only go in; those that are kept stay when nothing is typed. */
export class LoginForm {
  /** @type {Record<string, string>} by setting */
  #typed = {};
  /** @type {Record<string, string>} by setting */
  wrong = {};
  /** The system knows this login by another mailbox: says so, until something else is typed. */
  #another = '';
  #mineToo = false;

  /** @param {any} mine @param {() => void} draw */
  constructor(mine, draw) {
    this.mine = mine;
    this.draw = draw;
  }

  get sent() {
    const settings = this.mine.form.filter((/** @type {any} */ s) => s.form !== 'secret').map((/** @type {any} */ s) => [s.name, this.#value(s)]);
    const secrets = this.mine.form.filter((/** @type {any} */ s) => s.form === 'secret' && this.#typed[s.name]).map((/** @type {any} */ s) => [s.name, this.#typed[s.name]]);
    return { settings: Object.fromEntries(settings), secrets: Object.fromEntries(secrets), asAnother: this.#mineToo };
  }

  /** @param {any} s */
  #value(s) {
    return this.#typed[s.name] ?? (s.form === 'secret' ? '' : this.mine.settings[s.name] ?? unset(s));
  }

  /** @param {string} name @param {string} value */
  #set(name, value) {
    this.#typed[name] = value;
    delete this.wrong[name];
    this.#another = '';
    this.#mineToo = false;
    this.draw();
  }

  clear() {
    this.#typed = {};
    this.wrong = {};
    this.#another = '';
    this.#mineToo = false;
  }

  /** @param {any} error @returns {boolean} whether all of it is said in the form */
  refused({ fields, message }) {
    const { asAnother, ...wrong } = fields ?? {};
    this.wrong = wrong;
    if (asAnother) this.#another = message;
    const here = this.mine.form.map((/** @type {any} */ s) => s.name);
    return Boolean(asAnother) || (Object.keys(wrong).length > 0 && Object.keys(wrong).every(name => here.includes(name)));
  }

  /** @param {string} id what the ids in it begin with @param {{buttons: unknown, send(): void, cancel(): void}} to */
  template(id, { buttons, send, cancel }) {
    const submit = (/** @type {SubmitEvent} */ event) => {
      event.preventDefault();
      send();
    };
    return html`<form class="stack wide" novalidate autocomplete="off" aria-label="Login at ${this.mine.name}" @submit=${submit} @keydown=${(/** @type {KeyboardEvent} */ e) => e.key === 'Escape' && cancel()}>
      <div style="display:grid;grid-template-columns:repeat(auto-fit,minmax(240px,1fr));gap:12px 16px;align-items:start">${this.mine.form.map((/** @type {any} */ s) => settingField(s, {
        id: `${id}${s.name}`, value: this.#value(s), wrong: this.wrong[s.name], kept: this.mine.secrets.includes(s.name), set: value => this.#set(s.name, value) }))}</div>
      ${this.#another ? this.#whose(id) : nothing}
      <div class="row wrap">${buttons}</div></form>`;
  }

  /** @param {string} id */
  #whose(id) {
    const tick = (/** @type {any} */ e) => {
      this.#mineToo = e.target.checked;
      this.draw();
    };
    return html`<div class="note warn">${icon('triangle-alert')}<div class="stack"><span id="${id}another" role="alert">${this.#another}</span>
      <label class="check"><input type="checkbox" name="asAnother" aria-describedby="${id}another" aria-invalid=${this.#mineToo ? nothing : 'true'} .checked=${this.#mineToo} @change=${tick}>This login is mine, too</label></div></div>`;
  }
}
