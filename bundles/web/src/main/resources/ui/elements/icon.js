// @ts-check
import { svg, html } from 'lit';

const sprite = import.meta.resolve('@mo/icons');

/** An icon of the sprite. Decoration: what it means stands beside it, or in the label of what it is in. */
export const icon = (/** @type {string} */ name, size = '') =>
  html`<svg class="i ${size}" aria-hidden="true">${svg`<use href="${sprite}#${name}"></use>`}</svg>`;
