// @ts-check
import { html } from 'lit';
import { dialog } from '@mo/shell';
import { clock, elapsed } from '../timer.js';

/**
 * Leaving the tickets throws away time that isn't logged: that is the rule of the field. It is said before, and can be set otherwise.
 * @param {any} ctx @param {import('../desk.js').Desk} desk @param {string} _to
 * @returns {Promise<boolean>}
 */
export async function mayLeave(ctx, desk, _to) {
  if (desk.keepsTime) return true;
  const lost = desk.uncommitted;
  if (!lost.length) {
    desk.discard();
    return true;
  }
  const answer = await dialog('Time that isn\'t logged', close => html`<div class="stack wide"><h2>This time isn't logged yet</h2>
    <ul class="stack">${lost.map(one => html`<li class="row"><span class="trunc grow">${one.number} ${one.title}</span><span class="num strong">${clock(elapsed(one.timer))}</span></li>`)}</ul>
    <p class="muted">Leaving the tickets throws it away.</p>
    <div class="row wrap" style="justify-content:flex-end"><button class="btn primary" autofocus @click=${() => close('log')}>Log it now</button>
      <button class="btn" @click=${() => close('keep')}>Keep it, now and always</button><button class="btn danger" @click=${() => close('leave')}>Leave, and lose it</button>
      <button class="btn" @click=${() => close()}>Stay</button></div></div>`);
  if (answer === 'log') ctx.navigate(`/tickets/${lost[0].id}?log=1`);
  if (answer === 'keep') await keep(ctx, desk);
  if (answer === 'leave') desk.discard();
  return answer === 'leave' || answer === 'keep';
}

/** @param {any} ctx @param {import('../desk.js').Desk} desk */
async function keep(ctx, desk) {
  desk.keepsTime = true;
  try {
    const { version, ...now } = await ctx.api('/api/my/ticket-preferences');
    await ctx.api('/api/my/ticket-preferences', { method: 'PUT', json: { ...now, keepTime: true }, headers: { 'If-Match': `"${version}"` } });
  } catch (error) {
    ctx.toast(`It is kept for now, but couldn't be remembered: ${/** @type {Error} */ (error).message}`, 'warn');
  }
}
