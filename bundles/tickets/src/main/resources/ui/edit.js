// @ts-check
import { html, nothing } from 'lit';
import { icon } from '@mo/shell';

/** @typedef {{value: any, busy?: boolean, wrong?: string, theirs?: any, open?: boolean}} Change */

/** Changes of single fields, in place: what a system refuses comes back with its reason, and what was meant stays. */
export class Edit {
  /** @type {Record<string, Change>} */
  changes = {};

  /** @param {import('./views/ticket.js').TicketView} view */
  constructor(view) {
    this.view = view;
  }

  /** @param {string} name */
  of(name) {
    return this.changes[name];
  }

  /** Why nobody may change it now; "" if one may. @param {string} name */
  locked(name) {
    return this.view.why('edit') || (this.view.ticket.locked[name] ?? '');
  }

  /** @param {string} name */
  begin(name) {
    if (this.locked(name)) return;
    this.changes[name] = { value: this.view.ticket.fields[name], open: true };
    this.view.draw();
  }

  /** @param {string} name */
  cancel(name) {
    delete this.changes[name];
    this.view.draw();
  }

  /** @param {string} name @param {any} value */
  put(name, value) {
    this.changes[name] = { ...this.changes[name], value };
    this.view.draw();
  }

  /** @param {string} name @param {any} value @param {{again?: boolean, also?: Record<string, any>}} [how] */
  async save(name, value, { again = false, also = {} } = {}) {
    const { view } = this;
    const before = view.ticket.fields[name];
    this.changes[name] = { value, busy: true, open: this.changes[name]?.open };
    view.draw();
    try {
      const saved = await view.ctx.api(view.path, { method: 'PATCH', json: { fields: { [name]: value ?? null, ...also } }, headers: { 'If-Match': `"${view.ticket.version}"` } });
      this.#saved(name, value, saved);
      await view.read();
    } catch (error) {
      if (view.ctx.signal.aborted) return;
      await this.#failed(name, value, before, /** @type {any} */ (error), again);
    }
  }

  /** @param {string} name @param {any} value @param {any} saved */
  #saved(name, value, saved) {
    const refused = saved.systems.find((/** @type {any} */ s) => s.state === 'refused');
    if (!saved.kept || refused) this.changes[name] = { value, wrong: `${refused?.system ?? 'A system'} refused it: ${refused?.reason ?? 'without a reason'}`, open: true };
    else delete this.changes[name];
  }

  /** Somebody changed another field meanwhile: then nothing is in doubt. @param {string} name @param {any} value @param {any} before @param {any} error @param {boolean} again */
  async #failed(name, value, before, error, again) {
    if (!error.current) this.changes[name] = { value, wrong: error.fields?.[name] ? `It ${error.fields[name]}` : error.message, open: true };
    else {
      await this.view.read();
      const theirs = this.view.ticket.fields[name];
      if (JSON.stringify(theirs) === JSON.stringify(before) && !again) return this.save(name, value, { again: true });
      this.changes[name] = { value, theirs: theirs ?? null, open: true };
    }
    this.view.draw();
  }

  /** What stands beside the input: the reason, or both values. @param {string} name @param {(value: any) => unknown} shown */
  said(name, shown) {
    const change = this.changes[name];
    if (!change) return nothing;
    if (change.theirs !== undefined) return html`<div class="note warn sm" role="alert"><span class="grow">Somebody set it to ${shown(change.theirs)} meanwhile; you wanted ${shown(change.value)}.</span>
      <button class="btn xs" @click=${() => this.save(name, change.value)}>Keep mine</button><button class="btn xs" @click=${() => this.cancel(name)}>Take theirs</button></div>`;
    return change.wrong ? html`<div class="note danger sm" role="alert">${icon('circle-alert', 's')}<span class="grow">${change.wrong}</span><button class="btn xs" @click=${() => this.cancel(name)}>Undo</button></div>` : nothing;
  }

  /** The ticket's title; a click changes it. */
  heading() {
    const change = this.changes.title;
    const title = this.view.ticket.fields.title || '(no title)';
    if (!change?.open) return html`<h1>${this.locked('title') ? title : html`<button class="word" title="Change the title" @click=${() => this.#focus('title')}>${title}</button>`}</h1>`;
    const send = (/** @type {SubmitEvent} */ e) => {
      e.preventDefault();
      this.save('title', String(new FormData(/** @type {HTMLFormElement} */ (e.target)).get('title')).trim() || null);
    };
    return html`<h1 class="vh">${title}</h1><form class="stack grow" @submit=${send} @keydown=${(/** @type {KeyboardEvent} */ e) => e.key === 'Escape' && this.cancel('title')}>
      <div class="row"><input class="input" name="title" aria-label="Title" data-edit="title" maxlength="250" .value=${change.value ?? ''} ?disabled=${change.busy}><button class="btn primary" ?disabled=${change.busy}>Save</button>
        <button class="btn" type="button" @click=${() => this.cancel('title')}>Cancel</button></div>${this.said('title', value => `“${value}”`)}</form>`;
  }

  /** @param {string} name */
  #focus(name) {
    this.begin(name);
    requestAnimationFrame(() => /** @type {HTMLElement} */ (this.view.el.querySelector(`[data-edit="${name}"]`))?.focus());
  }
}
