// @ts-check
import { within } from '@mo/shell';
import { Desk } from './desk.js';
import { TabsView } from './views/tabs.js';
import { ListView } from './views/list.js';
import { TicketView } from './views/ticket.js';
import { NewTicketView } from './views/new.js';
import { SettingsView } from './views/settings.js';
import { mayLeave } from './views/leaving.js';

/** @type {Desk} */
let desk;

/** @param {HTMLElement} el @param {any} ctx @param {string} at */
function screen(el, ctx, at) {
  if (!at) return new ListView(el, ctx, {});
  return at === 'new' ? new NewTicketView(el, ctx) : new TicketView(el, ctx, at, desk);
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
    tickets(/** @type {HTMLElement} */ el, /** @type {any} */ ctx) {
      /** @type {any} */
      let view;
      let at = '';
      let end = new AbortController();
      const leave = () => {
        view?.destroy();
        end.abort();
      };
      const show = (/** @type {any} */ props) => {
        const [next = ''] = props.path;
        if (view && next === at) return view.update(props);
        leave();
        end = new AbortController();
        at = next;
        desk.at(next === 'new' ? '' : next);
        view = screen(el, within(ctx, props, end.signal), next);
        view.start();
      };
      show(ctx.props);
      return {
        update: show,
        dirty: () => view?.dirty?.() ?? false,
        leaving: (/** @type {string} */ to) => mayLeave(ctx, desk, to),
        destroy() {
          leave();
          desk.at('');
        },
      };
    },

    /** The same list, of one organization. */
    ofOrganization(/** @type {HTMLElement} */ el, /** @type {any} */ ctx) {
      const view = new ListView(el, ctx, { organization: ctx.props.id });
      view.start();
      return view;
    },

    settings(/** @type {HTMLElement} */ el, /** @type {any} */ ctx) {
      const view = new SettingsView(el, ctx);
      view.start();
      return view;
    },
  },

  commands: {
    newTicket: (/** @type {any} */ host) => host.navigate('/tickets/new'),
  },
};
