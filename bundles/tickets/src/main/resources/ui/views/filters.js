// @ts-check
import { html, nothing } from 'lit';
import { Combobox, icon } from '@mo/shell';
import { choices, records } from '../lists.js';
import { CHOSEN } from '../names.js';
import { localMinute } from '../values.js';

const LABELS = { status: 'Status', priority: 'Priority', queue: 'Queue', type: 'Type', assignee: 'Assignee', organization: 'Company', contact: 'Contact',
  configuration: 'Configuration', location: 'Location', state: 'State', q: 'Words', changedSince: 'Changed since', openedSince: 'Opened since', dueBefore: 'Due before' };
const STATES = { open: 'Open', closed: 'Closed', all: 'Open and closed' };
/** By the person's own clock. @param {string | null} iso */
const dayOf = iso => localMinute(iso).slice(0, 10);
const DAYS = ['changedSince', 'openedSince', 'dueBefore'];

/** How a filter is called. @param {string} name */
export const labelOf = name => LABELS[/** @type {'status'} */ (name)] ?? name;

/** What narrows the list, beyond words: kept in the address, shown as chips that take it away again. */
export class Filters {
  /** What a filter's value is called, by name and value. @type {Map<string, string>} */
  #labels = new Map();

  /** @param {import('./list.js').ListView} list */
  constructor(list) {
    this.list = list;
    const box = (/** @type {string} */ name, /** @type {(typed: string) => Promise<any[]>} */ find) => new Combobox({
      label: LABELS[/** @type {'status'} */ (name)],
      find,
      draw: () => list.draw(),
      placeholder: 'Any',
      taken: found => this.#take(name, found),
    });
    const { api } = list.ctx;
    this.boxes = [
      ...CHOSEN.map(name => ({ name, box: box(name, typed => choices(api, name, typed)) })),
      { name: 'assignee', box: box('assignee', async typed => [...PEOPLE.filter(p => p.label.toLowerCase().startsWith(typed.toLowerCase())), ...await records(api, 'user', typed)]) },
      { name: 'organization', box: box('organization', typed => records(api, 'organization', typed)) },
    ];
  }

  /** @param {string} name @param {any} found */
  #take(name, found) {
    if (found) this.#labels.set(`${name}=${found.id}`, found.label);
    this.list.filter({ [name]: found?.id ?? '' });
  }

  /** The names of those that somebody set. */
  get active() {
    return Object.keys(LABELS).filter(name => this.list.query.has(name));
  }

  clear() {
    this.list.filter(Object.fromEntries(this.active.map(name => [name, ''])));
  }

  /** @param {string} name @param {string} value */
  #label(name, value) {
    if (name === 'state') return STATES[/** @type {'open'} */ (value)] ?? value;
    const known = this.#labels.get(`${name}=${value}`) ?? { me: 'Me', none: 'Nobody' }[value];
    if (known) return known;
    const item = this.list.items.find(one => one.fields[name]?.key === value || one.fields[name]?.id === value);
    return item ? item.fields[name].label ?? item.names[value] ?? value : value;
  }

  button() {
    return html`<button class="btn" popovertarget="ticket-filters" aria-label="Filters">${icon('filter', 's')}Filter</button>
      <div class="pop filters" id="ticket-filters" popover><div class="field"><label for="f-state">State</label><select class="input" id="f-state" @change=${(/** @type {any} */ e) => this.list.filter({ state: e.target.value })}>
          <option value="">As the view has it</option>${Object.entries(STATES).map(([id, label]) => html`<option value=${id} ?selected=${this.list.query.get('state') === id}>${label}</option>`)}</select></div>
        ${this.boxes.filter(({ name }) => !this.list.fixed[name]).map(({ name, box }) => html`<div class="field"><label for="f-${name}">${LABELS[/** @type {'status'} */ (name)]}</label>
          ${box.template(this.#chosen(name), { id: `f-${name}` })}</div>`)}
        ${DAYS.map(name => html`<div class="field"><label for="f-${name}">${LABELS[/** @type {'status'} */ (name)]}</label>
          <input class="input" type="date" id="f-${name}" .value=${dayOf(this.list.query.get(name))} @change=${(/** @type {any} */ e) => this.list.filter({ [name]: e.target.value && new Date(`${e.target.value}T00:00`).toISOString() })}></div>`)}</div>`;
  }

  /** @param {string} name */
  #chosen(name) {
    const value = this.list.query.get(name);
    return value ? value.split(',').map(one => this.#label(name, one)).join(', ') : '';
  }

  chips() {
    const names = this.active.filter(name => name !== 'q');
    if (!names.length) return nothing;
    return html`<div class="row wrap chips" role="group" aria-label="Filters in force">${names.map(name => html`<span class="pill plain accent">${LABELS[/** @type {'status'} */ (name)]}: ${DAYS.includes(name) ? dayOf(this.list.query.get(name)) : this.#chosen(name)}
      <button class="btn ghost icon xs" aria-label="Take away the filter ${LABELS[/** @type {'status'} */ (name)]}" @click=${() => this.list.filter({ [name]: '' })}>${icon('x', 's')}</button></span>`)}
      <button class="btn xs" @click=${() => this.clear()}>Clear</button>${this.list.saved.saveButton()}</div>`;
  }
}

const PEOPLE = [{ id: 'me', label: 'Me' }, { id: 'none', label: 'Nobody' }];
