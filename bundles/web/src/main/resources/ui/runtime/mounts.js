// @ts-check
/**
 * One contribution on the page: a shadow root that adopts the kit, the view inside it, and its end. A view that throws shows an
 * error card in its own box; the rest of the page goes on.
 */
const PATIENCE = 500;
const KEPT = 60_000;

const kit = new CSSStyleSheet();
const kitReady = fetch(new URL('../kit.css', import.meta.url)).then(answer => answer.text()).then(text => kit.replace(text));

export class Mount {
  #abort = new AbortController();
  #root;
  /** @type {import('../contract.d.ts').View | undefined} */
  #view;
  #props;

  /**
   * @param {HTMLElement} el @param {any} contribution with its plugin
   * @param {unknown} props
   * @param {{load: () => Promise<any>, context: (signal: AbortSignal) => any}} from
   */
  constructor(el, contribution, props, from) {
    this.contribution = contribution;
    this.from = from;
    this.el = el;
    this.#props = props;
    this.#root = el.attachShadow({ mode: 'open' });
    this.#root.adoptedStyleSheets = [kit];
  }

  get #over() {
    return this.#abort.signal.aborted;
  }

  async start() {
    try {
      await kitReady;
      const module = await this.from.load();
      await this.#styles();
      if (this.#over) return;
      const box = document.createElement('div');
      this.#root.replaceChildren(box);
      const make = module.views?.[this.contribution.view];
      if (!make) throw new Error(`its module has no view "${this.contribution.view}"`);
      const ctx = { ...this.from.context(this.#abort.signal), contribution: this.contribution, props: this.#props };
      this.#here(await make(box, ctx), ctx.props);
    } catch (error) {
      this.#fail(error);
    }
  }

  /** While a view is made it may have been given other props, or been left. @param {import('../contract.d.ts').View} view @param {unknown} props */
  #here(view, props) {
    if (this.#over) return void view?.destroy?.();
    this.#view = view;
    if (this.#props !== props) view?.update?.(this.#props);
  }

  async #styles() {
    const { base, styles = [] } = this.contribution.plugin;
    const sheets = await Promise.all(styles.map(async (/** @type {string} */ name) => {
      const sheet = new CSSStyleSheet();
      return sheet.replace(await (await fetch(base + name)).text());
    }));
    this.#root.adoptedStyleSheets = [kit, ...sheets];
  }

  /** @param {unknown} props */
  update(props) {
    this.#props = props;
    try {
      this.#view?.update?.(props);
    } catch (error) {
      this.#fail(error);
    }
  }

  /** @returns {boolean} whether it holds text that nobody has saved */
  dirty() {
    try {
      return this.#view?.dirty?.() ?? false;
    } catch {
      return false;
    }
  }

  /** Whether the person may go from this view to another page; it asks by itself. @param {string} to */
  async leaving(to) {
    try {
      return (await this.#view?.leaving?.(to)) ?? true;
    } catch (error) {
      console.error(`[${this.contribution.plugin.id}]`, error);
      return true;
    }
  }

  /** For a view whose module leaves while somebody writes: all that is on it, to be copied, for a minute. */
  freeze() {
    const fields = [...this.#root.querySelectorAll('input:not([type=checkbox], [type=password]), textarea')];
    const text = fields.map(field => /** @type {HTMLInputElement} */ (field)).filter(f => f.value)
      .map(f => `${f.labels?.[0]?.textContent?.trim() || f.ariaLabel || f.name}: ${f.value}`).join('\n');
    const box = document.createElement('div');
    box.dataset.kept = '';
    box.innerHTML = `<div class="page"><div class="card" role="alert"><header><h2>This module was stopped while you were writing</h2></header>
      <div class="body stack"><p class="muted">This is what wasn't saved. It stays here for a minute.</p>
      <textarea class="input mono" rows="10" readonly aria-label="What wasn't saved"></textarea><div><button class="btn">Copy text</button></div></div></div></div>`;
    const area = /** @type {HTMLTextAreaElement} */ (box.querySelector('textarea'));
    area.value = text;
    const copy = /** @type {HTMLButtonElement} */ (box.querySelector('button'));
    copy.onclick = () => {
      area.select();
      navigator.clipboard?.writeText(text);
    };
    this.el.replaceWith(box);
    setTimeout(() => box.remove(), KEPT);
  }

  async destroy() {
    if (this.#over) return;
    this.#abort.abort();
    try {
      await Promise.race([this.#view?.destroy?.(), new Promise(done => setTimeout(done, PATIENCE))]);
    } catch (error) {
      console.error(`[${this.contribution.plugin.id}]`, error);
    }
    this.el.remove();
  }

  /** @param {any} error */
  #fail(error) {
    if (this.#over) return;
    console.error(`[${this.contribution.plugin.id}]`, error);
    const box = document.createElement('div');
    box.innerHTML = `<div class="page"><div class="card" role="alert"><header><h2>This part had an error</h2></header><div class="body stack">
      <p class="muted"></p><div><button class="btn">Load it again</button></div></div></div></div>`;
    /** @type {HTMLElement} */ (box.querySelector('p')).textContent = `${this.contribution.plugin.id}: ${error.message}`;
    /** @type {HTMLElement} */ (box.querySelector('button')).onclick = () => this.start();
    this.#root.replaceChildren(box);
  }
}
