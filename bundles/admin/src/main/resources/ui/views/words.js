// @ts-check
import { html, nothing } from 'lit';
import { failure, icon, skeleton } from '@mo/shell';
import { TYPES } from './connection.js';

/** Which entry of the system's lists stands for which word here; read when the section is opened. */
export class Words {
  /** @type {any[] | undefined} */
  items;
  /** @type {any} */
  error;
  /** What is being saved. @type {string} */
  busy = '';

  /** @param {any} ctx @param {string} id @param {string} system @param {() => void} draw */
  constructor(ctx, id, system, draw) {
    this.ctx = ctx;
    this.path = `/api/connections/${encodeURIComponent(id)}/words`;
    this.system = system;
    this.draw = draw;
  }

  async read() {
    try {
      this.items = (await this.ctx.api(this.path)).items;
      this.error = undefined;
    } catch (error) {
      if (this.ctx.signal.aborted) return;
      this.error = error;
    }
    this.draw();
  }

  /** @param {any} list @param {any} word @param {string} theirs @param {boolean} inward */
  async #say(list, word, theirs, inward) {
    this.busy = key(list, word);
    this.draw();
    try {
      await this.ctx.api(this.path, { method: 'POST', json: { type: list.type, field: list.field, ours: word.key, theirs: theirs || null, inward } });
      this.ctx.toast(theirs ? `"${word.label}" is understood now. What waited for it goes on.` : `Nothing is said of "${word.label}" any more.`);
    } catch (error) {
      if (!this.ctx.signal.aborted) this.ctx.toast(/** @type {Error} */ (error).message, 'danger');
    }
    this.busy = '';
    await this.read();
  }

  template() {
    const toggled = (/** @type {any} */ e) => e.target.open && !this.items && this.read();
    return html`<details class="card" @toggle=${toggled}><summary style="padding:10px 12px;cursor:pointer"><h2 style="display:inline;font-size:var(--mo-fs)">Words of its lists</h2> <span class="muted sm">which of its entries stands for which word here</span></summary>
      <div class="body stack">${this.#body()}</div></details>`;
  }

  #body() {
    if (this.error) return failure(this.error, () => this.read());
    if (!this.items) return skeleton(6);
    if (!this.items.length) return html`<p class="muted">No field that is written there has a list of its own.</p>`;
    const open = this.items.filter(list => list.words.some(missing));
    return html`<p class="muted sm">Words and entries of the same name are the same by themselves. A word without an entry holds up that one field of its records; all else of them is synced.</p>
      ${this.items.map(list => this.#list(list, open.includes(list)))}`;
  }

  /** @param {any} list @param {boolean} open */
  #list(list, open) {
    const waits = list.words.filter(missing).length;
    return html`<details ?open=${open}><summary style="cursor:pointer"><span class="strong">${TYPES[/** @type {keyof TYPES} */ (list.type)] ?? list.type}: ${list.label.toLowerCase()}</span>
      ${waits ? html`<span class="pill warn">${waits} without an entry</span>` : html`<span class="muted sm">${list.words.length} ${list.words.length === 1 ? 'word' : 'words'}, all understood</span>`}</summary>
      <div class="scroll"><table class="grid"><caption class="vh">${list.label}</caption><thead><tr><th scope="col">Word here</th><th scope="col" class="num">Records</th><th scope="col">Entry in ${this.system}</th><th scope="col">And back</th></tr></thead>
      <tbody>${list.words.map((/** @type {any} */ word) => this.#word(list, word))}</tbody></table></div></details>`;
  }

  /** @param {any} list @param {any} word */
  #word(list, word) {
    const saving = this.busy === key(list, word);
    const chosen = word.said ? word.theirs : '';
    const same = list.theirs.find((/** @type {any} */ e) => e.key === word.theirs);
    const none = word.said || !same ? 'not said' : `${same.label} (same name)`;
    return html`<tr><td>${word.label}${missing(word) ? html` <span class="danger-text">${icon('triangle-alert', 's')}<span class="vh">has no entry there</span></span>` : nothing}</td><td class="num">${word.records}</td>
      <td><select class="input" aria-label="Entry in ${this.system} for ${word.label}" ?disabled=${Boolean(this.busy)} @change=${(/** @type {any} */ e) => this.#say(list, word, e.target.value, word.said ? word.inward : missing(word))}>
        <option value="" ?selected=${!chosen}>${none}</option>
        ${list.theirs.map((/** @type {any} */ e) => html`<option value=${e.key} ?selected=${e.key === chosen}>${e.label}</option>`)}</select></td>
      <td>${word.said ? html`<label class="row"><input type="checkbox" .checked=${word.inward} ?disabled=${Boolean(this.busy)} @change=${(/** @type {any} */ e) => this.#say(list, word, word.theirs, e.target.checked)}><span class="sm">is “${word.label}” here</span></label>` : nothing}${saving ? html`<span class="muted sm" role="status">saving…</span>` : nothing}</td></tr>`;
  }
}

/** @param {any} word */
const missing = word => !word.theirs && word.records > 0;

/** @param {any} list @param {any} word */
const key = (list, word) => `${list.type}.${list.field}/${word.key}`;
