// @ts-check
/** The live events, as this page hears them: a CustomEvent for each topic, its detail is what was told. */

class Events extends EventTarget {
  online = true;
  #epoch = '';
  /** What somebody here listens to, or did: it isn't worth forgetting. @type {Set<string>} */
  #heard = new Set();
  /** @type {MessagePort | undefined} */
  #port;

  /** @param {string} topic @param {any} listener @param {any} [options] */
  addEventListener(topic, listener, options) {
    super.addEventListener(topic, listener, options);
    if (this.#heard.has(topic)) return;
    this.#heard.add(topic);
    this.#port?.postMessage({ hear: topic });
  }

  /** A new session hears by its own rights, so the line begins anew. */
  open() {
    if (this.#port) {
      this.#port.postMessage('again');
      return;
    }
    this.#port = new SharedWorker(new URL('./stream-worker.js', import.meta.url), { name: 'mortise-events' }).port;
    this.#port.onmessage = ({ data }) => this.#hear(data.topic, data.what);
    for (const topic of this.#heard) this.#port.postMessage({ hear: topic });
    this.#port.postMessage('open');
    addEventListener('pagehide', () => this.#port?.postMessage('bye'));
    addEventListener('pageshow', event => event.persisted && location.reload());
  }

  close() {
    this.#port?.postMessage('close');
  }

  /** @param {string} topic @param {any} what */
  #hear(topic, what) {
    if (topic === 'online') this.online = what;
    if (topic === 'hello') {
      const restarted = this.#epoch && this.#epoch !== what.epoch;
      this.#epoch = what.epoch;
      if (restarted) this.#hear('resync', {});
    }
    this.dispatchEvent(new CustomEvent(topic, { detail: what }));
  }
}
export const events = new Events();
