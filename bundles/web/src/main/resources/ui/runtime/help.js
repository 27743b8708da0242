// @ts-check
import { html } from 'lit';
import { dialog } from '../elements/dialog.js';

const KEYS = [
  ['Everywhere', [['Ctrl K', 'Search, go to a page, run a command'], ['?', 'This help']]],
  ['In a list', [['j', 'Next line'], ['k', 'Line before'], ['Enter', 'Open it'], ['/', 'Filter']]],
  ['In the list of tickets', [['x', 'Choose it'], ['e', 'Change what is chosen'], ['a', 'Assign to me']]],
  ['On a ticket', [['l', 'Log time'], ['n', 'Add a note'], ['t', 'Start or stop the timer'], ['s p q a', 'Change status, priority, queue, assignee'], ['/', 'Search its activities']]],
  ['On the tab of a ticket', [['Space', 'Start or stop its timer'], ['Delete', 'Close it'], ['Alt ← →', 'Move it']]],
  ['On a record', [['e', 'Edit'], ['← →', 'From tab to tab, when a tab has the focus'], ['Esc', 'Leave the form; what was typed is put aside']]],
];

/** The keys there are. */
export const help = () => dialog('Keyboard shortcuts', close => html`<div class="stack wide"><div class="row"><h2 class="grow">Keyboard shortcuts</h2>
    <button class="btn xs" autofocus @click=${() => close()}>Close</button></div>
  ${KEYS.map(([group, keys]) => html`<section class="stack"><h3 class="muted sm">${group}</h3>
    <dl class="kv keys">${/** @type {string[][]} */ (keys).map(([key, what]) => html`<dt><span class="kbd">${key}</span></dt><dd>${what}</dd>`)}</dl></section>`)}</div>`);
