// @ts-check
import { within } from '@mo/shell';
import { ListView } from './views/list.js';
import { DetailView } from './views/detail.js';

/** @typedef {import('./crm').Ctx} Ctx */

/** One page for each type: the list at its own path, a record below it. */
export default {
  views: {
    records(/** @type {HTMLElement} */ el, /** @type {Ctx} */ ctx) {
      /** @type {any} */
      let screen;
      let end = new AbortController();
      let id = '';
      const leave = () => {
        screen?.destroy();
        end.abort();
      };
      const show = (/** @type {any} */ props) => {
        const [next = ''] = props.path;
        if (screen && next === id) return screen.update(props);
        leave();
        end = new AbortController();
        id = next;
        const mine = within(ctx, props, end.signal);
        screen = next ? new DetailView(el, mine, next) : new ListView(el, mine);
        screen.start();
      };
      show(ctx.props);
      return { update: show, destroy: leave };
    },
  },
};
