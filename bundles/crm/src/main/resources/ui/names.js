// @ts-check
/** Names of records that others refer to, read once for each page. */
export class Names {
  /** @type {Map<string, Promise<string>>} */
  #asked = new Map();
  /** @type {Map<string, string>} */
  #known = new Map();

  /** @param {(path: string) => Promise<any>} api @param {() => void} changed */
  constructor(api, changed) {
    this.api = api;
    this.changed = changed;
  }

  /** What is known already; asks for the rest and tells when it came. @param {{type: string, id: string}} ref */
  of(ref) {
    const key = `${ref.type}s/${ref.id}`;
    if (!this.#asked.has(key)) this.#asked.set(key, this.#ask(key));
    return this.#known.get(key) ?? '…';
  }

  /** @param {string} type @param {any[]} items records of that type, whose names needn't be asked for */
  learn(type, items) {
    for (const item of items) {
      const key = `${type}s/${item.id}`;
      this.#asked.set(key, Promise.resolve(''));
      this.#known.set(key, item.fields.name ?? item.id);
    }
  }

  /** @param {string} key */
  async #ask(key) {
    const name = await this.api(`/api/${key}`).then(record => record.fields.name, () => 'unknown');
    this.#known.set(key, name);
    this.changed();
    return name;
  }
}
