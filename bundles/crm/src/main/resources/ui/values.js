// @ts-check
import { html, nothing } from 'lit';
import { day, moment, pill } from '@mo/shell';
import { TYPES } from './types.js';

/** How a value looks, by its kind. @param {any} value @param {import('./types.js').FieldShown} field @param {import('./names.js').Names} names */
export function shown(value, field, names) {
  if (value === null || value === undefined || value === '' || value.length === 0) return html`<span class="faint">–</span>`;
  switch (field.kind) {
    case 'choice': return field.name === 'status' ? status(value.label) : value.label;
    case 'flag': return value ? 'Yes' : 'No';
    case 'day': return html`<span class="num">${day(value)}</span>`;
    case 'moment': return html`<time datetime=${value}>${moment(value)}</time>`;
    case 'ref': return html`<a href="${TYPES[value.type]?.path}/${value.id}">${names.of(value)}</a>`;
    case 'texts': return value.join(', ');
    case 'labelled': return html`<div>${value.map((/** @type {any} */ one) => html`<div>${one.value} <span class="muted sm">${one.label}</span></div>`)}</div>`;
    case 'long': return html`<div style="white-space:pre-wrap">${value}</div>`;
    default: return web(value) ?? (MONO.has(field.name) ? html`<span class="mono">${value}</span>` : `${value}`);
  }
}

const MONO = new Set(['serial', 'mac', 'primaryIp', 'defaultGateway', 'subnetMask', 'connectionGatewayIp', 'rmmAgentId']);

/** @param {string} text */
function web(text) {
  const url = /^https?:\/\//.test(`${text}`) ? URL.parse?.(text) : undefined;
  return url ? html`<a href=${url.href} target="_blank" rel="noopener noreferrer">${text.replace(/^https?:\/\//, '')}</a>` : undefined;
}

/** @param {string} label */
export const status = label => pill(label, /^(active|in use|online)$/i.test(label) ? 'ok' : /retired|inactive|lost|broken|disposed/i.test(label) ? '' : 'info');

/** @param {string} lifecycle */
export const lifecycle = lifecycle => (lifecycle === 'ACTIVE' ? nothing : pill(lifecycle.toLowerCase().replaceAll('_', ' '), 'warn'));
