// @ts-check
import { html, nothing } from 'lit';
import { ago, around, none, priority, rank, slaLeft, status } from '../values.js';

/** One ticket in the list. @param {import('./list.js').ListView} list @param {any} item @param {number} at */
export function row(list, item, at) {
  const chosen = list.bulk.has(item.id);
  const title = item.fields.title || '(no title)';
  const go = (/** @type {MouseEvent} */ e) => e.target instanceof Element && !e.target.closest('a, input') && list.open(item);
  return html`<div class="cells" ?data-at=${at === list.at} ?data-chosen=${chosen} @click=${go}>
    <span role="cell"><input type="checkbox" aria-label="Choose ${title}" .checked=${chosen} @change=${() => list.bulk.toggle(item.id)}></span>
    ${list.columns.map(column => html`<span role="cell" class="trunc">${cell(list, item, column.name, title, at)}</span>`)}</div>`;
}

/** @param {import('./list.js').ListView} list @param {any} item @param {string} name @param {string} title @param {number} at */
function cell(list, item, name, title, at) {
  const { fields, names } = item;
  const link = (/** @type {unknown} */ text, className = '') =>
    html`<a class=${className} href="/tickets/${item.id}" data-row=${at} tabindex=${at === list.at ? 0 : -1} @focus=${() => (list.at = at)}>${text}</a>`;
  switch (name) {
    case 'number': return list.columns.some(c => c.name === 'title') ? html`<span class="num muted">${fields.number ?? ''}</span>` : link(fields.number ?? title);
    case 'title': return html`${dot(fields.priority)}${link(title, 'strong')}${fields.isReadOnly ? html`<span class="faint xs"> read only</span>` : nothing}`;
    case 'status': return status(fields.status, list.options);
    case 'priority': return priority(fields.priority);
    case 'sla': return slaLeft(item.sla);
    case 'assignee': return fields.assignee ? names[fields.assignee.id] ?? 'unknown' : html`<span class="faint">Unassigned</span>`;
    case 'dueDate': return around(fields.dueDate);
    case 'openDate': return ago(fields.openDate);
    case 'changedAt': return ago(item.changedAt);
    default: return other(fields[name], names);
  }
}

/** @param {any} value @param {Record<string, string>} names */
const other = (value, names) => (value?.label ?? (value?.id ? names[value.id] ?? 'unknown' : value)) || none;

/** @param {any} priority */
const dot = priority => {
  const { kind, sign } = rank(priority?.label);
  return html`<span class="prio ${kind}" title=${priority?.label ?? ''}><span class="sign" aria-hidden="true">${sign}</span></span>`;
};
