// @ts-check
import { html, nothing } from 'lit';
import { moment, pill, since, span, whole } from '@mo/shell';
import { TYPES } from './connection.js';

const COUNTS = ['seen', 'created', 'updated', 'unchanged', 'failed'];

/** Passes that brought something, newest first. @param {any[]} runs */
export function runsTable(runs) {
  return html`<section class="card" aria-labelledby="runs"><header><h2 id="runs">Recent runs</h2></header>
    ${runs.length ? html`<div class="scroll"><table class="grid"><thead><tr><th scope="col">System</th><th scope="col">Type</th><th scope="col">State</th><th scope="col">Started</th>
      <th scope="col" class="num">Took</th>${COUNTS.map(name => html`<th scope="col" class="num">${name[0].toUpperCase() + name.slice(1)}</th>`)}</tr></thead>
      <tbody>${runs.map(line)}</tbody></table></div>` : html`<div class="body muted">No pass has brought anything yet.</div>`}</section>`;
}

/** @param {any} run */
function line(run) {
  const took = run.ended ? (Date.parse(run.ended) - Date.parse(run.started)) / 1000 : undefined;
  return html`<tr><td class="strong">${run.system}</td><td>${TYPES[/** @type {keyof TYPES} */ (run.type)] ?? run.type}</td>
    <td>${run.error ? pill('failed', 'danger') : run.ended ? pill('done', 'ok') : pill('running', 'info')}</td>
    <td><time datetime=${run.started} title=${moment(run.started)}>${since(run.started)}</time></td><td class="num">${took === undefined ? '–' : took < 1 ? '< 1 s' : span(took)}</td>
    ${COUNTS.map(name => html`<td class="num ${run.counts[name] ? (name === 'failed' ? 'danger-text' : '') : 'faint'}">${whole(run.counts[name])}</td>`)}</tr>
    ${run.error ? html`<tr><td colspan="10"><div class="note warn sm">${run.error}</div></td></tr>` : nothing}`;
}
