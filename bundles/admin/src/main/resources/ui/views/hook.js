// @ts-check
import { html, nothing } from 'lit';
import { icon, moment, since } from '@mo/shell';

/** What an admin enters at a system that calls, and whether it has. @param {any} c a connection @param {{copied(done: boolean): void}} to */
export function hookCard(c, to) {
  const { hook } = c;
  const address = location.origin + hook.path;
  return html`<section class="card" aria-labelledby="hook"><header><h2 id="hook">Calls from ${c.name}</h2><span class="muted sm">so that changes made there show at once</span></header>
    <div class="body stack wide">${heard(c)}
      <div class="field"><label for="hook-address">Address to enter there</label><div class="row"><input class="input mono grow" id="hook-address" readonly .value=${address}
        @focus=${(/** @type {any} */ e) => e.target.select()}><button class="btn" type="button" @click=${(/** @type {any} */ e) => copy(e.currentTarget.previousElementSibling, to)}>${icon('copy', 's')}Copy</button></div>
        <span class="muted xs">${c.name} must reach this server by it. Where that goes by another name from outside, use that name; mortise.web.hosts in conf/framework.properties must have it.</span></div>
      <ol style="margin:0;padding-left:20px">${hook.guide.map((/** @type {string} */ step) => html`<li>${step}</li>`)}</ol></div></section>`;
}

/** @param {any} c */
function heard({ name, hook: { heard, refused, signed } }) {
  const late = refused && (!heard || Date.parse(refused) > Date.parse(heard));
  return html`<div class="stack">${heard
      ? html`<div class="note ok">${icon('circle-check')}<span>Last heard from <time datetime=${heard} title=${moment(heard)}>${since(heard)}</time>.</span></div>`
      : html`<div class="note">${icon('info')}<span>Not heard from yet. Until it calls, ${name} is asked regularly, and changes show a little later.</span></div>`}
    ${late ? html`<div class="note warn">${icon('triangle-alert')}<span>A call was refused <time datetime=${refused} title=${moment(refused)}>${since(refused)}</time>: it isn't signed with the secret that is set here. Enter the same one on both sides.</span></div>` : nothing}
    ${signed ? nothing : html`<div class="note warn">${icon('triangle-alert')}<span>No secret is set for its calls: anybody could make them. They do no harm, but are heeded less often.</span></div>`}</div>`;
}

/** @param {HTMLInputElement} field @param {{copied(done: boolean): void}} to */
async function copy(field, to) {
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
    to.copied(true);
  } catch {
    to.copied(false);
  }
}
