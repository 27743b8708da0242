// @ts-check
const MOMENT = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
const DAY = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeZone: 'UTC' });
const WHOLE = new Intl.NumberFormat();

export const whole = (/** @type {number} */ n) => WHOLE.format(n);
export const moment = (/** @type {string} */ iso) => MOMENT.format(new Date(iso));
/** A day has no zone: 2026-11-21 is that day everywhere. */
export const day = (/** @type {string} */ iso) => DAY.format(new Date(iso + 'T00:00:00Z'));

/** "Theo Lindgren" is TL. @param {string} name */
export const initials = name => name.split(/\s+/).map(word => word[0]).slice(0, 2).join('').toUpperCase();

const PARTS = { psa: 'PSA', docs: 'Documentation', rmm: 'RMM' };
/** What the part of a system is called. @param {string} part */
export const partName = part => PARTS[/** @type {keyof PARTS} */ (part)] ?? part;

/** 5 s, 3 min, 2 h, 4 d. @param {number} seconds */
export function span(seconds) {
  const s = Math.max(0, Math.round(seconds));
  if (s < 90) return `${s} s`;
  if (s < 90 * 60) return `${Math.round(s / 60)} min`;
  if (s < 36 * 3600) return `${Math.round(s / 3600)} h`;
  return `${Math.round(s / 86400)} d`;
}

/** "12 s ago"; clocks differ, so the future is now. @param {string} iso */
export const since = (iso, now = Date.now()) => `${span((now - Date.parse(iso)) / 1000)} ago`;

const TIME = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' });

/** "≈ 4 min left (09:42)": when something will be through; with the day if that isn't today. @param {string} iso */
export function remaining(iso, now = Date.now()) {
  const end = new Date(iso);
  const today = end.toDateString() === new Date(now).toDateString();
  return `≈ ${span((end.getTime() - now) / 1000)} left (${today ? TIME.format(end) : MOMENT.format(end)})`;
}
