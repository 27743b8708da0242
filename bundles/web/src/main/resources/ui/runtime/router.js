// @ts-check
/** Addresses: links of this site, also inside shadow roots, and back and forward change the page without loading it. */

class Router extends EventTarget {
  #here = '';
  /** Asked before the address changes, with the new one. @type {(to: URL) => Promise<boolean>} */
  guard = async () => true;

  get url() {
    return new URL(location.href);
  }

  start() {
    this.#here = location.href;
    addEventListener('popstate', () => this.#back());
    document.addEventListener('click', event => this.#click(event));
  }

  /** @param {string} url @param {{replace?: boolean}} [how] */
  async navigate(url, { replace = false } = {}) {
    if (url === location.pathname + location.search) return;
    if (!(await this.guard(new URL(url, location.href)))) return;
    history[replace ? 'replaceState' : 'pushState'](null, '', url);
    this.#moved();
  }

  /** The browser has changed the address already: who may not leave gets it back. */
  async #back() {
    const to = new URL(location.href);
    if (await this.guard(to)) this.#moved();
    else history.pushState(null, '', this.#here);
  }

  #moved() {
    this.#here = location.href;
    this.dispatchEvent(new Event('change'));
  }

  /** @param {MouseEvent} event */
  #click(event) {
    if (event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = event.composedPath().find(node => node instanceof HTMLAnchorElement);
    if (!(link instanceof HTMLAnchorElement) || link.target || link.hasAttribute('download') || link.origin !== location.origin) return;
    event.preventDefault();
    this.navigate(link.pathname + link.search);
  }
}
export const router = new Router();
