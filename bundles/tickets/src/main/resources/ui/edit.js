// @ts-check
import { html, nothing } from 'lit';
import { icon } from '@mo/shell';

/** What stood there when somebody began to change it. @typedef {{version: number, value?: any}} Seen */
/** @typedef {{value: any, seen: Seen, busy?: boolean, wrong?: string, theirs?: any, open?: boolean}} Change */

/** A field of the tenant's own, beside the others. @param {string} name */
export const customField = name => `${CUSTOM}.${name}`;

const CUSTOM = 'customFields';

/** The field of the ticket, and which of the tenant's own. @param {string} name @returns {[string, string]} */
const parted = name => (name.startsWith(`${CUSTOM}.`) ? [CUSTOM, name.slice(CUSTOM.length + 1)] : [name, '']);

/** @param {any} fields @param {string} name */
function valueOf(fields, name) {
  const [field, part] = parted(name);
  return part ? fields[field]?.[part] : fields[field];
}

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
    return this.view.why('edit') || (this.view.ticket.locked[parted(name)[0]] ?? '');
  }

  /** @param {string} name @param {Seen} [seen] if it was begun earlier */
  begin(name, seen = this.#seen(name)) {
    if (this.locked(name)) return;
    this.changes[name] = { value: valueOf(this.view.ticket.fields, name), seen, open: true };
    this.view.draw();
  }

  /** The page follows what others save, also below an open field: who saves that one saw what stood there before. @param {string} name @returns {Seen} */
  #seen(name) {
    const { version, fields } = this.view.ticket;
    return { version, value: valueOf(fields, name) };
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
    const { open, seen = this.#seen(name) } = this.changes[name] ?? {};
    const change = { value, seen, busy: true, open };
    const beside = Object.fromEntries(Object.keys(also).map(one => [one, JSON.stringify(valueOf(view.ticket.fields, one))]));
    this.changes[name] = change;
    view.draw();
    try {
      const saved = await view.ctx.api(view.path, { method: 'PATCH', json: { fields: { ...this.#sent(name, value ?? null), ...also } }, headers: { 'If-Match': `"${seen.version}"` } });
      this.#saved(name, value, saved);
      await view.read();
    } catch (error) {
      if (view.ctx.signal.aborted) return;
      await this.#failed(name, change, /** @type {any} */ (error), { again, also, beside });
    }
  }

  /** The tenant's own fields are sent as one: the others of them as they stand. @param {string} name @param {any} value */
  #sent(name, value) {
    const [field, part] = parted(name);
    return { [field]: part ? { ...this.view.ticket.fields[field], [part]: value } : value };
  }

  /** @param {string} name @param {any} value @param {any} saved */
  #saved(name, value, saved) {
    const refused = saved.systems.find((/** @type {any} */ s) => s.state === 'refused');
    const seen = { version: saved.version, value: valueOf(saved.fields, name) };
    if (!saved.kept || refused) this.changes[name] = { value, seen, wrong: `${refused?.system ?? 'A system'} refused it: ${refused?.reason ?? 'without a reason'}`, open: true };
    else delete this.changes[name];
  }

  /** Somebody changed another field meanwhile: then nothing is in doubt. @param {string} name @param {Change} change @param {any} error @param {{again: boolean, also: Record<string, any>, beside: Record<string, string>}} how beside: what stood where something goes along */
  async #failed(name, { value, seen }, error, { again, also, beside }) {
    const why = error.fields?.[parted(name)[0]];
    if (!error.current) this.changes[name] = { value, seen, wrong: why ? `It ${why}` : error.message, open: true };
    else {
      await this.view.read();
      const now = this.#seen(name);
      const same = JSON.stringify(now.value) === JSON.stringify(seen.value);
      this.changes[name] = { value, seen: now, open: true };
      const still = Object.fromEntries(Object.entries(also).filter(([one]) => JSON.stringify(valueOf(this.view.ticket.fields, one)) === beside[one]));
      if (same && !again) return this.save(name, value, { again: true, also: still });
      this.changes[name].theirs = now.value ?? null;
    }
    this.view.draw();
  }

  /** What stands beside the input: the reason, or both values. @param {string} name @param {(value: any) => unknown} shown @param {() => void} [leave] gives up what was meant */
  said(name, shown, leave = () => this.cancel(name)) {
    const change = this.changes[name];
    if (!change) return nothing;
    if (change.theirs !== undefined) return html`<div class="note warn sm" role="alert"><span class="grow">Somebody set it to ${shown(change.theirs)} meanwhile; you wanted ${shown(change.value)}.</span>
      <button class="btn xs" @click=${() => this.save(name, change.value)}>Keep mine</button><button class="btn xs" @click=${leave}>Take theirs</button></div>`;
    return change.wrong ? html`<div class="note danger sm" role="alert">${icon('circle-alert', 's')}<span class="grow">${change.wrong}</span><button class="btn xs" @click=${leave}>Undo</button></div>` : nothing;
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
