// @ts-check
import { html, nothing, render } from 'lit';
import { icon } from './icon.js';

const SHOWN = 6000;
const SIGNS = { ok: 'circle-check', warn: 'triangle-alert', danger: 'circle-alert' };

/** A short message in the corner; read out by screen readers, gone by itself. @param {string} text @param {'ok' | 'warn' | 'danger'} kind
 * @param {{label: string, run: () => void}} [action] what may still be done about it */
export function toast(text, kind = 'ok', action) {
  const box = document.createElement('div');
  box.className = 'toast pop';
  box.dataset.kind = kind;
  render(html`${icon(SIGNS[kind])}<span class="grow">${text}</span>
    ${action ? html`<button class="btn xs" @click=${() => { box.remove(); action.run(); }}>${action.label}</button>` : nothing}
    <button class="btn ghost icon xs" aria-label="Dismiss" @click=${() => box.remove()}>${icon('x', 's')}</button>`, box);
  document.getElementById('toasts')?.append(box);
  setTimeout(() => box.remove(), SHOWN);
}
