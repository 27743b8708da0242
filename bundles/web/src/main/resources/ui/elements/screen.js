// @ts-check
import { render } from 'lit';

/**
 * Base of a view: state in fields, `template()` says how they look, `draw()` shows it, at most once for each turn of the loop.
 * An API error lands in `this.error`.
 */
export class Screen {
  #waiting = false;

  /** @param {HTMLElement} el @param {import('../contract.d.ts').Ctx} ctx */
  constructor(el, ctx) {
    this.el = el;
    this.ctx = ctx;
    /** @type {any} */
    this.error = undefined;
  }

  /** @returns {unknown} what Lit can show */
  template() {
    return undefined;
  }

  draw() {
    if (this.#waiting) return;
    this.#waiting = true;
    queueMicrotask(() => {
      this.#waiting = false;
      if (!this.ctx.signal.aborted) render(this.template(), this.el);
    });
  }

  /** Runs it, then draws; what it throws is shown. A call that ended with the view is no error. @param {() => Promise<void>} work */
  async attempt(work) {
    try {
      await work();
      this.error = undefined;
    } catch (error) {
      if (this.ctx.signal.aborted || /** @type {any} */ (error).name === 'AbortError') return;
      this.error = error;
    }
    this.draw();
  }

  /** Keys pressed anywhere on the page, unless a dialog is over it. @param {(event: KeyboardEvent) => void} listener */
  keys(listener) {
    addEventListener('keydown', event => !document.querySelector('dialog[open]') && listener(event), { signal: this.ctx.signal });
  }

  destroy() {
    render(undefined, this.el);
  }
}

/**
 * A ctx that ends with one screen, while the page lives on.
 * @param {import('../contract.d.ts').Ctx} ctx @param {any} props of that screen @param {AbortSignal} end @returns {import('../contract.d.ts').Ctx}
 */
export function within(ctx, props, end) {
  const signal = AbortSignal.any([ctx.signal, end]);
  return {
    ...ctx,
    props,
    signal,
    api: (path, init = {}) => ctx.api(path, { ...init, signal }),
    on: (topic, listener) => ctx.on(topic, listener, signal),
    outlet: (point, el, how) => ctx.outlet(point, el, how, signal),
  };
}

/** At once, then at most every `ms`, and never two at a time; the last wish is always granted. @param {() => Promise<void>} work */
export function throttled(work, ms = 500) {
  let running = false;
  let again = false;
  return async function run() {
    if (running) {
      again = true;
      return;
    }
    running = true;
    try {
      await work();
      await new Promise(done => setTimeout(done, ms));
    } finally {
      running = false;
    }
    if (again) {
      again = false;
      run();
    }
  };
}
