// @ts-check
import { ListView } from './views/list.js';
import { DetailView } from './views/detail.js';

/** @typedef {import('./crm').Ctx} Ctx */

/** A ctx that ends with one screen, while the page lives on. @param {Ctx} ctx @param {any} props @param {AbortSignal} end @returns {Ctx} */
function within(ctx, props, end) {
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
