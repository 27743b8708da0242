// @ts-check
import { html, nothing } from 'lit';
import { icon, moment, pill, since } from '@mo/shell';

const KINDS = { synced: 'ok', syncing: 'info', 'not yet pushed': 'info', orphaned: 'warn', disabled: '', error: 'danger' };

/** The systems that a record is in, how it stands there, and the way to it. @param {any[]} links */
export function linksPanel(links) {
  return html`<section class="card"><header><h2>Systems</h2></header>
    ${links.length ? links.map(line) : html`<div class="body muted">This record is only here; no system has it yet.</div>`}</section>`;
}

/** What a system won't take keeps nothing else back, so both are told. @param {any} link */
const state = link => (link.state === 'synced' && link.reason ? pill('synced in part', 'warn') : pill(link.state, KINDS[/** @type {keyof KINDS} */ (link.state)] ?? ''));

/** @param {any} link */
const line = link => html`<div style="padding:8px 12px 10px;border-top:1px solid var(--mo-line)" class="stack">
  <div class="row"><span class="grow strong">${link.system}</span>${state(link)}</div>
  ${link.reason ? html`<div class="note ${link.state === 'error' ? 'danger' : 'warn'} sm">${link.reason}</div>` : nothing}
  <div class="row sm">${link.syncedAt ? html`<time class="muted grow" datetime=${link.syncedAt} title=${moment(link.syncedAt)}>Synced ${since(link.syncedAt)}</time>` : html`<span class="muted grow">Not synced yet</span>`}
    ${/^https?:/.test(link.url) ? html`<a class="row" style="gap:4px;min-height:24px" href=${link.url} target="_blank" rel="noopener noreferrer">View in ${link.system}${icon('external-link', 's')}</a>` : nothing}</div></div>`;
