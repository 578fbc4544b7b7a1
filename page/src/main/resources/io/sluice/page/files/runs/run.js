import { follow } from '../events/client.js';
import { api } from '../api.js';
import { readerOf } from './dialects.js';

const MOST_POINTS = 128;

/**
 * A run as this page knows it, grown line by line. Those that show it subscribe; they are told of
 * each change, and read its fields.
 */
export class Run {
  constructor(id, known = {}) {
    this.id = id;
    this.lines = 0;
    this.text = '';
    this.reasoning = '';
    this.tools = [];
    this.status = 'live';
    this.phase = 'connecting';
    this.phaseSince = performance.now();
    this.points = [];
    this.model = known.model ?? '';
    this.endpoint = known.endpoint ?? '';
    this.label = known.label;
    this.messages = known.messages ?? [];
    this.watchers = new Set();
    this.unfollow = this.follow();
  }

  /** @returns {() => void} ends the following */
  follow() {
    return follow(this.id, 0, (message) => this.take(message));
  }

  get isLive() {
    return this.status === 'live';
  }

  /** Ends the following, not the run. */
  leave() {
    this.unfollow();
    this.watchers.clear();
  }

  /** @returns {() => void} ends it */
  watch(watcher) {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  }

  async stop() {
    this.stopping = true;
    this.changed();
    try {
      await api.stop(this.id);
    } catch (error) {
      this.stopping = false;
      this.trouble = error.message;
      this.changed();
    }
  }

  take({ name, data }) {
    if ('line' in data) {
      this.lines = data.n;
      this[name]?.(data.line);
    } else if (name === 'tokens') {
      this.tokens = data;
    } else if (name === 'phase') {
      this.phase = data.phase;
      this.phaseSince = performance.now() - data.since_ms;
    } else if (name === 'lost') {
      this.lost = true;
    } else {
      this.notice(name);
    }
    this.changed();
  }

  open(line) {
    this.dialect = line.dialect ?? 'openai';
    this.reader = readerOf(line.dialect);
    this.started = new Date(line.started);
    this.source = line.endpoint;
    this.attributes = line.attributes ?? {};
    this.label ??= this.attributes.label;
    this.request = line.request ?? {};
    this.model = this.request.model ?? this.model;
    this.messages = this.request.messages ?? this.messages;
  }

  retry(line) {
    this.retrying = line;
    this.phase = 'retrying';
    this.phaseSince = performance.now();
  }

  chunk(line) {
    this.lastMs = line.at_ms;
    if (!this.model) this.model = line.data.model ?? '';
    this.reader?.(line.data, {
      text: (piece) => {
        if (!piece) return;
        this.firstMs ??= line.at_ms;
        if (this.reasoning) this.thoughtMs ??= line.at_ms - this.thinkingMs;
        this.text += piece;
      },
      reasoning: (piece) => {
        if (!piece) return;
        this.firstMs ??= line.at_ms;
        this.thinkingMs ??= line.at_ms;
        this.reasoning += piece;
      },
      tool: (tool, piece) => {
        this.firstMs ??= line.at_ms;
        if (tool || this.tools.length === 0) this.tools.push({ name: tool ?? '', input: '' });
        this.tools.at(-1).input += piece;
      },
      finish: (reason) => {
        this.reason = reason;
      },
    });
    this.plot(line.at_ms);
  }

  /** How far the answer was at a time. Of too many points, every second one goes. */
  plot(ms) {
    this.points.push([ms, this.text.length + this.reasoning.length]);
    if (this.points.length > MOST_POINTS) this.points = this.points.filter((point, at) => at % 2 === 0);
  }

  end(line) {
    this.ending = line;
    this.status = line.status;
    this.connection = undefined;
    this.reason ??= line.finish_reasons?.[0];
    this.firstMs ??= line.timing?.first_token_ms;
    this.totalMs = line.timing?.total_ms;
    this.error = line.error;
    if (this.reasoning) this.thoughtMs ??= (this.lastMs ?? 0) - this.thinkingMs;
    if (!this.reader) this.readWhole();
  }

  /** A dialect whose pieces this page cannot read is shown once it is whole. */
  async readWhole() {
    try {
      const { message } = (await api.show(this.id)).choices?.[0] ?? {};
      this.text = message?.content ?? '';
    } catch (error) {
      this.trouble = error.message;
    }
    this.changed();
  }

  notice(name) {
    this.connection = name === 'away' || name === 'locked' ? name : undefined;
    if (name === 'gone') {
      this.status = 'failed';
      this.error = { message: 'The server no longer has this answer.' };
    }
  }

  changed() {
    this.watchers.forEach((watcher) => watcher(this));
  }
}
