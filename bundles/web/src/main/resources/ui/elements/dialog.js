// @ts-check
import { html, render } from 'lit';

/**
 * A native modal dialog: focus is held and given back, Escape closes. Ends with what `close` was called with.
 * @param {string} label
 * @param {(close: (answer?: any) => void) => unknown} template
 * @param {{fixed?: boolean, className?: string}} [how] fixed: Escape doesn't close it
 * @returns {Promise<any>}
 */
export function dialog(label, template, { fixed = false, className = '' } = {}) {
  return new Promise(done => {
    const box = document.createElement('dialog');
    box.className = `dialog ${className}`;
    box.setAttribute('aria-label', label);
    /** @type {any} */
    let answer;
    const close = (/** @type {any} */ given) => {
      answer = given;
      box.close();
    };
    box.addEventListener('cancel', event => fixed && event.preventDefault());
    box.addEventListener('click', event => !fixed && event.target === box && event.offsetX !== 0 && outside(box, event) && close());
    box.addEventListener('close', () => {
      box.remove();
      done(answer);
    });
    document.body.append(box);
    render(template(close), box);
    box.showModal();
  });
}

/** @param {HTMLElement} box @param {MouseEvent} event */
function outside(box, event) {
  const r = box.getBoundingClientRect();
  return event.clientX < r.left || event.clientX > r.right || event.clientY < r.top || event.clientY > r.bottom;
}

/** For what can't be undone. @param {{title: string, text: string, yes: string, danger?: boolean}} ask @returns {Promise<boolean>} */
export const confirm = ({ title, text, yes, danger = false }) => dialog(title, close => html`
  <div class="stack wide"><h2>${title}</h2><p class="muted">${text}</p>
    <div class="row" style="justify-content:flex-end">
      <button class="btn" @click=${() => close(false)}>Cancel</button>
      <button class="btn ${danger ? 'danger' : 'primary'}" @click=${() => close(true)}>${yes}</button></div></div>`).then(Boolean);
