// @ts-check
import { html } from 'lit';
import { icon } from '@mo/shell';
import { COLUMNS, USUAL } from '../names.js';

/** Which columns the list has, remembered for the person. @param {import('./list.js').ListView} list */
export function columnsMenu(list) {
  const shown = list.columns.map(column => column.name);
  return html`<button class="btn icon" popovertarget="ticket-columns" aria-label="Columns" title="Columns">${icon('columns-3', 's')}</button>
    <div class="pop menu" id="ticket-columns" popover>${COLUMNS.map(column => html`<label class="check"><input type="checkbox" .checked=${shown.includes(column.name)}
      ?disabled=${shown.length === 1 && shown[0] === column.name} @change=${(/** @type {any} */ e) => change(list, column.name, e.target.checked)}>${column.label}</label>`)}
      <button @click=${() => keep(list, USUAL)}>${icon('undo-2', 's')}As usual</button></div>`;
}

/** @param {import('./list.js').ListView} list @param {string} name @param {boolean} on */
function change(list, name, on) {
  const shown = list.columns.map(column => column.name);
  return keep(list, on ? [...shown, name] : shown.filter(one => one !== name));
}

/** @param {import('./list.js').ListView} list @param {string[]} columns */
async function keep(list, columns) {
  list.preferences = { ...list.preferences, columns };
  list.draw();
  try {
    const { version, ...now } = await list.ctx.api('/api/my/ticket-preferences');
    list.preferences = await list.ctx.api('/api/my/ticket-preferences', { method: 'PUT', json: { ...now, columns }, headers: { 'If-Match': `"${version}"` } });
  } catch (error) {
    list.ctx.toast(`The columns couldn't be remembered: ${/** @type {Error} */ (error).message}`, 'warn');
  }
}
