import { api } from './api.js';

/** So many pages of the list are looked through for a comparison. */
const MOST_PAGES = 50;

/** The runs that the server lists, the newest first, as far as they were asked for. */
export class PastRuns {
  /** @param {() => void} changed is called after each change */
  constructor(changed) {
    this.changed = changed;
    this.runs = [];
    this.asked = 0;
    /** Whether older ones may be there that were not asked for. */
    this.hasMore = false;
    /** Why the list could not be had the last time; undefined if it could. */
    this.error = undefined;
  }

  /** Asks for the newest; what was listed of older ones stays. */
  load() {
    return this.asking(undefined, ({ runs, more }) => {
      const older = more ? this.olderThan(runs) : [];
      this.runs = [...runs, ...older];
      if (older.length === 0) this.hasMore = more;
    });
  }

  /** Asks for those that are older than all that are listed. */
  more() {
    return this.asking(this.runs.at(-1)?.id, ({ runs, more }) => {
      const known = new Set(this.runs.map((run) => run.id));
      this.runs = [...this.runs, ...runs.filter((run) => !known.has(run.id))];
      this.hasMore = more;
    });
  }

  /**
   * The runs of a comparison in their order, however old they are; empty if the server has none.
   * @throws {Error} if the list cannot be had
   */
  async ofComparison(id) {
    const isOf = (run) => run.attributes?.comparison === id;
    await this.load();
    for (let pages = 0; !this.error && this.hasMore && pages < MOST_PAGES; pages++) {
      // They began together, so they are all there once an older run is.
      if (this.runs.some(isOf) && !isOf(this.runs.at(-1))) break;
      await this.more();
    }
    if (this.error) throw new Error(this.error);
    return this.runs.filter(isOf).reverse();
  }

  drop(id) {
    this.runs = this.runs.filter((run) => run.id !== id);
  }

  olderThan(page) {
    const last = page.at(-1)?.started;
    const known = new Set(page.map((run) => run.id));
    return this.runs.filter((run) => run.started <= last && !known.has(run.id));
  }

  /** @returns {Promise<void>} settles when the list is what was last asked for */
  asking(before, take) {
    this.latest = this.ask(++this.asked, before, take);
    return this.latest;
  }

  /** A reply that a later question has overtaken is left out. */
  async ask(mine, before, take) {
    let page;
    let error;
    try {
      page = await api.list(before);
    } catch (trouble) {
      error = trouble.message;
    }
    if (mine !== this.asked) return this.latest;
    this.error = error;
    if (page) take(page);
    return this.changed();
  }
}
