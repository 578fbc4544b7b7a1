import { Hub } from './hub.js';

/**
 * Follows runs: through the worker that all tabs of a browser share, or where there is none,
 * through a hub of this tab.
 */
const wire = typeof SharedWorker === 'undefined' ? ownHub() : sharedHub();

/** @type {(run: string, after: number, tell: (message: object) => void) => () => void} */
export const follow = wire.follow;

for (const [target, name] of [[window, 'online'], [document, 'visibilitychange']]) {
  target.addEventListener(name, () => document.hidden || wire.hurry());
}

function ownHub() {
  const hub = new Hub();
  return { follow: (...order) => hub.follow(...order), hurry: () => hub.hurry() };
}

function sharedHub() {
  const policy = globalThis.trustedTypes?.createPolicy('sluice', { createScriptURL: ownScript });
  const address = '/assets/events/worker.js';
  const { port } = new SharedWorker(policy ? policy.createScriptURL(address) : address, {
    type: 'module',
    name: 'sluice-events',
  });
  /** What is followed, and how far it came: the worker drops it if this machine slept for long. */
  const followed = new Map();
  let keys = 0;
  const ask = ({ run, after }, key) => port.postMessage({ verb: 'follow', key, run, after });
  port.onmessage = ({ data }) => {
    if (data.verb === 'dropped') return followed.forEach(ask);
    const order = followed.get(data.key);
    if (!order) return undefined;
    order.after = data.after ?? order.after;
    if (data.name === 'end' || data.name === 'gone') followed.delete(data.key);
    return order.tell(data);
  };
  port.start();
  setInterval(() => port.postMessage({ verb: 'alive' }), 60_000);
  window.addEventListener('pagehide', () => port.postMessage({ verb: 'leave' }));
  window.addEventListener('pageshow', ({ persisted }) => persisted && location.reload());
  return {
    hurry: () => port.postMessage({ verb: 'hurry' }),
    follow(run, after, tell) {
      const key = ++keys;
      followed.set(key, { run, after, tell });
      ask(followed.get(key), key);
      return () => {
        followed.delete(key);
        port.postMessage({ verb: 'drop', key });
      };
    },
  };
}

function ownScript(address) {
  if (!address.startsWith('/assets/')) throw new TypeError(`${address} is no script of this page`);
  return address;
}
