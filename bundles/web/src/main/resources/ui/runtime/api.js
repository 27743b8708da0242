// @ts-check
/** The only way to the server: same origin, cookie, JSON, CSRF token; problems become errors with the server's own words. */

/** Milliseconds. */
const A_MOMENT = 1000;
const STARTS = 60_000;

/** @typedef {import('../contract.d.ts').User} User */
export class ProblemError extends Error {
  /** @param {number} status @param {any} problem */
  constructor(status, problem) {
    super(problem.detail || `The server answered ${status}.`);
    this.status = status;
    this.type = problem.type ?? '';
    this.title = problem.title ?? 'That went wrong';
    this.fields = problem.fields ?? {};
    this.current = problem.current;
  }
}

class Session {
  /** @type {User | undefined} */
  user;
  csrf = '';
  /** Shows a person where to sign in again and ends when it is done. @type {() => Promise<void>} */
  signInAgain = () => Promise.reject(new Error('nobody can sign in yet'));

  /** @param {any} answer of /api/session */
  begin({ user, roles, rights, csrf }) {
    this.user = { ...user, roles, rights };
    this.csrf = csrf;
    return this.user;
  }
}
export const session = new Session();

/** @param {string} path @param {any} init */
async function send(path, { json, headers, ...init }) {
  const body = json === undefined ? init.body : JSON.stringify(json);
  const type = json === undefined ? {} : { 'Content-Type': 'application/json' };
  try {
    return await fetch(path, { ...init, body, headers: { Accept: 'application/json', 'X-CSRF-Token': session.csrf, ...type, ...headers } });
  } catch (error) {
    if (/** @type {any} */ (error).name === 'AbortError') throw error;
    const change = init.method && init.method !== 'GET'; // its answer may be all that was lost
    throw new ProblemError(0, { title: 'The server can\'t be reached', detail: `Check the connection. ${change ? 'It isn\'t known whether this was saved; what' : 'What'} is on this page stays.` });
  }
}

/** @param {Response} response */
async function answer(response) {
  const json = response.headers.get('content-type')?.includes('json');
  if (response.ok) return json ? response.json() : undefined;
  throw new ProblemError(response.status, json ? await response.json() : {});
}

/** As it comes, without signing in again. @param {string} path @param {any} [init] */
export const plain = async (path, init = {}) => answer(await send(path, init));

/** A server that is starting has done nothing yet: it is asked again until it is there. @param {string} path @param {any} init */
async function started(path, init) {
  for (let left = STARTS; ; left -= A_MOMENT)
    try {
      return await plain(path, init);
    } catch (error) {
      if (/** @type {ProblemError} */ (error).type !== '/problems/starting' || left <= 0) throw error;
      await new Promise(done => setTimeout(done, A_MOMENT));
    }
}

/** @param {string} path @param {any} [init] method, json or body, headers, signal */
export async function api(path, init = {}) {
  try {
    return await started(path, init);
  } catch (error) {
    const problem = /** @type {ProblemError} */ (error);
    if (problem.status === 401) await session.signInAgain();
    else if (problem.type === '/problems/csrf') session.begin(await plain('/api/session'));
    else throw error;
    return plain(path, init);
  }
}
