/** An error that the server, or the way to it, has in one line for people. */
export class ApiError extends Error {
  /** @param {number} status the status of HTTP; 0 if the server was not reached */
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

const UNREACHED =
  'The server cannot be reached. Start it again with "sluice serve"; nothing you typed is lost.';

/** Asks the server; resolves to its JSON, or to undefined if it has no body. */
async function ask(method, path, body) {
  const reply = await send(method, path, body);
  if (reply.status === 204) return undefined;
  return reply.json();
}

/** Asks the server for a text. */
async function text(path) {
  return (await send('GET', path)).text();
}

async function send(method, path, body) {
  let reply;
  try {
    reply = await fetch(path, {
      method,
      headers: body === undefined ? {} : { 'Content-Type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  } catch {
    throw new ApiError(0, UNREACHED);
  }
  if (!reply.ok) throw await refusal(reply);
  return reply;
}

async function refusal(reply) {
  try {
    return new ApiError(reply.status, (await reply.json()).error.message);
  } catch {
    return new ApiError(reply.status, `The server answered ${reply.status}.`);
  }
}

export const api = {
  about: () => ask('GET', '/api/about'),
  models: (endpoint) => ask('GET', `/api/models?endpoint=${encodeURIComponent(endpoint)}`),
  session: (token) => ask('POST', '/api/session', { token }),
  start: (order) => ask('POST', '/api/runs', order),
  compare: (order) => ask('POST', '/api/comparisons', order),
  stop: (run) => ask('POST', `/api/runs/${run}/stop`),
  remove: (run) => ask('DELETE', `/api/runs/${run}`),
  show: (run) => ask('GET', `/api/runs/${run}`),
  tokens: (order) => ask('POST', '/api/tokens', order),
  list: (before) => ask('GET', `/api/runs?limit=200${before ? `&before=${before}` : ''}`),
  search: (words) => ask('GET', `/api/search?limit=50&q=${encodeURIComponent(words)}`),
  transcript: (run) => text(`/api/runs/${run}/transcript`),
};
