// @ts-check
/** Addresses: links of this site, also inside shadow roots, and back and forward change the page without loading it. */

class Router extends EventTarget {
  get url() {
    return new URL(location.href);
  }

  start() {
    addEventListener('popstate', () => this.#moved());
    document.addEventListener('click', event => this.#click(event));
  }

  /** @param {string} url @param {{replace?: boolean}} [how] */
  navigate(url, { replace = false } = {}) {
    if (url === location.pathname + location.search) return;
    history[replace ? 'replaceState' : 'pushState'](null, '', url);
    this.#moved();
  }

  #moved() {
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
