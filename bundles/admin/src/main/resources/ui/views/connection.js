// @ts-check
import { html, nothing } from 'lit';
import { bar, icon, moment, pill, remaining, since, span, whole } from '@mo/shell';

const STATES = { idle: 'ok', running: 'info', paused: '', broken: 'warn', blocked: 'danger' };
const WORDS = { idle: 'up to date', running: 'running', paused: 'paused', broken: 'vendor left alone', blocked: 'blocked' };
export const TYPES = { organization: 'Organizations', location: 'Locations', contact: 'Contacts', configuration: 'Configurations',
  user: 'Technicians', group: 'Groups', password: 'Passwords', checklistTemplate: 'Checklist templates', ticket: 'Tickets', ticketNote: 'Ticket notes', timeLog: 'Time logs',
  note: 'Notes', configurationInterface: 'Network interfaces', documentationItem: 'Documents', attachment: 'Attachments', relatedItem: 'Related items',
  expense: 'Expenses', alert: 'Alarms', checklistItem: 'Tasks', lookup: 'List entries', record: 'Records' };
/** Of the columns, in all cards alike and whatever stands in them: what is counted must not make the table jump. */
const WIDTHS = [118, 176, 50, 58, 60, 78, 48, 58, 128, 146];
const COUNTS = ['seen', 'created', 'updated', 'unchanged', 'failed'];

/** One connected system, a line for each type. @param {any} c @param {{run?: () => void, busy: boolean, manages: boolean}} how manages: may see the modules */
export function connectionCard(c, { run, busy, manages }) {
  if (c.stopped) return stopped(c, manages);
  const running = c.types.some((/** @type {any} */ t) => t.state === 'running');
  return html`<section class="card" aria-labelledby="c-${c.id}"><header><h2 id="c-${c.id}">${c.system}</h2>
      <span class="pill plain">${c.part.toUpperCase()}</span>
      <span class="muted sm">${c.enabled ? (c.twoWay ? 'Two-way' : 'Read only') : 'Disabled'}${c.linksEqualNames ? ' · links equal names' : ''}</span><span class="grow"></span>
      ${c.readyAt ? html`<span class="muted sm num" title="When everything will have been read and sent, at the present pace">${remaining(c.readyAt)}</span>` : nothing}
      ${run ? html`<button class="btn" ?disabled=${busy || !c.enabled} aria-label="Run ${c.system} now" @click=${run}>
        ${running || busy ? html`<span class="spin row">${icon('refresh-cw', 's')}</span>` : icon('play', 's')}Run now</button>` : nothing}</header>
    ${c.trouble ? html`<div class="body"><div class="note danger">${icon('circle-alert')}<span>${c.trouble}</span></div></div>` : nothing}
    ${c.types.length ? html`<div class="scroll"><table class="grid even"><caption class="vh">Types at ${c.system}</caption>
      <colgroup>${WIDTHS.map(width => html`<col style="width:${width}px">`)}</colgroup><thead><tr>
      <th scope="col">Type</th><th scope="col">State</th>${COUNTS.map(name => html`<th scope="col" class="num">${name[0].toUpperCase() + name.slice(1)}</th>`)}
      <th scope="col" class="num">Waiting</th><th scope="col" class="apart">Budget left</th><th scope="col">Freshness</th></tr></thead>
      <tbody>${c.types.map(line)}</tbody></table></div>` : html`<div class="body muted">No type has been read yet.</div>`}</section>`;
}

/** Nothing is known of it now, and nothing can be run. @param {any} c @param {boolean} manages */
const stopped = (c, manages) => html`<section class="card" aria-labelledby="c-${c.id}"><header><h2 id="c-${c.id}">${c.system}</h2>${pill('stopped', 'warn')}</header>
  <div class="body">Its module is stopped, so nothing is read or written. ${manages ? html`<a href="/admin/modules">Go to the modules</a>` : 'Somebody with the right to manage modules can start it.'}</div></section>`;

