// @ts-check
import { html, nothing } from 'lit';

/** @typedef {{name: string, label: string, help: string, form: 'text' | 'secret' | 'flag' | 'choice', choices: {key: string, label: string}[], optional: boolean}} Setting */
/**
 * @typedef {object} Filled
 * @property {string} id of its input; others on the page have others
 * @property {string} [value] of a secret what was typed now: one that is kept is never shown
 * @property {string} [wrong] why it can't be so
 * @property {boolean} [kept] a secret is set and stays if nothing is typed
 * @property {(value: string) => void} set
 */

/** What a setting holds that nobody has filled in. @param {Setting} setting */
export const unset = ({ form, optional, choices }) => (form === 'choice' && !optional ? choices[0]?.key ?? '' : form === 'flag' ? 'false' : '');

/** A setting that a connector declares, as a field of a form. @param {Setting} setting @param {Filled} filled */
export function settingField(setting, filled) {
  const { id, wrong } = filled;
  const { help, label, optional } = setting;
  const about = [help ? `${id}-help` : '', wrong ? `${id}-wrong` : ''].filter(Boolean).join(' ') || nothing;
  const invalid = wrong ? 'true' : nothing;
  const notes = html`${wrong ? html`<span class="wrong" id="${id}-wrong" role="alert">${wrong}</span>` : nothing}${help ? html`<span class="muted xs" id="${id}-help">${help}</span>` : nothing}`;
  if (setting.form === 'flag') return html`<div class="field"><label class="check"><input type="checkbox" id=${id} name=${setting.name} aria-describedby=${about} aria-invalid=${invalid}
    .checked=${filled.value === 'true'} @change=${(/** @type {any} */ e) => filled.set(String(e.target.checked))}>${label}</label>${notes}</div>`;
  return html`<div class="field"><label for=${id}>${label}${optional ? html` <span class="faint">(optional)</span>` : nothing}</label>${input(setting, filled, about, invalid)}${notes}</div>`;
}

/** @param {Setting} setting @param {Filled} filled @param {any} about @param {any} invalid */
function input({ name, form, choices, optional }, { id, value = '', kept, set }, about, invalid) {
  const typed = (/** @type {any} */ e) => set(e.target.value);
  if (form === 'choice') return html`<select class="input" id=${id} name=${name} aria-describedby=${about} aria-invalid=${invalid} @change=${typed}>
    ${optional ? html`<option value="" .selected=${!value}>None</option>` : nothing}
    ${choices.map(c => html`<option value=${c.key} .selected=${c.key === value}>${c.label}</option>`)}</select>`;
  if (form === 'secret') return html`<input class="input" type="password" id=${id} name=${name} autocomplete="new-password" aria-describedby=${about} aria-invalid=${invalid}
    placeholder=${kept ? 'Set; leave empty to keep it' : ''} .value=${value} @input=${typed}>`;
  return html`<input class="input" id=${id} name=${name} autocomplete="off" spellcheck="false" aria-describedby=${about} aria-invalid=${invalid} .value=${value} @input=${typed}>`;
}
