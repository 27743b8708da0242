// @ts-check
import { html, nothing } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import { day, moment, since, span } from '@mo/shell';
import { hours } from './timer.js';
import { PAGES } from './names.js';

export const none = html`<span class="faint">–</span>`;

/** Only what the server has cleaned. @param {string | null | undefined} text */
export const rich = text => (text ? html`<div class="prose">${unsafeHTML(text)}</div>` : none);

/** The words alone, for one line. @param {string | null | undefined} text */
export function plain(text) {
  const inert = document.implementation.createHTMLDocument('');
  inert.body.innerHTML = (text ?? '').replace(/<\/(p|div|li|h\d)>|<br\s*\/?>/gi, ' $&');
  return (inert.body.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/** Minutes of "PT1H25M". @param {string | null | undefined} iso */
export function spanMinutes(iso) {
  const m = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?$/.exec(iso ?? '');
  return m ? 60 * Number(m[1] ?? 0) + Number(m[2] ?? 0) + Math.round(Number(m[3] ?? 0) / 60) : 0;
}

/** @param {number} minutes */
export const isoSpan = minutes => `PT${Math.floor(minutes / 60)}H${minutes % 60}M`;

/** A status in its list's own colour. @param {any} status @param {Record<string, {color: string, foreColor: string, closed: boolean}>} options */
export function status(status, options = {}) {
  if (!status) return none;
  const { color } = options[status.key] ?? {};
  return html`<span class="pill" style=${color ? `--dot:${color}` : nothing} ?data-own=${Boolean(color)}>${status.label}</span>`;
}

const RANKS = [[/critical|emergency|urgent|p1|highest/i, 'danger', '!!'], [/high|p2/i, 'warn', '!'], [/low|p4|minor/i, 'faint', '↓']];

/** Never by colour alone: shape and letters say the same. @param {string | undefined} label @returns {{kind: string, sign: string}} */
export function rank(label = '') {
  const [, kind, sign] = RANKS.find(([words]) => /** @type {RegExp} */ (words).test(label)) ?? [0, 'info', '·'];
  return { kind: String(kind), sign: String(sign) };
}

/** @param {any} priority */
export function priority(priority) {
  if (!priority) return none;
  const { kind, sign } = rank(priority.label);
  return html`<span class="prio ${kind}"><span class="sign" aria-hidden="true">${sign}</span>${priority.label}</span>`;
}

const SLA_KINDS = { 'due soon': 'warn', overdue: 'danger', missed: 'danger', met: 'ok', paused: 'muted' };

/** Time left, or what became of it. @param {any} sla @param {number} [now] */
export function slaLeft(sla, now = Date.now()) {
  if (!sla || sla.state === 'none') return nothing;
  const kind = SLA_KINDS[/** @type {'met'} */ (sla.state)] ?? '';
  const about = sla.kind ? `${sla.kind} due ${sla.dueAt ? moment(sla.dueAt) : ''}` : '';
  return html`<span class="sla ${kind}" title=${about}>${slaWords(sla, now)}</span>`;
}

/** @param {any} sla @param {number} now */
function slaWords({ state, dueAt }, now) {
  if (state === 'met' || state === 'missed' || state === 'paused') return state;
  if (!dueAt) return state;
  const left = Date.parse(dueAt) - now;
  const minutes = Math.round(Math.abs(left) / 60_000);
  const text = minutes < 2880 ? hours(minutes) : `${Math.floor(minutes / 1440)}d ${Math.floor((minutes % 1440) / 60)}h`;
  return left < 0 ? `−${text}` : text;
}

/** A field's value, by its kind. @param {any} value @param {import('./names.js').FieldShown} field @param {any} ticket */
export function shown(value, field, ticket) {
  if (field.kind === 'sla') return ticket.sla?.state === 'none' ? none : slaLeft(ticket.sla);
  if (value === null || value === undefined || value === '' || value.length === 0) return none;
  switch (field.kind) {
    case 'choice': return field.name === 'priority' ? priority(value) : value.label;
    case 'ref': return named(value, ticket.names);
    case 'refs': return html`${value.map((/** @type {any} */ one, /** @type {number} */ i) => html`${i ? ', ' : ''}${named(one, ticket.names)}`)}`;
    case 'mails': return value.map((/** @type {any} */ one) => one.value).join(', ');
    case 'moment': return html`<time datetime=${value} title=${moment(value)}>${moment(value)}</time>`;
    case 'day': return day(value);
    case 'span': return hours(spanMinutes(value));
    case 'money': return new Intl.NumberFormat(undefined, { minimumFractionDigits: 2 }).format(Number(value));
    case 'flag': return value ? 'Yes' : 'No';
    default: return `${value}`;
  }
}

/** As inputs of a day and a time take it, by the person's own clock. @param {string | null | undefined} iso */
export const localMinute = iso => (iso ? new Date(Date.parse(iso) - new Date(iso).getTimezoneOffset() * 60_000).toISOString().slice(0, 16) : '');

/** @param {{type: string, id: string}} ref @param {Record<string, string>} names */
export function named(ref, names) {
  const page = PAGES[/** @type {'ticket'} */ (ref.type)];
  const name = names?.[ref.id] ?? 'unknown';
  return page ? html`<a href="${page}/${ref.id}">${name}</a>` : name;
}

/** "3 h ago", with the moment itself beside the pointer. @param {string | null | undefined} iso */
export const ago = iso => (iso ? html`<time datetime=${iso} title=${moment(iso)}>${since(iso)}</time>` : none);

/** When, near or far: "in 3 h", "2 d ago". @param {string | null | undefined} iso */
export function around(iso, now = Date.now()) {
  if (!iso) return none;
  const left = Date.parse(iso) - now;
  return html`<time datetime=${iso} title=${moment(iso)} class=${left < 0 ? 'danger-text' : ''}>${left < 0 ? `${span(-left / 1000)} ago` : `in ${span(left / 1000)}`}</time>`;
}
