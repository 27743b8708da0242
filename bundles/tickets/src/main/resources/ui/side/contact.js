// @ts-check
import { html, nothing } from 'lit';
import { Combobox, failure, icon, initials, skeleton } from '@mo/shell';
import { Place } from './place.js';
import { ago, named, status } from '../values.js';

/** Who it is for, and that person's other tickets: the last five that are open or closed. */
export class Contact {
  /** @type {any} */
  #tickets;
  /** @type {any} */
  #contact;
  /** @type {any} */
  #error;
  #shown = 'open';
  #of = '';

  /** @param {import('../views/ticket.js').TicketView} view */
  constructor(view) {
    this.view = view;
    this.box = new Combobox({
      label: 'Contact',
      find: typed => view.party.find('contact', typed),
      draw: () => view.draw(),
      taken: found => view.side.take('contact', found),
    });
    this.place = new Place(view);
  }

  /** The ticket has another contact now, or the same. */
  changed() {
    if (this.#of && this.#of !== (this.view.ticket.fields.contact?.id ?? '-')) this.read();
  }

  async read() {
    const { contact } = this.view.ticket.fields;
    this.#of = contact?.id ?? '-';
    if (!contact) return;
    try {
      const { ctx, path } = this.view;
      [this.#tickets, this.#contact] = await Promise.all([ctx.api(`${path}/contact-tickets`), ctx.api(`/api/contacts/${contact.id}`)]);
      this.#error = undefined;
    } catch (error) {
      if (this.view.ctx.signal.aborted) return;
      this.#error = error;
    }
    this.view.draw();
  }

  template() {
    return html`${this.place.template()}${this.#whom()}`;
  }

  #whom() {
    const { edit, side, ticket } = this.view;
    const { contact } = ticket.fields;
    const change = edit.of('contact');
    const said = html`${edit.said('contact', value => (value ? named(value, ticket.names) : 'nobody'))}${side.beside('contact')}`;
    if (change?.open) return html`<div class="row"><div class="grow">${this.box.template(contact ? ticket.names[contact.id] ?? '' : '', { id: 'd-contact', labelled: false, disabled: change.busy ? 'Saving…' : '' })}</div>
      <button type="button" class="btn ghost icon xs" aria-label="Leave the contact as it was" @click=${() => edit.cancel('contact')}>${icon('x', 's')}</button></div>${said}`;
    const begin = edit.locked('contact') ? nothing : html`<button type="button" class="btn ghost icon xs" aria-label="Change the contact" @click=${() => edit.begin('contact')}>${icon('pencil', 's')}</button>`;
    if (!contact) return html`<div class="row"><span class="muted grow">Nobody is named.</span>${begin}</div>${said}`;
    if (this.#error?.status === 404) return html`<div class="row"><span class="grow">${ticket.names[contact.id] ?? 'Somebody'} <span class="muted">isn't there any more, or isn't yours to see.</span></span>${begin}</div>${said}`;
    if (this.#error) return html`${failure(this.#error, () => this.read())}<div class="row">${begin}</div>${said}`;
    if (!this.#contact) return skeleton(2);
    return html`${this.#person(begin)}${said}${this.#history()}`;
  }

  /** @param {unknown} begin */
  #person(begin) {
    const { id, fields, lifecycle } = this.#contact;
    const facts = [fields.title, fields.primaryPhone].filter(Boolean).join(' · ');
    return html`<div class="row"><span class="avatar" aria-hidden="true">${initials(fields.name ?? '?')}</span><div class="grow"><div><a class="strong" href="/contacts/${id}">${fields.name}</a>${lifecycle === 'DEACTIVATED' ? html` <span class="pill warn" title="No system has this contact any more">Inactive</span>` : nothing}</div>
      ${facts ? html`<div class="muted sm">${facts}</div>` : nothing}${fields.primaryEmail ? html`<div class="sm trunc"><a title=${fields.primaryEmail} href="mailto:${fields.primaryEmail}">${fields.primaryEmail}</a></div>` : nothing}</div>${begin}</div>`;
  }

  #history() {
    const list = this.#tickets?.[this.#shown] ?? [];
    const choose = (/** @type {string} */ shown) => {
      this.#shown = shown;
      this.view.draw();
    };
    return html`<div class="row" role="group" aria-label="Tickets of this contact" style="margin-top:8px"><button class="btn xs" aria-pressed=${this.#shown === 'open'} @click=${() => choose('open')}>Open Tickets</button>
        <button class="btn xs" aria-pressed=${this.#shown === 'closed'} @click=${() => choose('closed')}>Closed Tickets</button></div>
      ${list.length ? html`<ol class="lines" aria-label="The last five">${list.map((/** @type {any} */ one) => html`<li class="row strip tight"><a class="trunc grow" href="/tickets/${one.id}">${one.fields.title}</a>
        <span class="faint sm">${one.fields.number}</span>${this.#shown === 'open' ? status(one.fields.status, this.view.options) : ago(one.fields.completedAt)}</li>`)}</ol>` : html`<p class="muted sm" style="margin-top:8px">None that ${this.#shown === 'open' ? 'are open' : 'were closed'}.</p>`}`;
  }
}
