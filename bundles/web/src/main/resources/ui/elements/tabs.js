// @ts-check
import { html, nothing } from 'lit';

/**
 * A strip of tabs; arrows, Home and End move. The panel is the caller's, labelled by `tab-<id>`.
 * @param {string} label
 * @param {{id: string, title: string, count?: number | string}[]} items
 * @param {string} selected
 * @param {(id: string) => void} choose
 */
export function tabs(label, items, selected, choose) {
  const key = (/** @type {KeyboardEvent} */ e) => {
    const at = items.findIndex(item => item.id === selected);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: items.length - 1 }[e.key];
    if (to === undefined) return;
    e.preventDefault();
    const next = items[(to + items.length) % items.length];
    const strip = /** @type {HTMLElement} */ (e.currentTarget);
    choose(next.id);
    requestAnimationFrame(() => /** @type {HTMLElement} */ (strip.querySelector(`[data-tab="${next.id}"]`))?.focus());
  };
  return html`<div class="tabs" role="tablist" aria-label=${label} @keydown=${key}>${items.map(item => html`
    <button role="tab" id="tab-${item.id}" data-tab=${item.id} aria-selected=${item.id === selected} tabindex=${item.id === selected ? 0 : -1}
      @click=${() => choose(item.id)}>${item.title}${item.count === undefined ? nothing : html`<span class="count">${item.count}</span>`}</button>`)}</div>`;
}
