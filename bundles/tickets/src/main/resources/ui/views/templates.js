// @ts-check
import { html, nothing } from 'lit';
import { blank, dialog, failure, icon, skeleton } from '@mo/shell';

/** What tickets that are made again and again begin with. */
export class Templates {
  /** @type {any[] | undefined} */
  items;
  /** @type {any} */
  error;
  /** The one that was taken last. @type {any} */
  taken;

  /** @param {any} view a screen with ctx and draw */
  constructor(view) {
    this.view = view;
  }

  async read() {
    try {
      this.items = (await this.view.ctx.api('/api/ticket-templates')).items;
      this.error = undefined;
    } catch (error) {
      if (this.view.ctx.signal.aborted) return;
      this.error = error;
    }
    this.view.draw();
  }

  /** In the form of a new ticket. @param {(template: any) => void} take */
  picker(take) {
    if (!this.items?.length) return nothing;
    const chosen = (/** @type {any} */ e) => {
      this.taken = this.items?.find(one => one.id === e.target.value);
      if (this.taken) take(this.taken);
    };
    return html`<div class="field whole"><label for="n-template">Template</label><select class="input" id="n-template" @change=${chosen}>
      <option value="">None</option>${this.items.map(one => html`<option value=${one.id}>${one.name}</option>`)}</select></div>`;
  }

  /** Under a name that there is, it takes the place of that one. @param {{title: string, description: string, words: Record<string, string>}} content */
  async save(content) {
    const given = await dialog('Save as a template', close => html`<form class="stack wide" @submit=${(/** @type {SubmitEvent} */ e) => {
      e.preventDefault();
      close(Object.fromEntries(new FormData(/** @type {HTMLFormElement} */ (e.target))));
    }}><h2>Save as a template</h2><p class="muted">Title, description and what was chosen from lists; not the company and its people.</p>
      <div class="field"><label for="template-name">Name</label><input class="input" id="template-name" name="name" required maxlength="100" autofocus .value=${this.taken?.name ?? ''}></div>
      <div class="row" style="justify-content:flex-end"><button type="button" class="btn" @click=${() => close()}>Cancel</button><button class="btn primary">Save</button></div></form>`);
    if (!given) return;
    const name = String(given.name).trim();
    const before = this.items?.find(one => one.name === name);
    await this.#try(async () => {
      await this.#send({ name, ...content }, before);
      this.view.ctx.toast(before ? `The template “${name}” is changed.` : `The template “${name}” is made.`);
    });
  }

  /** @param {any} wish @param {any} [before] that it takes the place of */
  async #send(wish, before) {
    const change = before ? [`/api/ticket-templates/${before.id}`, { method: 'PUT', json: wish, headers: { 'If-Match': `"${before.version}"` } }] : ['/api/ticket-templates', { method: 'POST', json: wish }];
    await this.view.ctx.api(...change);
    await this.read();
  }

  /** @param {any} template */
  #remove(template) {
    return this.#try(async () => {
      await this.view.ctx.api(`/api/ticket-templates/${template.id}`, { method: 'DELETE' });
      await this.read();
      const { name, title, description, words } = template;
      this.view.ctx.toast(`The template “${name}” is removed.`, 'ok', { label: 'Undo', run: () => this.#try(() => this.#send({ name, title, description, words })) });
    });
  }

  /** @param {() => Promise<void>} work */
  async #try(work) {
    try {
      await work();
    } catch (error) {
      this.view.ctx.toast(/** @type {Error} */ (error).message, 'danger');
    }
  }

  /** Among the settings. */
  template() {
    if (this.error) return failure(this.error, () => this.read());
    if (!this.items) return skeleton(3);
    const make = html`<a class="btn ${this.items.length ? '' : 'primary'}" href="/tickets/new">${icon('plus', 's')}Begin with a new ticket</a>`;
    if (!this.items.length) return blank('ticket', 'No templates yet', 'Fill in a new ticket as such tickets begin, and choose “Save as a template” there.', make);
    return html`<ul class="lines">${this.items.map(one => html`<li class="row wrap strip"><span class="strong">${one.name}</span><span class="muted sm grow trunc">${[one.title, ...Object.values(one.words)].filter(Boolean).join(' · ')}</span>
      <button class="btn ghost icon xs" aria-label="Remove ${one.name}" @click=${() => this.#remove(one)}>${icon('trash-2', 's')}</button></li>`)}</ul><div class="strip">${make}</div>`;
  }
}
