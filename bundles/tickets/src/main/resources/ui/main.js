// @ts-check
import { within } from '@mo/shell';
import { Desk } from './desk.js';
import { TabsView } from './views/tabs.js';
import { mayLeave } from './views/leaving.js';

/** @type {Desk} */
let desk;

/** What a path shows, loaded when it is shown first. @param {string} at @returns {Promise<(el: HTMLElement, ctx: any) => any>} */
async function screen(at) {
  if (!at) {
    const { ListView } = await import('./views/list.js');
    return (el, ctx) => new ListView(el, ctx, desk, {});
  }
  if (at === 'new') {
    const { NewTicketView } = await import('./views/new.js');
    return (el, ctx) => new NewTicketView(el, ctx, desk);
  }
  const { TicketView } = await import('./views/ticket.js');
  return (el, ctx) => new TicketView(el, ctx, at, desk);
}

export default {
  activate(/** @type {any} */ host) {
    desk = new Desk(host);
  },

  views: {
    tabs(/** @type {HTMLElement} */ el, /** @type {any} */ ctx) {
      const view = new TabsView(el, ctx, desk);
      view.start();
      return view;
    },

    /** The list at its own path, "new" and each ticket below it. */
    async tickets(/** @type {HTMLElement} */ el, /** @type {any} */ ctx) {
      /** @type {any} */
      let view;
      /** @type {string | undefined} */
      let at;
      let props = ctx.props;
      let end = new AbortController();
      const leave = () => {
        view?.destroy();
        view = undefined;
        end.abort();
      };
      const show = async () => {
        const [next = ''] = props.path;
        if (next === at) return view?.update(props);
        leave();
        end = new AbortController();
        at = next;
        desk.at(next === 'new' ? '' : next);
        const { signal } = end;
        const make = await screen(next);
        if (signal.aborted) return;
        view = make(el, within(ctx, props, signal));
        view.start();
      };
      await show();
      return {
        update: (/** @type {any} */ now) => {
          props = now;
          show().catch(error => ctx.toast(error.message, 'danger'));
        },
        dirty: () => view?.dirty?.() ?? false,
        leaving: (/** @type {string} */ to) => mayLeave(ctx, desk, to),
        destroy() {
          leave();
          desk.at('');
        },
      };
    },

    /** The same list, of one organization. */
    async ofOrganization(/** @type {HTMLElement} */ el, /** @type {any} */ ctx) {
      const { ListView } = await import('./views/list.js');
      const view = new ListView(el, ctx, desk, { organization: ctx.props.id });
      view.start();
      return view;
    },

    async settings(/** @type {HTMLElement} */ el, /** @type {any} */ ctx) {
      const { SettingsView } = await import('./views/settings.js');
      const view = new SettingsView(el, ctx);
      view.start();
      return view;
    },
  },

  commands: {
    newTicket: (/** @type {any} */ host) => host.navigate('/tickets/new'),
  },
};
