// @ts-check
const PART = 200;

/**
 * A list from its start, in as many parts as it takes, at most `count` rows of it.
 * @param {(path: string) => Promise<any>} api @param {string} path @param {URLSearchParams} query
 * @returns {Promise<{items: any[], next: string | null}>}
 */
export async function rows(api, path, query, count = Infinity) {
  const items = [];
  /** @type {string | null} */
  let next = null;
  do {
    const part = new URLSearchParams(query);
    part.set('limit', `${Math.min(PART, count - items.length)}`);
    if (next) part.set('after', next);
    const answer = await api(`${path}?${part}`);
    items.push(...answer.items);
    next = answer.next;
  } while (next && items.length < count);
  return { items, next };
}
