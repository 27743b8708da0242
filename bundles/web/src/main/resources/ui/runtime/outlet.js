// @ts-check
/** @typedef {import('./plugins.js').Here} Here */

/**
 * A place on the page that other modules fill: what they bring to a point, in order, each in a box of its own. It follows them as
 * they come and go, and leaves nothing behind of one that is gone.
 */
export class Outlet {
  /** @type {Map<string, {el: HTMLElement, mount: import('./mounts.js').Mount}>} */
  #mounts = new Map();
  #props;
  /** @type {string | undefined} */
  #only;
  #follow = () => this.#show();

  /**
   * @param {any} plugins @param {string} point @param {HTMLElement} el
   * @param {{props?: any, only?: string, changed?: () => void}} how only: the id of the one to be shown, "" for none yet;
   *     changed: there are others now
   */
  constructor(plugins, point, el, { props = {}, only, changed } = {}) {
    this.plugins = plugins;
    this.point = point;
    this.el = el;
    this.changed = changed;
    this.#props = props;
    this.#only = only;
    plugins.addEventListener('change', this.#follow);
    this.#show(false);
  }

  /** What there is for this subject, shown or not. @returns {Here[]} */
  get list() {
    return this.plugins.at(this.point).filter((/** @type {Here} */ one) => fits(/** @type {any} */ (one.when), this.#props));
  }

  /** @param {any} props @param {string} [only] */
  update(props, only = this.#only) {
    this.#props = props;
    this.#only = only;
    this.#show(false);
    for (const { mount } of this.#mounts.values()) mount.update(props);
  }

  /** @returns {boolean} whether one of them holds text that nobody has saved */
  dirty() {
    return [...this.#mounts.values()].some(({ mount }) => mount.dirty());
  }

  destroy() {
    this.plugins.removeEventListener('change', this.#follow);
    for (const key of [...this.#mounts.keys()]) this.#drop(key);
  }

  #show(tell = true) {
    const wanted = this.list.filter(one => this.#only === undefined || one.id === this.#only);
    const keys = new Set(wanted.map(one => one.key));
    for (const key of [...this.#mounts.keys()]) if (!keys.has(key)) this.#drop(key);
    wanted.forEach((one, at) => {
      if (!this.#mounts.has(one.key)) this.#mount(one);
      const { el } = /** @type {any} */ (this.#mounts.get(one.key));
      if (this.el.children[at] !== el) this.el.insertBefore(el, this.el.children[at] ?? null);
    });
    if (tell) this.changed?.();
  }

  /** @param {Here} one */
  #mount(one) {
    const el = document.createElement('div');
    el.dataset.contribution = one.id;
    this.#mounts.set(one.key, { el, mount: this.plugins.mount(one, el, this.#props) });
  }

  /** @param {string} key */
  #drop(key) {
    const gone = this.#mounts.get(key);
    this.#mounts.delete(key);
    if (gone) this.plugins.unmount(gone.mount);
  }
}

/** True asks that it is there, anything else that it is this. @param {Record<string, unknown> | undefined} when @param {any} props */
const fits = (when, props) => Object.entries(when ?? {}).every(([name, value]) => (value === true ? Boolean(props?.[name]) : props?.[name] === value));
