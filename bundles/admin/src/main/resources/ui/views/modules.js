// @ts-check
import { html, nothing } from 'lit';
import { blank, failure, icon, pill, Screen, skeleton } from '@mo/shell';

const STATES = { RUNNING: 'ok', STOPPED: '', WAITING: 'warn' };
const JAR = 'application/java-archive';

/** The modules that the product is made of: what runs, what waits for what; put in, start, stop, take out. */
export class ModulesView extends Screen {
  /** @type {any[] | undefined} */
  items;
  /** What is being done, by module id; "" is the upload. @type {Set<string>} */
  busy = new Set();
  /** Why the last upload wasn't taken. */
  refused = '';
  over = false;
  words = '';

  start() {
    this.draw();
    this.read();
    for (const topic of ['ui.registry', 'resync']) this.ctx.on(topic, () => this.read());
  }

  read() {
    return this.attempt(async () => {
      this.items = (await this.ctx.api('/api/modules')).items;
    });
  }

  /** @param {string} id @param {() => Promise<any>} work @param {string} done */
  async #act(id, work, done) {
    this.busy.add(id);
    this.refused = '';
    this.draw();
    try {
      await work();
      this.ctx.toast(done);
    } catch (error) {
      if (this.ctx.signal.aborted) return;
      if (id) this.ctx.toast(/** @type {Error} */ (error).message, 'danger');
      else this.refused = /** @type {Error} */ (error).message;
    }
    this.busy.delete(id);
    await this.read();
  }

  /** @param {any} m @param {'start' | 'stop'} what */
  #turn(m, what) {
    const path = `/api/modules/${encodeURIComponent(m.id)}/${what}`;
    return this.#act(m.id, () => this.ctx.api(path, { method: 'POST' }), `${m.name} ${what === 'start' ? 'was started' : 'was stopped'}.`);
  }

  /** @param {any} m */
  async #remove(m) {
    const yes = await this.ctx.confirm({ title: `Remove ${m.name}?`, text: `Version ${m.version} is taken out and its screens and routes go with it. A module of Mortise's own that it replaced comes back.`, yes: 'Remove', danger: true });
    if (yes) await this.#act(m.id, () => this.ctx.api(`/api/modules/${encodeURIComponent(m.id)}`, { method: 'DELETE' }), `${m.name} was removed.`);
  }

  /** @param {File | undefined} file */
  #upload(file) {
    if (!file) return;
    this.#act('', () => this.ctx.api('/api/modules', { method: 'POST', body: file, headers: { 'Content-Type': JAR } }), `${file.name} was put in.`);
  }

  template() {
    return html`<div class="page"><header><h1>Modules</h1>${this.items ? html`<span class="count">${this.items.length}</span>` : nothing}<span class="grow"></span>
      <input class="input" type="search" style="width:220px" placeholder="Filter…" aria-label="Filter modules" @input=${(/** @type {any} */ e) => { this.words = e.target.value.toLowerCase(); this.draw(); }}></header>
      ${this.#drop()}<div class="card scroll">${this.#body()}</div></div>`;
  }

  #drop() {
    const over = (/** @type {boolean} */ yes) => (/** @type {DragEvent} */ e) => {
      e.preventDefault();
      this.over = yes;
      this.draw();
    };
    const dropped = (/** @type {DragEvent} */ e) => {
      over(false)(e);
      this.#upload(e.dataTransfer?.files[0]);
    };
    const chosen = (/** @type {any} */ e) => {
      this.#upload(e.target.files[0]);
      e.target.value = '';
    };
    return html`<div class="drop ${this.over ? 'over' : ''}" @dragover=${over(true)} @dragleave=${over(false)} @drop=${dropped}><div class="row wrap" style="justify-content:center">
        ${this.busy.has('') ? html`<span class="spin row">${icon('loader-circle')}</span>Putting it in…` : html`${icon('upload')}<span>Drop a module's jar here, or</span>
        <button class="btn xs" @click=${() => /** @type {HTMLElement} */ (this.el.querySelector('input[type=file]')).click()}>Choose a file</button>`}
        <input type="file" accept=".jar" hidden aria-label="A module's jar" @change=${chosen}></div></div>
      ${this.refused ? html`<div class="note danger" role="alert">${icon('circle-alert')}<span>${this.refused}</span></div>` : nothing}`;
  }

  #body() {
    if (this.error && !this.items) return failure(this.error, () => this.read());
    if (!this.items) return skeleton(8);
    const shown = this.items.filter(m => `${m.name} ${m.id}`.toLowerCase().includes(this.words));
    if (!shown.length) return blank('filter', 'No module has this in its name');
    return html`<table class="grid"><thead><tr><th scope="col">Module</th><th scope="col">What it is for</th><th scope="col">Version</th><th scope="col">State</th><th scope="col"><span class="vh">Do</span></th></tr></thead>
      <tbody>${shown.map(m => this.#line(m))}</tbody></table>`;
  }

  /** @param {any} m */
  #line(m) {
    const signed = m.stays ? '' : m.signer ? ` · signed by ${m.signer}` : ' · not signed';
    return html`<tr><td><div class="strong">${m.name}</div><div class="muted xs">${m.id}${signed}</div></td><td class="muted">${m.about || '–'}</td>
      <td style="white-space:nowrap">${m.version}</td>
      <td>${pill(m.state.toLowerCase(), STATES[/** @type {keyof STATES} */ (m.state)] ?? 'warn')}${m.trouble ? html`<div class="muted sm">${m.trouble}</div>` : nothing}</td>
      <td><div class="row" style="justify-content:flex-end">${this.#buttons(m, this.busy.has(m.id))}</div></td></tr>`;
  }

  /** What can't be done is told in place of its button, at length on hover. @param {any} m @param {boolean} busy */
  #buttons(m, busy) {
    const turn = m.state === 'STOPPED' ? 'start' : 'stop';
    return html`${m.stoppable ? html`<button class="btn xs" ?disabled=${busy} aria-label="${turn === 'start' ? 'Start' : 'Stop'} ${m.name}" @click=${() => this.#turn(m, turn)}>
        ${icon(turn === 'start' ? 'play' : 'square', 's solid')}${turn === 'start' ? 'Start' : 'Stop'}</button>` : nothing}
      ${m.stays ? html`<span class="faint sm" style="flex:none;width:124px;text-align:end" title=${m.stays}>${m.stoppable ? 'comes with Mortise' : 'core of Mortise'}</span>`
      : html`<button class="btn xs danger" ?disabled=${busy} aria-label="Remove ${m.name}" @click=${() => this.#remove(m)}>${icon('trash-2', 's')}Remove</button>`}`;
  }
}
