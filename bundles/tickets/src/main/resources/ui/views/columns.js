// @ts-check
import { html } from 'lit';
import { icon } from '@mo/shell';
import { COLUMNS, USUAL } from '../names.js';

/** Which columns the list has, remembered for the person, or with the person's own view. @param {import('./list.js').ListView} list */
export function columnsMenu(list) {
  const shown = list.columns.map(column => column.name);
  const change = (/** @type {string} */ name, /** @type {boolean} */ on) => remember(list, { columns: on ? [...shown, name] : shown.filter(one => one !== name) });
  return html`<button class="btn icon" popovertarget="ticket-columns" aria-label="Columns" title="Columns">${icon('columns-3', 's')}</button>
    <div class="pop menu" id="ticket-columns" popover>${COLUMNS.map(column => html`<label class="check"><input type="checkbox" .checked=${shown.includes(column.name)}
      ?disabled=${shown.length === 1 && shown[0] === column.name} @change=${(/** @type {any} */ e) => change(column.name, e.target.checked)}>${column.label}</label>`)}
      <button @click=${() => usual(list)}>${icon('undo-2', 's')}As usual</button><hr>
      <label class="check" title="Otherwise time that isn't logged is thrown away when you leave the tickets, after a question"><input type="checkbox" .checked=${Boolean(list.preferences.keepTime)}
        @change=${(/** @type {any} */ e) => keepTime(list, e.target.checked)}>Keep time when I leave</label></div>`;
}

/** @param {import('./list.js').ListView} list */
async function usual(list) {
  await remember(list, { columns: USUAL, sort: list.saved.current?.mine ? '-updated' : '' });
  list.filter({ sort: '' });
}

/** @param {import('./list.js').ListView} list @param {boolean} keepTime */
async function keepTime(list, keepTime) {
  await prefer(list, { keepTime });
  list.desk.keepsTime = Boolean(list.preferences.keepTime);
}

/** How the list looks: the person's own view keeps it, elsewhere it is the person's way. @param {import('./list.js').ListView} list @param {{columns?: string[], sort?: string}} how */
export function remember(list, how) {
  const { current } = list.saved;
  if (current?.mine && !list.fixed.organization) return list.saved.change(current, how);
  return prefer(list, how);
}

/** One after the other, since each is kept with all others. @param {import('./list.js').ListView} list @param {any} how */
function prefer(list, how) {
  list.preferences = { ...list.preferences, ...how };
  list.draw();
  list.preferring = list.preferring.then(() => keep(list, how));
  return list.preferring;
}

/** @param {import('./list.js').ListView} list @param {any} how */
async function keep(list, how) {
  try {
    const { version, ...now } = await list.ctx.api('/api/my/ticket-preferences');
    list.preferences = await list.ctx.api('/api/my/ticket-preferences', { method: 'PUT', json: { ...now, ...how }, headers: { 'If-Match': `"${version}"` } });
  } catch (error) {
    if (!list.ctx.signal.aborted) list.ctx.toast(`That couldn't be remembered: ${/** @type {Error} */ (error).message}`, 'warn');
  }
  list.draw();
}
