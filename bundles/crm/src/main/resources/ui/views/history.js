// @ts-check
import { html, nothing } from 'lit';
import { blank, failure, moment, skeleton } from '@mo/shell';
import { field } from '../types.js';
import { shown } from '../values.js';

/** A record's journal, newest first; read when somebody looks at it. */
export class History {
  /** @type {any[] | undefined} */
  lines;
  /** @type {string | null} */
  next = null;
  /** @type {any} */
  error;
  #fresh = false;

  /** @param {any} ctx @param {string} path @param {string} type @param {import('../names.js').Names} names @param {(source: string) => string} system @param {() => void} draw */
  constructor(ctx, path, type, names, system, draw) {
    Object.assign(this, { ctx, path, type, names, system, draw });
  }

  stale() {
    this.#fresh = false;
  }

  async read(more = false) {
    if (this.#fresh && !more) return;
    this.#fresh = true;
    try {
      const after = more && this.next ? `&after=${encodeURIComponent(this.next)}` : '';
      const answer = await this.ctx.api(`${this.path}?limit=30${after}`);
      this.lines = more ? [...(this.lines ?? []), ...answer.items] : answer.items;
      this.next = answer.next;
      this.error = undefined;
    } catch (error) {
      if (!this.ctx.signal.aborted) this.error = error;
      this.#fresh = false;
    }
    this.draw();
  }

  template() {
    if (this.error && !this.lines) return failure(this.error, () => this.read());
    if (!this.lines) return skeleton(5);
    if (!this.lines.length) return blank('clock', 'Nothing has happened yet', 'Every change to this record will be listed here.');
    return html`<ol class="card lines">${this.lines.map(line => this.#line(line))}</ol>
      ${this.next ? html`<div><button class="btn" @click=${() => this.read(true)}>Older</button></div>` : nothing}`;
  }

  /** @param {any} line */
  #line(line) {
    const names = [...new Set([...Object.keys(line.before), ...Object.keys(line.after)])];
    return html`<li style="padding:9px 12px" class="stack">
      <div class="row" style="align-items:baseline"><span class="strong" style="text-transform:capitalize">${line.event}</span><span class="muted grow">${line.text}</span>
        <span class="muted sm" style="flex:none">${[line.by, this.system(line.source)].filter(Boolean).join(' · ')}</span>
        <time class="muted sm" style="flex:none" datetime=${line.at}>${moment(line.at)}</time></div>
      ${names.length ? html`<details><summary class="sm muted" style="cursor:pointer;min-height:24px">${names.length} ${names.length === 1 ? 'value' : 'values'}</summary>
        <table class="grid" style="margin-top:4px"><thead><tr><th scope="col">Field</th><th scope="col">Before</th><th scope="col">After</th></tr></thead>
        <tbody>${names.map(name => this.#change(name, line))}</tbody></table></details>` : nothing}</li>`;
  }

  /** @param {string} name @param {any} line */
  #change(name, line) {
    const about = field(this.type, name);
    return html`<tr><td class="muted">${about.label}</td><td>${value(line.before[name], about, this.names)}</td><td>${value(line.after[name], about, this.names)}</td></tr>`;
  }
}

/** Kinds that no column knows are shown as they are. @param {any} v @param {any} about @param {any} names */
const value = (v, about, names) => (v !== null && typeof v === 'object' && about.kind === 'text' ? html`<span class="mono">${JSON.stringify(v)}</span>` : shown(v, about, names));
