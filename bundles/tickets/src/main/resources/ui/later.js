// @ts-check

/** A part of the page that is fetched when it is wanted first; until then there is nothing of it. @template T */
export class Later {
  /** @type {T | undefined} */
  now;
  /** @type {Promise<T> | undefined} */
  #coming;

  /** @param {() => Promise<T>} fetch @param {import('./views/ticket.js').TicketView} view */
  constructor(fetch, view) {
    this.fetch = fetch;
    this.view = view;
  }

  /** What can't be fetched is told, and tried again the next time. @param {(part: T) => unknown} how */
  async use(how) {
    try {
      this.now = await (this.#coming ??= this.fetch());
    } catch (error) {
      this.#coming = undefined;
      if (!this.view.ctx.signal.aborted) this.view.ctx.toast(`That couldn't be fetched: ${/** @type {Error} */ (error).message}`, 'danger');
      return;
    }
    if (!this.view.ctx.signal.aborted) await how(this.now);
  }
}
