/** How long a stream may be silent before it is taken for dead. */
const SILENCE_MS = 35_000;
const LONGEST_PAUSE_MS = 15_000;
const NAMES = ['open', 'retry', 'chunk', 'end', 'tokens', 'phase', 'lost', 'hello'];

/**
 * One EventSource that is opened anew whenever it ends: after 1, 2, 4 … 15 seconds.
 * The URL has the cursors, so each line comes once.
 */
export class Connection {
  /**
   * @param {() => string} url where to listen now; empty if nothing is left to hear
   * @param {(name: string, data: object) => void} onEvent
   * @param {(state: 'away' | 'back') => void} onState is told `away` at each failure from the second on
   * @param {number} failures how often its forerunner failed at last, so that followers are told when it is back
   */
  constructor(url, onEvent, onState, failures) {
    this.url = url;
    this.onEvent = onEvent;
    this.onState = onState;
    this.failures = failures;
    this.open();
  }

  open() {
    this.leave();
    const url = this.url();
    if (!url) return;
    this.source = new EventSource(url);
    for (const name of NAMES) {
      this.source.addEventListener(name, (event) => this.take(name, event));
    }
    this.source.onerror = () => this.failed();
    this.watch();
  }

  /** Opens at once if it waits to be opened: the network is said to be back. */
  hurry() {
    if (this.pause !== undefined) this.open();
  }

  close() {
    this.leave();
    this.closed = true;
  }

  take(name, event) {
    if (this.failures > 0) {
      this.failures = 0;
      this.onState('back');
    }
    this.watch();
    this.onEvent(name, JSON.parse(event.data));
  }

  failed() {
    this.leave();
    if (this.closed) return;
    if (++this.failures >= 2) this.onState('away');
    const pause = this.failures === 1 ? 100 : Math.min(LONGEST_PAUSE_MS, 1000 * 2 ** (this.failures - 2));
    this.pause = setTimeout(() => this.open(), pause);
  }

  watch() {
    clearTimeout(this.silence);
    this.silence = setTimeout(() => this.open(), SILENCE_MS);
  }

  leave() {
    clearTimeout(this.silence);
    clearTimeout(this.pause);
    this.pause = undefined;
    this.source?.close();
  }
}
