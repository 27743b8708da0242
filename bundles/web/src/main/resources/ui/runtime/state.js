// @ts-check
const ALL = 'mortise.state';

/**
 * What a module remembers for its user in this tab: it outlives the module's replacement and a reload, and ends with the session.
 * @param {string} user @param {string} plugin @param {string} key
 * @returns {{get(): any, set(value: any): void}} plain JSON; undefined is nothing
 */
export function state(user, plugin, key) {
  const name = [ALL, user, plugin, key].join('/');
  return {
    get: () => JSON.parse(sessionStorage.getItem(name) ?? 'null') ?? undefined,
    set: value => (value === undefined ? sessionStorage.removeItem(name) : sessionStorage.setItem(name, JSON.stringify(value))),
  };
}
