// @ts-check
import { ListView } from './views/list.js';
import { DetailView } from './views/detail.js';

/** One page for each type: the list at its own path, a record below it. */
export default {
  views: {
    records(/** @type {HTMLElement} */ el, /** @type {import('./crm').Ctx} */ ctx) {
      /** @type {ListView | DetailView | undefined} */
      let screen;
      let id = '';
      const show = (/** @type {any} */ props) => {
        const [next = ''] = props.path;
        if (screen && next === id) return screen.update?.(props);
        screen?.destroy();
        id = next;
        const mine = { ...ctx, props };
        screen = next ? new DetailView(el, mine, next) : new ListView(el, mine);
        screen.start();
      };
      show(ctx.props);
      return { update: show, destroy: () => screen?.destroy(), dirty: () => screen?.dirty?.() ?? false };
    },
  },
};
