// @ts-check
const PAUSE = 500;

/** What somebody is writing on a ticket, kept by the server: it outlives a reload, a new sign-in and the module, and is in the other tab, too. */
export class Drafts {
  /** @type {Map<string, {version: number, value: any}>} */
  #known = new Map();
  /** @type {Map<string, number>} */
  #timers = new Map();
  /** @type {Promise<unknown>} one write after the other */
  #last = Promise.resolve();

  /**
   * @param {any} ctx @param {(path: string, init?: any) => Promise<any>} api of the module: a screen's own ends with it, and what was written last must not
   * @param {string} id of the ticket, or "new" @param {(key: string) => void} [shown] shows what is kept under the key now
   */
  constructor(ctx, api, id, shown) {
    this.ctx = ctx;
    this.api = api;
    this.shown = shown;
    this.path = `/api/tickets/${encodeURIComponent(id)}/drafts`;
  }

  async read() {
    const { items } = await this.api(this.path).catch(() => ({ items: [] }));
    for (const { key, version, value } of items) this.#known.set(key, { version, value });
  }

  /** @param {string} key @returns {any} */
  get(key) {
    return this.#known.get(key)?.value;
  }

  /** Those whose keys begin so. @param {string} beginning @returns {any[]} */
  all(beginning) {
    return [...this.#known].filter(([key]) => key.startsWith(beginning)).map(([, { value }]) => value);
  }

  /** Soon, not at each letter. @param {string} key @param {any} value */
  set(key, value) {
    this.#known.set(key, { version: this.#known.get(key)?.version ?? 0, value });
    clearTimeout(this.#timers.get(key));
    this.#timers.set(key, window.setTimeout(() => this.#write(key), PAUSE));
  }

  /** The screen ends: what waits for a pause in the writing is written. */
  flush() {
    for (const [key, timer] of this.#timers) {
      clearTimeout(timer);
      this.#write(key);
    }
  }

  /** Without waiting for a pause in the writing. @param {string} key @param {any} value */
  now(key, value) {
    this.set(key, value);
    clearTimeout(this.#timers.get(key));
    this.#write(key);
    return this.#last;
  }

  /**
   * What a form is sent with, to be kept with its draft: sent again, be it after a crash and a reload, it makes nothing twice.
   * @param {any} given with what it was sent with last, if it has not been changed since @param {() => any} body
   */
  static sending(given, body) {
    return { ...given, key: given.key ?? crypto.randomUUID(), sent: given.sent ?? body() };
  }

  /** What was refused was not made, unless its key says otherwise. @param {any} given @param {any} error @returns {{given: any, problem: string}} */
  static refused({ sent, key, ...given }, error) {
    if (error.message.includes('Idempotency-Key')) return { given, problem: 'As it was written before, it is saved already: look for it, and send this once more if it is another one.' };
    return { given: { ...given, key, ...(error.status >= 400 && error.status < 500 ? {} : { sent }) }, problem: error.message };
  }

  /** @param {string} key */
  remove(key) {
    clearTimeout(this.#timers.get(key));
    this.#timers.delete(key);
    const known = this.#known.get(key);
    this.#known.delete(key);
    if (known) this.#last = this.#last.then(() => this.api(`${this.path}/${key}`, { method: 'DELETE' })).catch(() => undefined);
    return this.#last;
  }

  /** @param {string} key */
  #write(key) {
    this.#timers.delete(key);
    this.#last = this.#last.then(async () => {
      const known = this.#known.get(key);
      if (!known) return;
      try {
        const { version } = await this.#put(key, known);
        known.version = version;
      } catch (error) {
        await this.#failed(key, known, /** @type {any} */ (error));
      }
    });
  }

  /** @param {string} key @param {{version: number, value: any}} draft */
  #put(key, { version, value }) {
    return this.api(`${this.path}/${key}`, { method: 'PUT', json: { value }, headers: { 'If-Match': `"${version}"` } });
  }

  /** The tab in which somebody writes last has it; what the other had is offered. @param {string} key @param {{version: number, value: any}} mine @param {any} error */
  async #failed(key, mine, error) {
    if (this.ctx.signal.aborted) return;
    if (error.status !== 409) return this.ctx.toast(`Your draft couldn't be saved: ${error.message}`, 'warn');
    const { items } = await this.api(this.path).catch(() => ({ items: [] }));
    const other = items.find((/** @type {any} */ one) => one.key === key);
    mine.version = other?.version ?? 0;
    this.#write(key);
    if (other && this.shown) this.ctx.toast('You have written something else here in another tab.', 'warn', { label: 'Show that', run: () => this.#swap(key, other.value) });
  }

  /** @param {string} key @param {any} value */
  #swap(key, value) {
    this.set(key, value);
    this.shown?.(key);
  }
}
