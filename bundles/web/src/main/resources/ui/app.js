// @ts-check
/** Where the page begins: who is it, then the shell or the door. */
import { html, render } from 'lit';
import { plain, session } from './runtime/api.js';
import { Shell } from './runtime/frame.js';
import { failure } from './elements/states.js';
import { setUp, signIn, signInForm } from './elements/signin.js';

const app = /** @type {HTMLElement} */ (document.getElementById('app'));
const mark = new URL('./mark.svg', import.meta.url).href;

function door() {
  const code = location.pathname === '/setup' ? location.hash.slice(1) : '';
  const state = { error: '', busy: false, setUp: Boolean(code) };
  const draw = () => render(html`<main class="door"><div class="card">
    <div class="row" style="gap:12px"><img src=${mark} alt=""><div><h1>${code ? 'Set up Mortise' : 'Sign in to Mortise'}</h1>
      <p class="muted sm">${code ? 'You become the first administrator.' : 'PSA, documentation and RMM, in step.'}</p></div></div>
    ${signInForm(state, submit)}</div></main>`, app);
  const submit = async (/** @type {FormData} */ form) => {
    Object.assign(state, { busy: true, error: '' });
    draw();
    try {
      await (code ? setUp(form, code) : signIn(form));
      enter(code ? '/' : undefined);
    } catch (error) {
      Object.assign(state, { busy: false, error: /** @type {Error} */ (error).message });
      draw();
    }
  };
  document.title = 'Sign in · Mortise';
  draw();
}

/** @param {string} [at] */
function enter(at) {
  if (at) history.replaceState(null, '', at);
  render(undefined, app);
  new Shell(app).start();
}

async function begin() {
  try {
    session.begin(await plain('/api/session'));
    enter();
  } catch (error) {
    const problem = /** @type {import('./runtime/api.js').ProblemError} */ (error);
    if (problem.status === 401) return door();
    render(html`<main class="door"><div class="card">${failure(problem, begin)}</div></main>`, app);
    if (problem.status === 503) setTimeout(begin, 2000);
  }
}

begin();
