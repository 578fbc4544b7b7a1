import { api } from './api.js';
import { ModelChoice } from './model-choice.js';
import { PastRuns } from './past-runs.js';
import { Run } from './runs/run.js';
import { Replay } from './runs/replay.js';
import { questionOf, withAnswer, withoutQuestion } from './runs/messages.js';

const DRAFT = 'sluice.draft';

/** What the page shows, and what can be done to it. Views subscribe and read the fields. */
class Store {
  constructor() {
    this.watchers = new Set();
    /** Grows whenever something else is shown, so that what is awaited can tell whether it is still wanted. */
    this.turn = 0;
    this.about = undefined;
    this.choice = new ModelChoice(() => this.changed());
    this.past = new PastRuns(() => this.changed());
    this.view = 'chat';
    this.earlier = [];
    this.runs = [];
    this.files = [];
    this.draft = sessionStorage.getItem(DRAFT) ?? '';
    this.problem = undefined;
  }

  watch(watcher) {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  }

  changed() {
    this.watchers.forEach((watcher) => watcher());
  }

  /** Learns what the server has, and shows what the address names. */
  async begin() {
    this.about = await api.about();
    if (this.about.endpoints.length === 0) {
      throw new Error('This token may use no endpoint of the server. Ask whoever runs it for another one.');
    }
    this.choice.among(this.about.endpoints.map((endpoint) => endpoint.name));
    window.addEventListener('hashchange', () => this.go());
    this.go();
    this.past.load();
  }

  keepDraft(text) {
    this.draft = text;
    sessionStorage.setItem(DRAFT, text);
  }

  /** Shows what the address names. */
  go() {
    const [, kind, value] = /^#(run|replay|compare)(?:=(.*))?$/.exec(location.hash) ?? [];
    if (kind === 'run' && this.runs.at(-1)?.id === value && !this.replaying) return;
    this.leave();
    this.problem = undefined;
    this.replaying = kind === 'replay';
    this.view = kind === 'compare' ? 'compare' : 'chat';
    if (kind === 'run') this.show(new Run(value));
    else if (kind === 'replay') this.show(new Replay(value));
    else if (value) this.showComparison(value);
    else this.changed();
  }

  leave() {
    this.turn++;
    this.runs.forEach((run) => run.leave());
    this.runs = [];
    this.earlier = [];
    this.conversation = undefined;
  }

  show(run) {
    this.runs = [run];
    const done = run.watch(() => {
      if (!run.request) return;
      done();
      this.conversation = run.attributes.conversation;
      this.earlier = withoutQuestion(run.messages);
      this.changed();
    });
    this.track(run);
    this.changed();
  }

  /** Views that show no text of the run are told of its beginning and its end alone. */
  track(run) {
    let status = run.status;
    run.watch(() => {
      if (status === run.status) return;
      status = run.status;
      this.changed();
      this.past.load();
    });
  }

  get live() {
    return this.runs.filter((run) => run.isLive);
  }

  stopAll() {
    this.live.forEach((run) => run.stop());
  }

  /** Messages up to now, as the next request has them. */
  spoken() {
    const last = this.runs.at(-1);
    return last ? withAnswer(last) : [];
  }

  /** The messages of a request with this question; one that begins has the system prompt first. */
  asking(content) {
    const system = this.choice.values.system?.trim();
    const spoken = this.view === 'compare' ? [] : this.spoken();
    const begin = spoken.length === 0 && system ? [{ role: 'system', content: system }] : spoken;
    return [...begin, { role: 'user', content }];
  }

  /** Asks what stands in the prompt; it stays there if that fails. */
  send(content) {
    return this.emptying(() => this.start(this.asking(content)));
  }

  /** What was sent leaves the prompt; what was typed or added meanwhile stays. */
  async emptying(send) {
    const { draft, files } = this;
    if (!(await send())) return;
    if (this.draft === draft) this.keepDraft('');
    this.files = this.files.filter((file) => !files.includes(file));
    this.changed();
  }

  /** Asks the same again, in the place of the run that did not go well. */
  retry(run) {
    return this.start(run.messages, run);
  }

  goOn(run) {
    const order = { role: 'user', content: 'Continue exactly where your answer stops. Repeat nothing.' };
    return this.start([...withAnswer(run), order]);
  }

  start(messages, instead) {
    return this.starts(async () => {
      this.conversation ??= newName();
      const { turn, conversation } = this;
      const { endpoint, model, temperature } = this.choice.values;
      const request = { model: await this.choice.modelOf(endpoint, model), messages };
      if (temperature !== undefined && temperature !== '') request.temperature = Number(temperature);
      const { id } = await api.start(this.named({ endpoint, request, conversation }));
      this.unanswered = undefined;
      this.past.load();
      if (turn !== this.turn) return;
      const run = new Run(id, { model: request.model, endpoint, messages });
      if (instead) this.replace(instead, run);
      else this.runs = [...this.runs, run];
      this.track(run);
      history.pushState(null, '', `#run=${id}`);
    });
  }

  /**
   * Does what starts runs, unless something starts already.
   * @returns {Promise<boolean>} whether it was done; why not, the page says
   */
  async starts(work) {
    if (this.starting) return false;
    this.starting = true;
    this.problem = undefined;
    this.changed();
    try {
      await work();
      return true;
    } catch (error) {
      this.problem = error;
      return false;
    } finally {
      this.starting = false;
      this.changed();
    }
  }

  /** An order keeps its name until it is answered, so that one whose answer was lost starts no second run. */
  named(order) {
    const text = JSON.stringify(order);
    if (this.unanswered?.text !== text) this.unanswered = { text, name: newName() };
    return { ...order, client_id: this.unanswered.name };
  }

  replace(old, run) {
    old.leave();
    this.runs = this.runs.map((each) => (each === old ? run : each));
  }

  /** Starts two to eight runs of one question, which stands in the prompt. */
  compare(content, variants) {
    const messages = this.asking(content);
    const { turn } = this;
    const start = async () => {
      const whole = await Promise.all(variants.map((each) => this.whole(each)));
      const { id, runs } = await api.compare({ request: { model: whole[0].model, messages }, variants: whole });
      this.past.load();
      if (turn !== this.turn) return;
      this.leave();
      this.columns(runs.map((run) => new Run(run.id, { label: run.label, messages })));
      history.pushState(null, '', `#compare=${id}`);
    };
    return this.emptying(() => this.starts(start));
  }

  async whole(variant) {
    return { ...variant, model: await this.choice.modelOf(variant.endpoint, variant.model) };
  }

  async showComparison(id) {
    const { turn } = this;
    const found = await this.find(id);
    if (turn !== this.turn) return;
    this.columns(found.map((run) => new Run(run.id, { label: run.attributes.label, endpoint: run.endpoint })));
    this.changed();
  }

  /** The runs of a comparison; none if there are none, or they cannot be had, which the page says. */
  async find(comparison) {
    try {
      const found = await this.past.ofComparison(comparison);
      if (found.length === 0) throw new Error('This comparison is no longer kept by the server.');
      return found;
    } catch (error) {
      this.problem = error;
      return [];
    }
  }

  columns(runs) {
    this.runs = runs;
    runs.forEach((run) => {
      this.track(run);
      const done = run.watch(() => run.request && (done(), this.changed()));
    });
  }

  get question() {
    return questionOf(this.runs[0]?.messages ?? []);
  }

  async remove(id) {
    try {
      await api.remove(id);
      this.past.drop(id);
      if (this.runs.some((run) => run.id === id)) location.hash = '';
    } catch (error) {
      this.problem = error;
    }
    await this.past.load();
  }
}

function newName() {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

export const store = new Store();
