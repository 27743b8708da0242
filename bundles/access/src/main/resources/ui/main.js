// @ts-check
import { IntegrationsView } from './views/integrations.js';

export default {
  views: {
    integrations: (/** @type {HTMLElement} */ el, /** @type {any} */ ctx) => {
      const screen = new IntegrationsView(el, ctx);
      screen.start();
      return screen;
    },
  },
};
