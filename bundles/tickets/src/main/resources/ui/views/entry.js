// @ts-check
import { html, nothing } from 'lit';
import { icon, moment, pill } from '@mo/shell';
import { ago, rich, spanMinutes } from '../values.js';
import { hours } from '../timer.js';

const SIGNS = { note: 'message-square', time: 'clock', status: 'circle-dot', change: 'pencil', email: 'mail', attachment: 'paperclip', system: 'info' };

/** One line of the ticket's log. @param {import('./ticket.js').TicketView} view @param {any} item */
export function entry(view, item) {
  const initials = (item.by || '?').split(/\s+/).map((/** @type {string} */ word) => word[0]).slice(0, 2).join('').toUpperCase();
  return html`<article class="entry ${item.internal ? 'internal' : ''}" aria-label="${item.title || item.type} by ${item.by || 'unknown'}"><span class="avatar" aria-hidden="true">${initials}</span>
    <div class="grow"><div class="row wrap"><span class="strong">${item.by || 'Unknown'}</span>${icon(SIGNS[/** @type {'note'} */ (item.type)] ?? 'info', 's')}<span class="muted sm">${item.title ?? ''}</span>
        ${item.internal ? pill('Internal', 'warn') : nothing}${item.minutes ? html`<span class="strong num">${hours(item.minutes)}</span>` : item.duration ? html`<span class="strong num">${hours(spanMinutes(item.duration))}</span>` : nothing}
        ${item.state && item.state !== 'synced' ? pill(item.state, item.state === 'error' ? 'danger' : 'warn', item.reason ?? '') : nothing}
        <span class="grow"></span><span class="muted sm" title=${moment(item.at)}>${ago(item.at)}</span></div>
      ${item.html ? rich(item.html) : item.text ? html`<p class="said">${item.text}</p>` : nothing}${changes(view, item)}</div></article>`;
}

/** @param {import('./ticket.js').TicketView} view @param {any} item */
function changes(view, { before = {}, after = {} }) {
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])].filter(name => name !== 'description');
  if (!names.length) return nothing;
  return html`<ul class="changes">${names.map(name => html`<li><span class="muted">${label(name)}:</span> ${word(view, before?.[name])} → <span class="strong">${word(view, after?.[name])}</span></li>`)}</ul>`;
}

/** @param {string} name */
const label = name => name.replace(/([A-Z])/g, ' $1').toLowerCase().replace(/^./, c => c.toUpperCase());

/** @param {import('./ticket.js').TicketView} view @param {any} value @returns {string} */
function word(view, value) {
  if (value === null || value === undefined || value === '') return 'nothing';
  if (Array.isArray(value)) return value.map(one => word(view, one)).join(', ') || 'nothing';
  if (value.label !== undefined) return value.value ?? value.label;
  if (value.id !== undefined) return view.ticket.names[value.id] ?? 'another record';
  if (value === true || value === false) return value ? 'yes' : 'no';
  return /^\d{4}-\d\d-\d\dT/.test(`${value}`) ? moment(value) : typeof value === 'object' ? JSON.stringify(value) : `${value}`;
}
