// @ts-check
import { html, nothing } from 'lit';
import { icon } from './icon.js';

/** Nothing there: says why, and what to do next. */
export const blank = (/** @type {string} */ sign, /** @type {string} */ title, text = '', action = /** @type {any} */ (nothing)) =>
  html`<div class="blank">${icon(sign)}<h2>${title}</h2>${text ? html`<p>${text}</p>` : nothing}${action}</div>`;

/** What the server said no with; `retry` is left out where trying again can't help. */
export function failure(/** @type {any} */ error, /** @type {(() => void) | undefined} */ retry) {
  const denied = error.status === 403;
  const sign = denied ? 'key-round' : error.status === 404 ? 'search' : 'circle-alert';
  const again = retry && !denied ? html`<button class="btn" @click=${retry}>${icon('rotate-cw')}Try again</button>` : nothing;
  return html`<div role="alert">${blank(sign, error.title ?? 'That went wrong', error.message, again)}</div>`;
}

/** Grey lines where text will be. */
export const skeleton = (lines = 6) => html`<div class="stack wide" style="padding:16px" role="status" aria-label="Loading">
  ${Array.from({ length: lines }, (_, i) => html`<div class="skel" style="width:${90 - (i * 17) % 45}%"></div>`)}</div>`;

export const pill = (/** @type {string} */ text, kind = '', title = '') =>
  html`<span class="pill ${kind}" title=${title || nothing}>${text}</span>`;

/** @param {{value: number, of: number, label: string, low?: boolean}} bar how much of how many */
export const bar = ({ value, of, label, low = false }) =>
  html`<div class="bar ${low ? 'low' : ''}" role="progressbar" aria-label=${label} aria-valuemin="0" aria-valuemax=${of} aria-valuenow=${value}>
    <span style="width:${of ? Math.min(100, (100 * value) / of) : 0}%"></span></div>`;
