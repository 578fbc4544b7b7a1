import { Hub } from './hub.js';

/** One hub for all tabs of this browser. A tab says `alive` while it is there, for none says goodbye reliably. */
const ABSENT_MS = 180_000;
const hub = new Hub();

self.onconnect = ({ ports: [port] }) => {
  const ends = new Map();
  let seen = Date.now();
  let check;
  const leave = () => {
    ends.forEach((end) => end());
    ends.clear();
    clearInterval(check);
  };
  /** A tab whose machine only slept follows again what it is told of. */
  const look = () => {
    if (Date.now() - seen <= ABSENT_MS) return;
    leave();
    port.postMessage({ verb: 'dropped' });
  };
  port.onmessage = ({ data }) => {
    seen = Date.now();
    if (data.verb === 'follow') {
      clearInterval(check);
      check = setInterval(look, 30_000);
      ends.get(data.key)?.();
      ends.set(data.key, hub.follow(data.run, data.after, (told) => port.postMessage({ key: data.key, ...told })));
    } else if (data.verb === 'drop') {
      ends.get(data.key)?.();
      ends.delete(data.key);
    } else if (data.verb === 'hurry') {
      hub.hurry();
    } else if (data.verb === 'leave') {
      leave();
    }
  };
  port.start();
};
