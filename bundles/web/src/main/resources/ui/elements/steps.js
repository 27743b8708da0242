// @ts-check

/** Whether a key goes into a text or a choice, so that it is no command. @param {KeyboardEvent} event */
export const writes = event => {
  const at = event.composedPath()[0];
  return event.ctrlKey || event.metaKey || event.altKey || (at instanceof Element && at.matches('input:not([type=checkbox]), textarea, select, [contenteditable]'));
};

/**
 * In a list, j and k go to the next and the one before, and / to its filter.
 * @param {KeyboardEvent} event @param {HTMLElement} root @param {string} selector of what is stepped through
 * @param {{arrows?: boolean}} [how] arrows: up and down do the same
 */
export function steps(event, root, selector, { arrows = false } = {}) {
  if (writes(event)) return;
  const items = /** @type {HTMLElement[]} */ ([...root.querySelectorAll(selector)]);
  const at = items.findIndex(item => item.contains(/** @type {Node} */ (event.composedPath()[0])));
  const to = { j: at + 1, k: at - 1, ...(arrows ? { ArrowDown: at + 1, ArrowUp: at - 1 } : {}) }[event.key];
  if (event.key === '/') /** @type {HTMLElement | null} */ (root.querySelector('input[type=search]'))?.focus();
  else if (to !== undefined && to >= 0) items[Math.min(to, items.length - 1)]?.focus();
  else return;
  event.preventDefault();
}
