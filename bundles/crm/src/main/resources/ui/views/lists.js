// @ts-check
import { rows } from '../rows.js';

const MOST = 2000;

/** What fields of a form are chosen from: places and people of the same organization, and the words of a choice. */
export class Lists {
  /** @type {Map<string, {key: string, label: string, value: any}[]>} by field name */
  #entries = new Map();
  /** @type {Map<string, string>} by field name, why its list isn't there */
  #problems = new Map();
  /** @type {Set<string>} names of fields of which no system keeps a list: any word will do */
  #open = new Set();

  /** @param {any} ctx @param {string} path of the type @param {any} record @param {() => void} changed */
  constructor(ctx, path, record, changed) {
    Object.assign(this, { ctx, path, changed });
    this.organization = record.fields.organization?.id;
  }

  /** @param {any} f */
  async read(f) {
    try {
      this.#entries.set(f.name, await (f.kind === 'ref' ? this.#records(f) : this.#words(f)));
      this.#problems.delete(f.name);
    } catch (error) {
      if (!this.ctx.signal.aborted) this.#problems.set(f.name, /** @type {Error} */ (error).message);
    }
    this.changed();
  }

  /** @param {any} f */
  async #words(f) {
    const { items, open } = await this.ctx.api(`/api${this.path}/choices/${f.name}`);
    if (open) this.#open.add(f.name);
    else this.#open.delete(f.name);
    return items.map((/** @type {any} */ value) => ({ ...value, value }));
  }

  /** @param {any} f */
  async #records(f) {
    const { items } = await rows(this.ctx.api, `/api/${f.of}s`, new URLSearchParams({ organization: this.organization }), MOST);
    return items.map(({ id, fields }) => ({ key: id, label: fields.name || id, value: { type: f.of, id } }));
  }

  /** Undefined while it isn't read. @param {string} name of a field */
  entries(name) {
    return this.#entries.get(name);
  }

  /** @param {string} name of a field */
  open(name) {
    return this.#open.has(name);
  }

  /** @param {string} name of a field */
  problem(name) {
    return this.#problems.get(name) ?? '';
  }
}
