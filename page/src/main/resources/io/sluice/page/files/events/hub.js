import { Connection } from './connection.js';

/** How many runs the server puts into one stream, and how many streams are opened. */
const RUNS_OF_A_STREAM = 32;
const STREAMS = 3;
const PROBE_MS = 5_000;

/**
 * Follows runs for any number of followers with as few connections as there can be: browsers open
 * six to a server, for all tabs together. Each follower gets each line once and in order.
 */
export class Hub {
  constructor() {
    /** @type {Map<string, {cursor: number, followers: Set<{after: number, tell: Function}>}>} */
    this.runs = new Map();
    this.connections = [];
  }

  /**
   * Follows a run behind a line.
   * @param {(message: object) => void} tell gets `{run, name, data}`, and of lines `after`, behind which it would go on
   * @returns {() => void} ends it
   */
  follow(run, after, tell) {
    const follower = { after, tell };
    const known = this.runs.get(run) ?? { cursor: after, followers: new Set() };
    known.cursor = Math.min(known.cursor, after);
    known.followers.add(follower);
    this.runs.set(run, known);
    this.reopen();
    return () => this.drop(run, follower);
  }

  drop(run, follower) {
    const known = this.runs.get(run);
    if (!known?.followers.delete(follower)) return;
    if (known.followers.size === 0) {
      this.runs.delete(run);
      this.reopen();
    }
  }

  /** The network may be back. */
  hurry() {
    this.connections.forEach((connection) => connection.hurry());
  }

  /** Once for all changes that are made in one go. */
  reopen() {
    clearTimeout(this.soon);
    this.soon = setTimeout(() => this.connect(), 5);
  }

  connect() {
    this.connections.forEach((connection) => connection.close());
    const failures = Math.max(0, ...this.connections.map((connection) => connection.failures));
    const ids = [...this.runs.keys()];
    this.connections = [];
    for (let from = 0; from < ids.length && this.connections.length < STREAMS; from += RUNS_OF_A_STREAM) {
      const part = ids.slice(from, from + RUNS_OF_A_STREAM);
      const connection = new Connection(
        () => this.url(part),
        (name, data) => this.take(name, data),
        (state) => (state === 'away' ? this.probe(connection, part) : this.tellAll(part, { name: state, data: {} })),
        failures,
      );
      this.connections.push(connection);
    }
  }

  /** Runs that ended meanwhile are no longer asked for. */
  url(ids) {
    const followed = ids.filter((id) => this.runs.has(id));
    const query = followed.map((id) => `run=${id}:${this.runs.get(id).cursor}`);
    return query.length && `/api/events?${query.join('&')}`;
  }

  take(name, data) {
    const known = this.runs.get(data.run);
    if (!known) return;
    for (const follower of [...known.followers]) {
      if (!isNext(follower, name, data)) continue;
      follower.tell({ run: data.run, name, data, after: follower.after });
      if (name === 'end') known.followers.delete(follower);
    }
    if (known.followers.size === 0) this.ended(data.run);
    else known.cursor = Math.min(...[...known.followers].map((follower) => follower.after));
  }

  /** The server closes a stream behind the last end; that is no failure. */
  ended(run) {
    this.runs.delete(run);
    if (this.runs.size === 0) {
      this.connections.forEach((connection) => connection.close());
      this.connections = [];
    }
  }

  /** A stream that fails does not say why; a request for a run does. */
  async probe(connection, ids) {
    if (connection.probed) return;
    connection.probed = true;
    for (const id of ids.filter((each) => this.runs.has(each))) {
      const status = await statusOf(id);
      if (connection.closed || connection.failures === 0) break;
      const name = stateOf(status);
      const ofAll = name === 'locked' || status === 0;
      this.tellAll(ofAll ? ids : [id], { name, data: {} });
      if (name === 'gone') this.ended(id);
      if (ofAll) break;
    }
    connection.probed = false;
  }

  tellAll(ids, message) {
    for (const id of ids) {
      this.runs.get(id)?.followers.forEach((follower) => follower.tell({ run: id, ...message }));
    }
  }
}

/** The status with which the server answers for a run; 0 if it does not answer. */
function statusOf(run) {
  return fetch(`/api/runs/${run}`, { signal: AbortSignal.timeout(PROBE_MS) }).then((reply) => reply.status, () => 0);
}

function stateOf(status) {
  if (status === 401 || status === 429) return 'locked';
  return status === 404 ? 'gone' : 'away';
}

/**
 * Whether an event is the next of a follower, who may have begun later than others or been given
 * it before. An end has a smaller number if the lines before it were lost.
 */
function isNext(follower, name, data) {
  if (name === 'lost') {
    if (data.to <= follower.after) return false;
    follower.after = data.to;
  }
  if (!('line' in data)) return true;
  if (name === 'end' && data.n <= follower.after) return true;
  if (data.n !== follower.after + 1) return false;
  follower.after = data.n;
  return true;
}
