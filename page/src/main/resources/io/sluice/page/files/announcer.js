/** What screen readers are told: at most one thing in two seconds, the latest; errors at once. */
const PAUSE_MS = 2_000;
let last = -PAUSE_MS;
let waiting;

export function announce(text) {
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    last = performance.now();
    say('announcer', text);
  }, Math.max(0, last + PAUSE_MS - performance.now()));
}

export function alarm(text) {
  clearTimeout(waiting);
  say('alarm', text);
}

function say(id, text) {
  const place = document.getElementById(id);
  if (place) place.textContent = text;
}
