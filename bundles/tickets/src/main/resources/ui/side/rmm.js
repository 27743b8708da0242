// @ts-check
import { html, nothing } from 'lit';
import { icon } from '@mo/shell';
import { none } from '../values.js';

const NAMES = { vsa: 'Kaseya VSA', continuum: 'Continuum' };

/**
 * What the RMM knows of the ticket; nothing where none is active or it is no machine's. VSA tells its number, Continuum also whose it is;
 * nobody changes either here.
 * @param {import('../views/ticket.js').TicketView} view
 */
export function rmm({ ticket }) {
  const { rmmType, rmmTicketNumber, rmmTicketOwner, rmmAgentId } = ticket.fields;
  if (ticket.rmm === false || !rmmType) return undefined;
  const isContinuum = rmmType === 'continuum';
  const troubles = (ticket.rmmTrouble ?? []).map((/** @type {string} */ words) => html`<div class="note warn" role="status">${icon('circle-alert')}<span>${words}</span></div>`);
  return html`${troubles}<dl class="kv"><dt>RMM</dt><dd>${NAMES[/** @type {'vsa'} */ (rmmType)] ?? rmmType}</dd>
    ${isContinuum ? html`<dt>Ticket owner</dt><dd>${rmmTicketOwner ?? none}</dd>` : nothing}
    <dt>Ticket number</dt><dd><span class="mono">${rmmTicketNumber ?? none}</span></dd>
    ${rmmAgentId ? html`<dt>Agent</dt><dd><span class="mono">${rmmAgentId}</span></dd>` : nothing}</dl>`;
}
