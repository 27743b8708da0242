// @ts-check
import { html, nothing } from 'lit';
import { blank, failure, icon, Screen, skeleton, throttled } from '@mo/shell';
import { OwnLogin } from './login.js';

/** My Settings, Integrations: the systems that this person can connect to with a login of their own. */
export class IntegrationsView extends Screen {
  /** @type {OwnLogin[] | undefined} */
  logins;

  start() {
    this.draw();
    this.read();
    const again = throttled(() => this.read(), 2000);
    for (const topic of ['resync', 'ui.registry']) this.ctx.on(topic, again);
  }

  read() {
    return this.attempt(async () => {
      const { items } = await this.ctx.api('/api/me/connections');
      const before = new Map(this.logins?.map(login => [login.mine.id, login]));
      this.logins = items.map((/** @type {any} */ mine) => before.get(mine.id)?.read(mine) ?? new OwnLogin(this, mine));
    });
  }

  template() {
    return html`<div class="page"><header><h1>My Settings, Integrations</h1></header>
      <p class="muted" style="max-width:80ch">Your own logins at the connected systems. What they show to you there you see here: passwords, files, and whose tickets. Nobody else can use them.</p>
      ${this.error && this.logins ? html`<div class="note danger" role="alert">${icon('circle-alert')}<span class="grow">How you stand couldn't be read again. ${this.error.message}</span>
        <button class="btn xs" type="button" @click=${() => this.read()}>Try again</button></div>` : nothing}
      ${this.#logins()}</div>`;
  }

  #logins() {
    if (this.error && !this.logins) return failure(this.error, () => this.read());
    if (!this.logins) return html`<div class="tiles"><div class="card">${skeleton(5)}</div></div>`;
    if (!this.logins.length) return html`<div class="card">${blank('plug', 'No connected system takes logins of people', 'As soon as an administrator connects one that does, it stands here.')}</div>`;
    return html`<div class="tiles">${this.logins.map(login => login.template())}</div>`;
  }
}
