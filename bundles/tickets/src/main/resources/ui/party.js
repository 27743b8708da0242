// @ts-check
import { records } from './lists.js';

/** @typedef {{type: string, id: string}} Ref */
/** What doesn't go together, and what would mend it. @typedef {{text: string, name: string, value: Ref, label: string}} Mismatch */

/** What belongs to a company, and goes with it. */
export const OF_CUSTOMER = ['location', 'contact', 'configuration', 'contract'];

/** What a record says of whom and where it is, the first before the others. */
const SAYS = ['organization', 'location', 'contact'];

/** Milliseconds for which what a record said, or that it couldn't be read, is good. */
const GOOD = 30_000;

/** @param {any[]} all each once, in order */
const once = all => [...new Map(all.map(one => [one.id, one])).values()];

/** Whom and what a ticket is for: company, location, contact and asset narrow each other down, and say when they don't go together. */
export class Party {
  /** Records by id, once they have come. @type {Map<string, any>} */
  #known = new Map();
  /** @type {Map<string, Promise<any>>} */
  #asked = new Map();

  /** @param {{api: (path: string) => Promise<any>, chosen: () => Record<string, any>, draw: () => void}} how chosen: the ticket's fields as they stand */
  constructor(how) {
    this.how = how;
  }

  /**
   * Those that are nearest come first; once a place is chosen, what isn't there is found by typing, and where nothing is.
   * @param {string} name of the field @param {string} typed @param {string[]} [named] ids of those that are there already @returns {Promise<any[]>}
   */
  async find(name, typed, named = []) {
    const { api, chosen } = this.how;
    const { organization, location, contact } = chosen();
    const all = async (/** @type {Record<string, any>} */ near) => (await records(api, name, typed, { organization: organization?.id, ...near })).filter(one => !named.includes(one.id));
    const nearer = [...(name === 'configuration' && contact ? [{ contact: contact.id }] : []), ...(['contact', 'configuration'].includes(name) && location ? [{ location: location.id }] : [])];
    const near = once((await Promise.all(nearer.map(all))).flat());
    if (near.length && location && !typed) return near;
    const rest = await all({});
    const elsewhere = (/** @type {any} */ one) => (location && near.length ? { ...one, note: [one.note, 'elsewhere'].filter(Boolean).join(' · ') } : one);
    return [...near, ...rest.filter(one => !near.some(other => other.id === one.id)).map(elsewhere)];
  }

  /** What goes along with one that is taken: what it says of itself, where nothing else is chosen. @param {string} name @param {any} fields its own @param {(other: string) => boolean} free @returns {[string, Ref][]} */
  along(name, fields, free) {
    return SAYS.filter(other => other !== name && fields?.[other] && free(other)).map(other => [other, fields[other]]);
  }

  /** A record as it was not long ago; none that can't be seen. @param {Ref} ref @returns {Promise<any>} */
  know({ type, id }) {
    const asked = this.#asked.get(id) ?? this.how.api(`/api/${type}s/${encodeURIComponent(id)}`).then(found => {
      const before = this.#known.get(id);
      this.#known.set(id, found);
      if (before?.version !== found.version) this.how.draw();
      return found;
    }, () => undefined);
    if (!this.#asked.has(id)) setTimeout(() => this.#asked.delete(id), GOOD);
    this.#asked.set(id, asked);
    return asked;
  }

  /** @param {Ref} ref */
  #seen(ref) {
    this.know(ref);
    return this.#known.get(ref.id)?.fields;
  }

  /** By field. What isn't known yet is asked for, and drawn when it has come. @returns {Record<string, Mismatch[]>} */
  mismatches() {
    const chosen = this.how.chosen();
    /** @type {Record<string, Mismatch[]>} */
    const all = {};
    for (const [name, verb] of [['contact', 'works'], ['configuration', 'stands']]) {
      const fields = chosen[name] && this.#seen(chosen[name]);
      if (!fields) continue;
      const differs = (/** @type {string} */ other) => fields[other] && chosen[other] && fields[other].id !== chosen[other].id;
      const label = (/** @type {string} */ other) => this.#seen(fields[other])?.name;
      all[name] = [];
      if (differs('location')) all[name].push({ text: `${fields.name} ${verb} at ${label('location') ?? 'another location'}.`, name: 'location', value: fields.location, label: label('location') ?? 'That location' });
      if (name === 'configuration' && differs('contact')) all[name].push({ text: `${fields.name} is ${label('contact') ?? 'somebody else'}’s.`, name: 'contact', value: fields.contact, label: label('contact') ?? 'That contact' });
    }
    return all;
  }
}
