// @ts-check
import { html, nothing } from 'lit';
import { moment } from '@mo/shell';

const SHORT = { 'Kaseya BMS': 'BMS', 'IT Glue': 'ITG', 'Kaseya VSA': 'VSA' };

/** A small mark: which system a value came from; when and by whom on hover and for screen readers. @param {any} origin */
export function originMark(origin) {
  if (!origin) return nothing;
  const words = SHORT[/** @type {keyof SHORT} */ (origin.system)] ?? origin.system;
  const whole = `From ${origin.system}, ${moment(origin.at)}${origin.by ? `, by ${origin.by}` : ''}`;
  return html`<span class="faint xs" style="flex:none;cursor:help" title=${whole}><span aria-hidden="true">${words}</span><span class="vh">${whole}</span></span>`;
}
