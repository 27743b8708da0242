// @ts-check
import { SyncView } from './views/sync.js';
import { ConnectionsView } from './views/connections.js';
import { ModulesView } from './views/modules.js';

/** @param {new (el: HTMLElement, ctx: any) => any} View */
const view = View => (/** @type {HTMLElement} */ el, /** @type {any} */ ctx) => {
  const screen = new View(el, ctx);
  screen.start();
  return screen;
};

export default { views: { sync: view(SyncView), connections: view(ConnectionsView), modules: view(ModulesView) } };
