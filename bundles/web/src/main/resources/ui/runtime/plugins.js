// @ts-check
import { api, session } from './api.js';
import { events } from './events.js';
import { router } from './router.js';
import { Mount } from './mounts.js';
import { Outlet } from './outlet.js';
import { state } from './state.js';
import { toast } from '../elements/toast.js';
import { confirm } from '../elements/dialog.js';

/** @typedef {import('../contract.d.ts').Plugin} Plugin */
/** @typedef {import('../contract.d.ts').Contribution & {plugin: Plugin, key: string}} Here */

/** The screens that are there: from the registry to contributions, modules and mounts, and away again. */
class Plugins extends EventTarget {
  /** @type {Map<string, Plugin>} */
  #list = new Map();
  /** @type {Map<string, {loaded: Promise<any>, end: AbortController}>} by base, which has the rev in it */
  #modules = new Map();
  /** @type {Set<Mount>} */
  #mounts = new Set();
  rev = '';

  /** Reads the registry; what is gone or has another rev is unmounted before anybody hears of the change. */
  async refresh() {
    const { rev, plugins } = await api('/api/ui/registry');
    const next = new Map(plugins.map((/** @type {Plugin} */ plugin) => [plugin.id, plugin]));
    const gone = [...this.#list.values()].filter(plugin => next.get(plugin.id)?.rev !== plugin.rev);
    this.#list = next;
    this.rev = rev;
    await Promise.all(gone.map(plugin => this.#unload(plugin)));
    this.dispatchEvent(new Event('change'));
  }

  /** All contributions to a point, in order. Nothing is imported for this. @param {string} point @returns {Here[]} */
  at(point) {
    return [...this.#list.values()]
      .flatMap(plugin => plugin.contributions.filter(c => c.point === point).map(c => ({ ...c, plugin, key: `${plugin.id}/${c.id}@${plugin.rev}` })))
      .sort((a, b) => (a.order ?? 100) - (b.order ?? 100) || a.key.localeCompare(b.key));
  }

  /** @param {Here} contribution @param {HTMLElement} el @param {unknown} props */
  mount(contribution, el, props) {
    const { plugin } = contribution;
    const mount = new Mount(el, contribution, props, {
      load: () => this.#module(plugin),
      context: signal => this.#host(plugin, AbortSignal.any([signal, this.#modules.get(plugin.base)?.end.signal ?? signal])),
    });
    this.#mounts.add(mount);
    mount.start();
    return mount;
  }

  /** @param {Mount} mount */
  unmount(mount) {
    this.#mounts.delete(mount);
    return mount.destroy();
  }

  /** @param {string} point @param {HTMLElement} el @param {any} how @param {AbortSignal} signal ends it, too */
  outlet(point, el, how, signal) {
    const outlet = new Outlet(this, point, el, how);
    signal.addEventListener('abort', () => outlet.destroy());
    return outlet;
  }

  /** @param {Here} command */
  async run(command) {
    const module = await this.#module(command.plugin);
    const end = this.#modules.get(command.plugin.base)?.end ?? new AbortController();
    module.commands?.[String(command.run)]?.(this.#host(command.plugin, end.signal));
  }

  /** @param {Plugin} plugin @returns {Promise<any>} */
  #module(plugin) {
    let entry = this.#modules.get(plugin.base);
    if (!entry) {
      const end = new AbortController();
      const loaded = import(plugin.base + plugin.module).then(async ({ default: module }) => {
        await module.activate?.(this.#host(plugin, end.signal));
        return module;
      });
      entry = { loaded, end };
      this.#modules.set(plugin.base, entry);
      loaded.catch(() => this.#modules.delete(plugin.base));
    }
    return entry.loaded;
  }

  /** @param {Plugin} plugin @param {AbortSignal} signal @returns {import('../contract.d.ts').Host} */
  #host(plugin, signal) {
    return {
      id: plugin.id,
      base: plugin.base,
      signal,
      user: /** @type {any} */ (session.user),
      api: (path, init = {}) => api(path, { ...init, signal: init.signal ? AbortSignal.any([signal, init.signal]) : signal }),
      on: (topic, listener, until) => events.addEventListener(topic, e => listener(/** @type {CustomEvent} */ (e).detail), { signal: until ?? signal }),
      state: key => state(String(session.user?.id), plugin.id, key),
      toast,
      confirm,
      navigate: (url, how) => router.navigate(url, how),
      outlet: (point, el, how, until) => this.outlet(point, el, how, until ?? signal),
    };
  }

  /** @param {Plugin} plugin */
  async #unload(plugin) {
    const mine = [...this.#mounts].filter(mount => mount.contribution.plugin.base === plugin.base);
    for (const mount of mine) {
      this.#mounts.delete(mount);
      if (mount.dirty()) mount.freeze();
    }
    await Promise.all(mine.map(mount => mount.destroy()));
    this.#modules.get(plugin.base)?.end.abort();
    this.#modules.delete(plugin.base);
  }
}
export const plugins = new Plugins();
