// @ts-check
/** What was typed, as the server takes it: nothing instead of empty. @param {any} value @returns {any} */
export function tidy(value) {
  if (typeof value === 'string') return value.trim() || null;
  if (typeof value?.label === 'string') return value.label.trim() ? { ...value, label: value.label.trim() } : null;
  if (Array.isArray(value)) return value.map(one => ({ ...one, value: one.value.trim() })).filter(one => one.value);
  return value ?? null;
}

/** @param {any} a @param {any} b */
export function same(a, b) {
  if (empty(a) || empty(b)) return empty(a) && empty(b);
  if (a?.key !== undefined && b?.key !== undefined) return a.key === b.key;
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((one, i) => one.value === b[i].value && one.label === b[i].label);
  if (a?.id !== undefined && b?.id !== undefined) return a.id === b.id;
  return a === b;
}

/** @param {any} value */
const empty = value => value === null || value === undefined || value === '' || value === false || value.length === 0;
