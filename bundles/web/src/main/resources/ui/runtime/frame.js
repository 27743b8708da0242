// @ts-check
import { html, render, nothing } from 'lit';
import { plain, session } from './api.js';
import { events } from './events.js';
import { plugins } from './plugins.js';
import { palette } from './palette.js';
import { router } from './router.js';
import { initials } from '../elements/format.js';
import { icon } from '../elements/icon.js';
import { blank, failure, skeleton } from '../elements/states.js';
import { dialog } from '../elements/dialog.js';
import { signIn, signInForm } from '../elements/signin.js';
import { Outlet } from './outlet.js';
import { writes } from '../elements/steps.js';

const mark = new URL('../mark.svg', import.meta.url).href;
const SEEN = 'mortise.pages';

/** An address that nobody could have encoded so is taken as it stands. @param {string} part */
function decoded(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Fetched when it is wanted first. */
const help = async () => (await import('./help.js')).help();

/** The frame around the screens: rail, header, and one page, which a module brings and takes away. */
export class Shell {
  /** @type {import('./mounts.js').Mount | undefined} */
  #page;
  /** What modules put beside the search, such as open tickets. @type {import('./outlet.js').Outlet | undefined} */
  #above;
  #key = '';
  #loaded = false;
  /** @type {any} */
  #error;
  /** Pages that were there since the tab was opened, to tell a stopped one from a wrong address. @type {Record<string, string>} */
  #seen = JSON.parse(sessionStorage.getItem(SEEN) ?? '{}');

  /** @param {HTMLElement} el */
  constructor(el) {
    this.el = el;
  }

  start() {
    session.signInAgain = () => (this.#again ??= this.#askAgain().finally(() => (this.#again = undefined)));
    router.start();
    router.guard = to => this.#mayLeave(to);
    router.addEventListener('change', () => this.#show(true));
    plugins.addEventListener('change', () => this.#show(false));
    events.addEventListener('online', () => this.#draw());
    for (const topic of ['ui.registry', 'resync']) events.addEventListener(topic, () => this.#refresh());
    events.addEventListener('hello', event => /** @type {CustomEvent} */ (event).detail.rev !== plugins.rev && this.#refresh());
    addEventListener('keydown', event => this.#keys(event));
    this.#draw();
    this.#above = new Outlet(plugins, 'top', /** @type {HTMLElement} */ (this.el.querySelector('.above')));
    events.open();
    this.#refresh();
  }

  /** @param {URL} to */
  async #mayLeave(to) {
    const stays = this.#pageAt(to.pathname)?.key === this.#key;
    return stays || !this.#page || this.#page.leaving(to.pathname + to.search);
  }

  /** @type {Promise<void> | undefined} */
  #again;

  async #refresh() {
    try {
      await plugins.refresh();
      this.#loaded = true;
      this.#error = undefined;
    } catch (error) {
      this.#error = error;
    }
    this.#show(false);
  }

  /** @returns {import('./plugins.js').Here | undefined} */
  #pageAt(path = location.pathname) {
    return plugins.at('page').filter(page => path === page.path || path.startsWith(`${page.path}/`))
      .sort((a, b) => String(b.path).length - String(a.path).length)[0];
  }

  /** @param {boolean} moved whether the address has changed, which puts the focus on the new page */
  #show(moved) {
    const home = plugins.at('nav')[0]?.path;
    if (location.pathname === '/' && home) return router.navigate(home, { replace: true });
    const page = this.#pageAt();
    if (page) this.#remember(page);
    if (this.#key !== (page?.key ?? '')) this.#swap(page);
    else if (moved) this.#page?.update(this.#props(page));
    this.#draw();
    if (moved) this.el.querySelector('main')?.focus({ preventScroll: true });
  }

  /** @param {import('./plugins.js').Here | undefined} page */
  #swap(page) {
    if (this.#page) plugins.unmount(this.#page);
    this.#key = page?.key ?? '';
    this.#page = undefined;
    this.#draw();
    if (!page) return;
    const el = document.createElement('div');
    /** @type {HTMLElement} */ (this.el.querySelector('.outlet')).append(el);
    this.#page = plugins.mount(page, el, this.#props(page));
  }

  /** @param {import('./plugins.js').Here | undefined} page */
  #props(page) {
    const { pathname, searchParams } = router.url;
    return { path: pathname.slice(String(page?.path).length).split('/').filter(Boolean).map(decoded), query: searchParams };
  }

  /** @param {import('./plugins.js').Here} page */
  #remember(page) {
    this.#seen[String(page.path)] = page.title;
    sessionStorage.setItem(SEEN, JSON.stringify(this.#seen));
  }

  /** @param {KeyboardEvent} event */
  #keys(event) {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
      event.preventDefault();
      palette(this.#commands());
    } else if (event.key === '?' && !writes(event) && !document.querySelector('dialog[open]')) help();
  }

  #commands() {
    return [
      { title: 'Keyboard shortcuts', icon: 'keyboard', run: help },
      { title: 'Switch between light and dark', icon: 'sun', run: () => this.#theme() },
      { title: 'Sign out', icon: 'log-out', run: () => this.#signOut() },
    ];
  }

  #theme() {
    const root = document.documentElement;
    root.dataset.theme = this.#isDark() ? 'light' : 'dark';
    localStorage.setItem('mortise.theme', root.dataset.theme);
    this.#draw();
  }

  #isDark() {
    return (document.documentElement.dataset.theme ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')) === 'dark';
  }

  async #signOut() {
    if (this.#page && !(await this.#page.leaving('/'))) return;
    await plain('/api/session', { method: 'DELETE' }).catch(() => undefined);
    events.close();
    sessionStorage.clear();
    location.assign('/');
  }

  /** Over the page, which stays as it is: what somebody was writing is not lost. */
  async #askAgain() {
    const state = { error: '', busy: false, user: session.user?.id };
    await dialog('Sign in again', close => {
      const box = document.createElement('div');
      const draw = () => render(html`<div class="stack wide"><div><h2>Sign in again</h2>
        <p class="muted sm">Your session has ended. The page behind this stays as it is.</p></div>${signInForm(state, submit)}
        <button class="btn ghost" @click=${() => location.assign('/')}>Leave this page</button></div>`, box);
      const submit = async (/** @type {FormData} */ form) => {
        try {
          await signIn(form);
          close();
        } catch (error) {
          state.error = /** @type {Error} */ (error).message;
          draw();
        }
      };
      draw();
      return box;
    }, { fixed: true });
    events.open();
    this.#refresh();
  }

  #draw() {
    const page = this.#pageAt();
    document.title = page ? `${page.title} · Mortise` : 'Mortise';
    render(html`<div class="frame"><a class="btn skip" href="#main" @click=${this.#skip}>Skip to the page</a>
      ${this.#rail()}${this.#top()}
      <main class="main" id="main" tabindex="-1">
        <div class="outlet" ?hidden=${!page && !this.el.querySelector('.outlet > [data-kept]')}></div>${page ? nothing : html`<h1 class="vh">Mortise</h1>${this.#nothing()}`}</main></div>`, this.el);
  }

  #skip = (/** @type {Event} */ event) => {
    event.preventDefault();
    event.stopPropagation();
    this.el.querySelector('main')?.focus();
  };

  #nothing() {
    if (this.#error) return failure(this.#error, () => this.#refresh());
    if (!this.#loaded) return skeleton();
    const was = Object.entries(this.#seen).find(([path]) => location.pathname === path || location.pathname.startsWith(`${path}/`));
    if (was) return blank('circle-pause', `${was[1]} is stopped`, 'The module that brings this page was stopped. The page opens again by itself when it starts.');
    return blank('search', 'There is no such page', 'The address is wrong, its module is stopped, or you may not see it.', html`<a class="btn" href="/">Go to the start</a>`);
  }

  #rail() {
    const here = this.#pageAt()?.path;
    return html`<nav class="rail" aria-label="Screens"><a class="mark" href="/" aria-label="Mortise, to the start"><img src=${mark} alt=""></a>
      ${plugins.at('nav').map(entry => html`<a class="to" href=${entry.path} aria-label=${entry.title} aria-current=${entry.path === here ? 'page' : nothing}>
        ${icon(entry.icon ?? 'puzzle', 'l')}<span aria-hidden="true">${entry.title}</span></a>`)}</nav>`;
  }

  /** What modules put under the person's own name. */
  #mine() {
    const shut = (/** @type {any} */ event) => event.currentTarget.closest('[popover]').hidePopover();
    const entries = plugins.at('menu');
    return entries.length ? html`<hr><div><span class="muted xs strong">My Settings</span></div>
      ${entries.map(entry => html`<a href=${entry.path} @click=${shut}>${icon(entry.icon ?? 'settings')}${entry.title}</a>`)}<hr>` : nothing;
  }

  #top() {
    const user = session.user;
    return html`<header class="top"><div class="above"></div><button class="find" @click=${() => palette(this.#commands())}>${icon('search', 's')}<span class="grow" style="text-align:start">Search or run…</span><span class="kbd">Ctrl K</span></button>
      <span role="status">${events.online ? nothing : html`<span class="pill warn">Reconnecting…</span>`}</span>
      <button class="btn ghost icon" aria-label=${this.#isDark() ? 'Light theme' : 'Dark theme'} title=${this.#isDark() ? 'Light theme' : 'Dark theme'}
        @click=${() => this.#theme()}>${icon(this.#isDark() ? 'sun' : 'moon')}</button>
      <button class="btn ghost icon" popovertarget="usermenu" aria-label="You: ${user?.name}" title=${user?.name}><span class="avatar">${initials(user?.name ?? '')}</span></button>
      <div class="pop menu" id="usermenu" popover>
        <div><span class="grow"><span class="strong">${user?.name}</span><br><span class="muted sm">${user?.email}</span></span></div>
        <div class="muted sm">Role: ${user?.roles.join(', ')}</div>
        ${this.#mine()}
        <button @click=${help}>${icon('keyboard')}<span class="grow">Keyboard shortcuts</span><span class="kbd">?</span></button>
        <button @click=${() => this.#signOut()}>${icon('log-out')}Sign out</button></div></header>`;
  }
}
