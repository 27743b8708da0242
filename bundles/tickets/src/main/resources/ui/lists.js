// @ts-check
/** The PSA's own lists, and people and records to pick, as fields offer them. */
const MOST = 50;

/**
 * Entries of a list of the PSA, by the beginnings of their words.
 * @param {(path: string) => Promise<any>} api @param {string} field of tickets, or a path of its own @param {string} typed @param {Record<string, string>} [given]
 */
export async function choices(api, field, typed, given = {}) {
  const path = field.startsWith('/') ? field : `/api/tickets/options/${field}`;
  const { items } = await api(`${path}?${new URLSearchParams(given)}`);
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const fits = (/** @type {string} */ label) => words.every(word => ` ${label.toLowerCase()}`.includes(` ${word}`));
  return items.filter((/** @type {any} */ one) => fits(one.label)).slice(0, MOST).map((/** @type {any} */ one) => ({ id: one.key, label: one.label, value: { key: one.key, label: one.label }, fits: one.fits }));
}

/** What a company has agreed on with us, as far as it runs. @param {(path: string) => Promise<any>} api @param {string} organization its id @param {string} typed */
export async function contracts(api, organization, typed) {
  const all = await choices(api, 'contract', typed, { organization });
  if (!all.length && !typed) throw new Error('The PSA shows no running contract of this company.');
  return all;
}

/** As many as the server judges at once. */
const JUDGED = 200;

/** Statuses that tickets can be given as they stand; one that only some of them can says so. @param {(path: string) => Promise<any>} api @param {string[]} ids @param {string} typed */
export async function legal(api, ids, typed) {
  const asked = ids.slice(0, JUDGED);
  const all = await choices(api, 'status', typed, { tickets: asked.join(',') });
  return all.map((/** @type {any} */ one) => (one.fits < asked.length ? { ...one, note: `${one.fits} of ${asked.length}` } : one));
}

/** Entries of the PSA's list of statuses by their keys; none while it can't be read. @param {(path: string) => Promise<any>} api @returns {Promise<Record<string, any>>} */
export async function statuses(api) {
  const { items } = await api('/api/tickets/options/status').catch(() => ({ items: [] }));
  return Object.fromEntries(items.map((/** @type {any} */ one) => [one.key, one]));
}

const NOTES = {
  organization: (/** @type {any} */ f) => f.shortName ?? '',
  contact: (/** @type {any} */ f) => f.primaryEmail ?? f.title ?? '',
  configuration: (/** @type {any} */ f) => [f.type?.label, f.serial].filter(Boolean).join(' · '),
  location: (/** @type {any} */ f) => [f.address1, f.city].filter(Boolean).join(', '),
  user: (/** @type {any} */ f) => f.email ?? '',
};

/** @param {(path: string) => Promise<any>} api @param {string} type @param {string} typed @param {Record<string, string | undefined>} [near] ids of what they must belong to; what is empty narrows nothing @returns {Promise<any[]>} */
export async function records(api, type, typed, near = {}) {
  const path = type === 'user' ? '/api/tickets/people' : `/api/${type}s`;
  const query = new URLSearchParams({ q: typed, limit: `${MOST}` });
  for (const [name, id] of Object.entries(near)) if (id) query.set(name, id);
  const { items } = await api(`${path}?${query}`);
  return items.map((/** @type {any} */ one) => ({ id: one.id, label: one.fields.name ?? one.id, note: NOTES[/** @type {'user'} */ (type)]?.(one.fields) ?? '', value: { type, id: one.id }, fields: one.fields }));
}
