// @ts-check
import { html, nothing } from 'lit';
import { icon, initials, moment, pill } from '@mo/shell';
import { ago, rich, spanMinutes } from '../values.js';
import { hours } from '../timer.js';

const SIGNS = { note: 'message-square', time: 'clock', status: 'circle-dot', change: 'pencil', email: 'mail', attachment: 'paperclip', system: 'info' };

/** One line of the ticket's log. @param {any} item @param {(item: any) => void} correct @param {unknown} [below] what is said of it */
export function entry(item, correct, below = nothing) {
  const what = item.type === 'time' ? 'Correct this time' : 'Edit this note';
  const by = item.by || (item.source === 'mortise' ? 'Mortise' : 'The PSA');
  return html`<article class="entry ${item.internal ? 'internal' : ''}" aria-label="${item.title || item.type} by ${by}"><span class="avatar" aria-hidden="true">${initials(by)}</span>
    <div class="grow"><div class="row wrap"><span class="strong">${by}</span>${icon(SIGNS[/** @type {'note'} */ (item.type)] ?? 'info', 's')}<span class="muted sm">${item.title ?? ''}</span>
        ${item.internal ? pill('Internal', 'warn') : nothing}${item.waits ? pill(item.waits, 'warn') : nothing}${item.duration ? html`<span class="strong num">${hours(spanMinutes(item.duration))}</span>` : nothing}
        <span class="grow"></span>${item.mine ? html`<button class="btn ghost icon xs" aria-label=${what} title=${what} @click=${() => correct(item)}>${icon('pencil', 's')}</button>` : nothing}<span class="muted sm" title=${moment(item.at)}>${ago(item.at)}</span></div>
      ${item.html ? rich(item.html) : item.text ? html`<p class="said">${item.text}</p>` : nothing}${changes(item)}${below}</div></article>`;
}

/** What was and what is, in the server's words; a status says it in its title. @param {any} item */
function changes({ type, before, after }) {
  if (type === 'status') return nothing;
  const names = Object.keys(after ?? {}).filter(name => name !== 'description');
  if (!names.length) return nothing;
  return html`<ul class="changes">${names.map(name => html`<li><span class="muted">${label(name)}:</span> ${before[name] || 'nothing'} → <span class="strong">${after[name] || 'nothing'}</span></li>`)}</ul>`;
}

/** @param {string} name */
const label = name => name.replace(/([A-Z])/g, ' $1').toLowerCase().replace(/^./, c => c.toUpperCase());
