// @ts-check
import { html, nothing } from 'lit';
import { icon } from '@mo/shell';

/**
 * The input of a field, by its kind, with its label.
 * @param {import('../types.js').FieldShown} f @param {any} value @param {(value: any) => void} set
 * @param {{wrong: boolean, before: any, entries?: {key: string, label: string, value: any}[], open?: boolean, names: import('../names.js').Names}} how
 */
export function input(f, value, set, how) {
  const id = `f-${f.name}`;
  if (f.kind === 'flag') return html`<label class="check"><input type="checkbox" .checked=${Boolean(value)} @change=${(/** @type {any} */ e) => set(e.target.checked)}>${f.label}</label>`;
  if (f.kind === 'labelled') return rows(f, value ?? [], set, how);
  return html`<label for=${id}>${f.label}</label>${one(id, f, value, set, how)}`;
}

/** @param {string} id @param {any} f @param {any} value @param {(value: any) => void} set @param {any} how */
function one(id, f, value, set, how) {
  const invalid = how.wrong ? 'true' : nothing;
  const described = how.wrong ? `wrong-${f.name}` : nothing;
  const typed = (/** @type {any} */ e) => set(e.target.value);
  switch (f.kind) {
    case 'long': return html`<textarea class="input" id=${id} name=${f.name} rows="3" aria-invalid=${invalid} aria-describedby=${described} .value=${value ?? ''} @input=${typed}></textarea>`;
    case 'day': return html`<input class="input" type="date" id=${id} name=${f.name} aria-invalid=${invalid} aria-describedby=${described} .value=${value ?? ''} @input=${typed}>`;
    case 'choice': if (how.open) return worded(id, f, value, set, { ...how, invalid, described });
    // falls through
    case 'ref': return chosen(id, f, value, set, { ...how, read: Boolean(how.entries), invalid, described });
    default: return html`<input class="input" id=${id} name=${f.name} autocomplete="off" aria-invalid=${invalid} aria-describedby=${described} .value=${value ?? ''} @input=${typed}>`;
  }
}

/** Any word, with those in use to pick from. @param {string} id @param {any} f @param {any} value @param {(value: any) => void} set @param {any} how */
function worded(id, f, value, set, { entries = [], invalid, described }) {
  const typed = (/** @type {any} */ e) => set(e.target.value ? { key: e.target.value.trim().replace(/\s+/g, ' ').toLowerCase(), label: e.target.value } : null);
  return html`<input class="input" id=${id} name=${f.name} list="${id}-words" autocomplete="off" aria-invalid=${invalid} aria-describedby=${described} .value=${value?.label ?? ''} @input=${typed}>
    <datalist id="${id}-words">${entries.map((/** @type {any} */ e) => html`<option value=${e.label}></option>`)}</datalist>`;
}

/** What it is and was stays in sight where no list has it. @param {string} id @param {any} f @param {any} value @param {(value: any) => void} set @param {any} how */
function chosen(id, f, value, set, { entries = [], read, before, names, invalid, described }) {
  const key = keyOf(value);
  const all = new Map([before, value].filter(Boolean).map(v => [keyOf(v), { key: keyOf(v), label: v.label ?? names.of(v), value: v }]));
  for (const entry of entries) all.delete(entry.key);
  const here = [...all.values(), ...entries];
  if (read && !here.length) return html`<select class="input" id=${id} disabled title=${f.kind === 'ref' ? 'This organization has none.' : 'The list of the connected system is empty.'}><option>None to choose</option></select>`;
  const pick = (/** @type {any} */ e) => set(here.find(one => one.key === e.target.value)?.value ?? null);
  return html`<select class="input" id=${id} name=${f.name} aria-invalid=${invalid} aria-describedby=${described} @change=${pick}>
    ${f.needed && key ? nothing : html`<option value="" .selected=${!key}>None</option>`}
    ${here.map(e => html`<option value=${e.key} .selected=${e.key === key}>${e.label}</option>`)}</select>`;
}

/** @param {any} value a choice or a reference @returns {string} */
const keyOf = value => value?.key ?? value?.id ?? '';

/** @param {any} f @param {any[]} value @param {(value: any) => void} set @param {any} how */
function rows(f, value, set, { wrong }) {
  const change = (/** @type {number} */ at, /** @type {object} */ part) => set(value.map((one, i) => (i === at ? { ...one, ...part } : one)));
  return html`<span class="label">${f.label}</span>${value.map((one, i) => html`<div class="row">
      <input class="input grow" name=${f.name} aria-label="${f.label} ${i + 1}" aria-invalid=${wrong ? 'true' : nothing} .value=${one.value} @input=${(/** @type {any} */ e) => change(i, { value: e.target.value })}>
      <input class="input" style="width:84px" aria-label="What ${f.label} ${i + 1} is for" .value=${one.label} @input=${(/** @type {any} */ e) => change(i, { label: e.target.value })}>
      <button class="btn ghost icon" type="button" aria-label="Remove ${one.value}" @click=${() => set(value.filter((_, at) => at !== i))}>${icon('x', 's')}</button></div>`)}
    <div><button class="btn xs" type="button" @click=${() => set([...value, { value: '', label: 'Work' }])}>${icon('plus', 's')}Add</button></div>`;
}
