import { api } from '../api.js';
import { Run } from './run.js';

/** A run that ended, shown again at the pace at which it came. Nothing is asked anew. */
export class Replay extends Run {
  follow() {
    this.isReplay = true;
    this.play();
    return () => clearTimeout(this.next);
  }

  async play() {
    try {
      const lines = (await api.transcript(this.id)).split('\n').filter(Boolean).map((line) => JSON.parse(line));
      const began = performance.now();
      for (const [index, line] of lines.entries()) {
        await this.until(began + (line.at_ms ?? line.timing?.total_ms ?? 0));
        this.take({ name: line.type, data: { n: index + 1, line } });
      }
    } catch (error) {
      this.take({ name: 'gone', data: {} });
      this.error = { message: error.message };
      this.changed();
    }
  }

  until(time) {
    return new Promise((go) => {
      this.next = setTimeout(go, this.hurried ? 0 : Math.max(0, time - performance.now()));
      this.go = go;
    });
  }

  /** Shows the rest at once. */
  async stop() {
    this.hurried = true;
    clearTimeout(this.next);
    this.go?.();
  }
}
