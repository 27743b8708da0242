// @ts-check
import { html, nothing } from 'lit';
import { Combobox, icon } from '@mo/shell';

/** The machines that it is about: the PSA's one first, then those that are kept here. */
export class Assets {
  /** @param {import('../views/ticket.js').TicketView} view */
  constructor(view) {
    this.view = view;
    this.box = new Combobox({
      label: 'Asset',
      placeholder: 'Add an asset…',
      find: typed => view.party.find('configuration', typed, this.#all.map(one => one.id)),
      draw: () => view.draw(),
      taken: found => found && this.#add(found),
    });
  }

  get #more() {
    return this.view.ticket.fields.affectedAssets ?? [];
  }

  /** @returns {any[]} */
  get #all() {
    const { configuration } = this.view.ticket.fields;
    return [...(configuration ? [configuration] : []), ...this.#more];
  }

  /** @param {any} found */
  #add(found) {
    const { configuration } = this.view.ticket.fields;
    if (!configuration) return this.view.side.take('configuration', found);
    return this.view.edit.save('affectedAssets', [...this.#more, found.value]);
  }

  template() {
    const { edit, ticket } = this.view;
    const { configuration } = ticket.fields;
    const all = this.#all;
    const name = (/** @type {any} */ one) => ticket.names[one.id] ?? 'unknown';
    const without = (/** @type {any} */ one) => (one === configuration ? edit.save('configuration', null) : edit.save('affectedAssets', this.#more.filter((/** @type {any} */ other) => other.id !== one.id)));
    const editable = !edit.locked('configuration');
    return html`${all.length ? html`<ul class="lines">${all.map(one => html`<li class="row strip tight">${icon('monitor')}<a class="trunc grow" href="/configurations/${one.id}">${name(one)}</a>
        ${editable ? html`<button type="button" class="btn ghost icon xs" aria-label="Take ${name(one)} away" @click=${() => without(one)}>${icon('x', 's')}</button>` : nothing}</li>`)}</ul>` : html`<p class="muted sm">No machine is named.</p>`}${this.view.side.beside('configuration')}
      ${editable ? html`<div style="margin-top:6px">${this.box.template('')}</div>` : nothing}${edit.said('configuration', value => (value ? name(value) : 'none'))}${edit.said('affectedAssets', value => `${value?.length ?? 0} more`)}`;
  }
}
