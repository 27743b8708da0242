// @ts-check
import { html, nothing } from 'lit';
import { icon, moment } from '@mo/shell';

/**
 * A certificate that isn't trusted, to be looked at and perhaps pinned; and the one that is pinned.
 * @param {any} shown what the server presented @param {string | undefined} pinned a fingerprint @param {(fingerprint: string) => void} pin "" takes the pin away
 */
export function certificate(shown, pinned, pin) {
  return html`${pinned ? html`<div class="note">${icon('key-round')}<div class="grow stack"><span>Only this certificate is accepted (SHA-256):</span><span class="mono">${pairs(pinned)}</span></div>
      <button class="btn xs" type="button" @click=${() => pin('')}>Remove the pin</button></div>` : nothing}
    ${shown ? html`<section class="card" aria-labelledby="presented"><header><h3 id="presented">The certificate that the server shows</h3></header><div class="body stack wide">
      <dl class="kv"><dt>For</dt><dd>${shown.subject}</dd><dt>Issued by</dt><dd>${shown.issuer}</dd><dt>Valid</dt><dd>${moment(shown.from)} to ${moment(shown.until)}</dd>
        <dt>SHA-256</dt><dd class="mono">${pairs(shown.fingerprint)}</dd></dl>
      ${shown.pinnable ? html`<p class="muted">A proper certificate on the server is the better way. If that isn't possible, compare this fingerprint with the one on the server itself; if both are equal, pin it: then this connection accepts exactly this certificate, while it is valid, and no other.</p>
        <div><button class="btn" type="button" @click=${() => pin(shown.fingerprint)}>${icon('key-round', 's')}Pin this certificate</button></div>` : nothing}</div></section>` : nothing}`;
}

/** @param {string} fingerprint */
const pairs = fingerprint => (fingerprint.match(/../g) ?? []).join(':').toUpperCase();
