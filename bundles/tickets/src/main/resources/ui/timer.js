// @ts-check
/**
 * How long somebody has been at work: when it was started and what had run before. The rest is arithmetic, so that no clock drifts
 * and a tab in the background counts on.
 * @typedef {{startedAt: number | null, before: number}} Timer times in milliseconds
 */

/** @returns {Timer} */
export const fresh = (now = Date.now()) => ({ startedAt: now, before: 0 });

/** @param {Timer} timer */
export const isRunning = timer => timer.startedAt !== null;

/** @param {Timer} timer */
export const elapsed = (timer, now = Date.now()) => timer.before + (timer.startedAt === null ? 0 : Math.max(0, now - timer.startedAt));

/** @param {Timer} timer @returns {Timer} */
export const stopped = (timer, now = Date.now()) => ({ startedAt: null, before: elapsed(timer, now) });

/** @param {Timer} timer @returns {Timer} */
export const started = (timer, now = Date.now()) => (isRunning(timer) ? timer : { ...timer, startedAt: now });

/** "0:12:35". @param {number} ms */
export function clock(ms) {
  const s = Math.floor(ms / 1000);
  const two = (/** @type {number} */ n) => String(n).padStart(2, '0');
  return `${Math.floor(s / 3600)}:${two(Math.floor(s / 60) % 60)}:${two(s % 60)}`;
}

/** Work is counted in whole minutes, begun ones in full. @param {number} ms */
export const minutes = ms => Math.ceil(ms / 60_000);

/** "1h 25m". @param {number} all minutes */
export const hours = all => (all < 60 ? `${all}m` : `${Math.floor(all / 60)}h ${all % 60}m`);

/** "1:25", "1h 25m", "85" and "1.5h" are times that people type. @param {string} text @returns {number | undefined} minutes */
export function typedMinutes(text) {
  const t = text.trim().toLowerCase();
  const colon = /^(\d+):([0-5]?\d)$/.exec(t);
  if (colon) return 60 * Number(colon[1]) + Number(colon[2]);
  const words = /^(?:(\d+(?:[.,]\d+)?)\s*h)?\s*(?:(\d+)\s*m?)?$/.exec(t);
  if (!words || !t) return undefined;
  return Math.round(60 * Number((words[1] ?? '0').replace(',', '.')) + Number(words[2] ?? 0));
}
