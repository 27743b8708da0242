// @ts-check
import { html, nothing } from 'lit';
import { blank, failure, icon, Screen, skeleton, steps, tabs, throttled } from '@mo/shell';
import { connectionCard } from './connection.js';
import { runsTable } from './runs.js';
import { Questions } from './questions.js';

/** The sync at work: each connection and type, what ran, and what waits for a person. Live, by the event sync.progress. */
export class SyncView extends Screen {
  /** @type {any[] | undefined} */
  connections;
  /** @type {any[]} */
  runs = [];
  /** @type {Set<string>} connections whose run is being asked for */
  asked = new Set();
  tab = 'now';

  /** @param {HTMLElement} el @param {any} ctx */
  constructor(el, ctx) {
    super(el, ctx);
    this.questions = new Questions(ctx, () => this.draw());
    this.tab = ctx.props.query.get('tab') === 'waiting' ? 'waiting' : 'now';
  }

  start() {
    this.draw();
    const again = throttled(() => this.read(), 500);
    again();
    this.questions.read();
    const questions = throttled(() => this.questions.read(), 2000);
    for (const topic of ['sync.progress', 'resync']) {
      this.ctx.on(topic, again);
      this.ctx.on(topic, questions);
    }
    this.keys(event => steps(event, this.el, '[data-step]'));
    // what is shown as "12 s ago" grows older by itself
    const clock = setInterval(() => this.draw(), 1000);
    this.ctx.signal.addEventListener('abort', () => clearInterval(clock));
  }

  /** @param {any} props */
  update(props) {
    this.tab = props.query.get('tab') === 'waiting' ? 'waiting' : 'now';
    this.draw();
  }

  read() {
    return this.attempt(async () => {
      const [connections, runs] = await Promise.all([this.ctx.api('/api/sync/connections'), this.ctx.api('/api/sync/runs?limit=30')]);
      this.connections = connections.items;
      this.runs = runs.items;
    });
  }

  /** @param {any} connection */
  async run(connection) {
    this.asked.add(connection.id);
    this.draw();
    try {
      await this.ctx.api(`/api/sync/connections/${encodeURIComponent(connection.id)}/run`, { method: 'POST' });
      this.ctx.toast(`${connection.system} is read anew. What is equal is left alone.`);
      await this.read();
    } catch (error) {
      if (!this.ctx.signal.aborted) this.ctx.toast(/** @type {Error} */ (error).message, 'danger');
    }
    this.asked.delete(connection.id);
    this.draw();
  }

  /** Exact when all are read; otherwise at least those that wait for a match. */
  get #waiting() {
    const { items, next } = this.questions;
    if (!items || !next) return items?.length;
    const matches = this.connections?.flatMap(c => c.types).reduce((sum, type) => sum + type.waiting, 0) ?? 0;
    return `${Math.max(matches, items.length)}+`;
  }

  template() {
    return html`<div class="page"><header><h1>Sync</h1></header>
      ${tabs('Sync', [{ id: 'now', title: 'Now' }, { id: 'waiting', title: 'Waiting for you', count: this.#waiting }], this.tab,
        tab => this.ctx.navigate(tab === 'now' ? '/admin/sync' : '/admin/sync?tab=waiting', { replace: true }))}
      <div role="tabpanel" aria-labelledby="tab-${this.tab}" class="stack wide">${this.tab === 'now' ? this.#now() : this.questions.template()}</div></div>`;
  }

  #now() {
    if (this.error && !this.connections) return failure(this.error, () => this.read());
    if (!this.connections) return skeleton(10);
    if (!this.connections.length) return blank('plug', 'Nothing is connected yet', 'Connect a PSA, a documentation system or an RMM, and its state shows here.');
    const mayRun = this.ctx.user.rights.includes('sync.run');
    return html`${this.error ? html`<div class="note danger" role="alert">${icon('circle-alert')}<span>${this.error.message} This is how it stood before.</span></div>` : nothing}
      ${this.connections.map(c => connectionCard(c, { run: mayRun ? () => this.run(c) : undefined, busy: this.asked.has(c.id), manages: this.ctx.user.rights.includes('modules.manage') }))}
      ${runsTable(this.runs)}`;
  }
}