/** @param {any} t */
function line(t) {
  const state = /** @type {keyof STATES} */ (t.state);
  const fresh = t.state !== 'idle' || t.freshAt;
  return html`<tr><td class="strong">${TYPES[/** @type {keyof TYPES} */ (t.type)] ?? t.type}</td>
    <td>${t.state === 'running' ? progress(t) : pill(fresh ? word(t, state) : 'not read yet', fresh ? STATES[state] : '')}${t.state !== 'running' && t.unsent ? unsent(t) : nothing}</td>
    ${COUNTS.map(name => html`<td class="num ${t.counts[name] ? (name === 'failed' ? 'danger-text' : '') : 'faint'}">${whole(t.counts[name])}</td>`)}
    <td class="num">${t.waiting ? html`<a href="/admin/sync?tab=waiting">${whole(t.waiting)}</a>` : html`<span class="faint">0</span>`}</td>
    <td class="apart">${budget(t)}</td><td class="sm" style="white-space:nowrap">${freshness(t)}</td></tr>
    ${t.error ? html`<tr><td colspan="10"><div class="note ${t.state === 'blocked' ? 'danger' : 'warn'} sm">${icon('triangle-alert', 's')}<span>${t.error}</span></div></td></tr>` : nothing}`;
}

/** Read to the end isn't up to date while there is something to send. @param {any} t @param {keyof STATES} state */
const word = (t, state) => (state === 'idle' && t.unsent ? 'read' : WORDS[state] ?? t.state);

/** @param {any} t */
const unsent = t => html` <span class="muted xs num" title="Records that this system hasn't been given all of yet; each says why">${whole(t.unsent)} not sent</span>`;

/** As high as the words that stand here at rest. @param {any} t */
function progress(t) {
  const { read, all, of } = way(t);
  if (all === null) return html`${pill('running', STATES.running)} <span class="muted xs num">${whole(read)}</span>`;
  return html`<div class="meter"><span class="row">${pill('running', STATES.running)}<span class="muted xs num" style="white-space:nowrap" title=${of}>${whole(read)} of ${whole(all)}</span></span>
    ${bar({ value: Math.min(read, all), of: all, label: of })}</div>`;
}

/** What is read below other records is counted by those. @param {any} t @returns {{read: number, all: number | null, of: string}} */
function way(t) {
  const name = TYPES[/** @type {keyof TYPES} */ (t.type)] ?? t.type;
  if (!t.inside) return { read: t.counts.seen, all: t.of, of: `${name}: read` };
  const outer = TYPES[/** @type {keyof TYPES} */ (t.inside.type)] ?? t.inside.type;
  return { read: t.inside.read, all: t.inside.all, of: `${name}: read of so many ${outer.toLowerCase()}` };
}

/** The scarcest of what the vendor counts; the others on pointing at it. @param {any} t */
function budget(t) {
  const [b] = t.budgets;
  if (!b) return html`<span class="faint xs">no limit known</span>`;
  const all = t.budgets.map((/** @type {any} */ one) => `${one.route || 'Whole account'}: ${whole(one.used)} used, ${whole(one.left)} left of ${whole(one.limit)} ${period(one)}`);
  return html`<div class="meter" title=${all.join('\n')}><span class="muted xs num" style="white-space:nowrap">${whole(b.left)} of ${whole(b.limit)}/${unit(b)}</span>
    ${bar({ value: b.left, of: b.limit, label: `${t.type}: requests left ${period(b)}`, low: b.left * 5 < b.limit })}</div>`;
}

/** Short, where room is. @param {any} budget */
const unit = ({ windowSeconds: s }) => (s === 3600 ? 'h' : s === 60 ? 'min' : span(s));

/** @param {any} budget */
const period = ({ windowSeconds: s }) => (s === 3600 ? 'this hour' : s === 60 ? 'this minute' : `in ${span(s)}`);

/** Or, while there is an end to wait for, that. @param {any} t */
const freshness = t => t.readyAt ? html`<span class="num" title="At the present pace">${remaining(t.readyAt)}</span>`
  : html`${t.freshAt ? html`<time datetime=${t.freshAt} title=${moment(t.freshAt)}>${since(t.freshAt)}</time>` : 'never'}, <span class="muted">every ${span(t.everySeconds)}</span>`;
