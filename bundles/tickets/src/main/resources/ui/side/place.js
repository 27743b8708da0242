// @ts-check
import { html, nothing } from 'lit';
import { Combobox, icon } from '@mo/shell';
import { named } from '../values.js';

/** Where the ticket's customer needs help: it narrows who and what can be picked. */
export class Place {
  /** @param {import('../views/ticket.js').TicketView} view */
  constructor(view) {
    this.view = view;
    this.box = new Combobox({
      label: 'Location',
      find: typed => view.party.find('location', typed),
      draw: () => view.draw(),
      taken: found => view.side.take('location', found),
    });
  }

  template() {
    const { edit, ticket } = this.view;
    const { location } = ticket.fields;
    const change = edit.of('location');
    const said = edit.said('location', value => (value ? named(value, ticket.names) : 'nowhere'));
    if (change?.open) return html`<div class="row"><div class="grow">${this.box.template(location ? ticket.names[location.id] ?? '' : '', { id: 'd-location', labelled: false, disabled: change.busy ? 'Saving…' : '' })}</div>
      <button type="button" class="btn ghost icon xs" aria-label="Leave the location as it was" @click=${() => edit.cancel('location')}>${icon('x', 's')}</button></div>${said}`;
    const why = edit.locked('location');
    return html`<div class="row" title=${why || nothing}><span class="muted sm">Location</span><span class="grow trunc" data-place>${location ? named(location, ticket.names) : html`<span class="muted">None is named.</span>`}</span>
      ${why ? nothing : html`<button type="button" class="btn ghost icon xs" aria-label="Change the location" @click=${() => edit.begin('location')}>${icon('pencil', 's')}</button>`}</div>${said}`;
  }
}
