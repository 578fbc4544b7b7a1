import { html, useEffect, useRef, useState } from '../html.js';
import { api } from '../api.js';
import { PastList } from './past-list.js';

const TYPING_MS = 200;

/** Past answers: all of them, or those that a search finds, by model and status. */
export function PastAnswers({ store }) {
  const { past } = store;
  const [words, setWords] = useState('');
  const [filter, setFilter] = useState({ model: '', status: '' });
  const hits = useSearch(store, words);
  const runs = newestOfEach(hits ?? past.runs).filter(
    (run) => (!filter.model || run.model === filter.model) && (!filter.status || run.status === filter.status),
  );
  const choose = (name) => (event) => setFilter({ ...filter, [name]: event.target.value });
  const focusList = (event) => {
    if (event.key === 'ArrowDown') document.querySelector('nav .past a')?.focus();
  };
  return html`
    <p class="brand"><img src="/assets/icon.svg" alt="" width="22" height="22" />Sluice</p>
    <p class="row"><a class="button" href="#" onClick=${(event) => fresh(event, store)}>New</a>
      <a class="button" href="#compare">Compare</a></p>
    <search>
      <label class="hidden" for="search">Search past answers</label>
      <input id="search" type="search" placeholder="Search  /" value=${words} autocomplete="off"
        onInput=${(event) => setWords(event.target.value)} onKeyDown=${focusList} />
      <details class="filters"><summary>Filter</summary>
        <${Choice} label="Model" values=${past.runs.map((run) => run.model)} value=${filter.model} onChange=${choose('model')} />
        <${Choice} label="Status" values=${past.runs.map((run) => run.status)} value=${filter.status} onChange=${choose('status')} />
      </details>
      <p class=${words ? 'hits muted' : 'hidden'} aria-live="polite">${words ? found(runs.length) : ''}</p>
    </search>
    ${past.error && html`<p class="mark bad">The list cannot be had: ${past.error}</p>`}
    <${PastList} runs=${runs} shown=${store.runs.at(-1)?.id}>
      ${past.hasMore && !hits && html`<button type="button" class="quiet" onClick=${() => past.more()}>Show older answers</button>`}
    </${PastList}>`;
}

function Choice({ label, values, value, onChange }) {
  return html`<label>${label}<select value=${value} onChange=${onChange}>
    <option value="">any</option>
    ${[...new Set(values)].filter(Boolean).sort().map((each) => html`<option value=${each}>${each}</option>`)}
  </select></label>`;
}

/** The archive is searched if there is one; else the questions that are listed. */
function useSearch(store, words) {
  const [hits, setHits] = useState();
  const latest = useRef(0);
  useEffect(() => {
    const mine = ++latest.current;
    if (!words.trim()) return setHits(undefined);
    const timer = setTimeout(async () => {
      const found = await find(store, words);
      if (mine === latest.current) setHits(found);
    }, TYPING_MS);
    return () => clearTimeout(timer);
  }, [words, store.past.runs]);
  return hits;
}

async function find(store, words) {
  const listed = store.past.runs.filter((run) => words.toLowerCase().split(/\s+/).every((word) => run.question.toLowerCase().includes(word)));
  if (!store.about.archive) return listed;
  try {
    const begun = /[\p{L}\p{N}]$/u.test(words) ? `${words}*` : words;
    const { hits } = await api.search(begun);
    return [...hits, ...listed.filter((run) => !hits.some((hit) => hit.id === run.id))];
  } catch {
    return listed;
  }
}

/** Of a conversation, or a comparison, the list has the newest run alone. */
function newestOfEach(runs) {
  const seen = new Set();
  return runs.filter(({ id, attributes = {} }) => {
    const of = attributes.conversation ?? attributes.comparison ?? id;
    return !seen.has(of) && seen.add(of);
  });
}

function found(number) {
  return number === 1 ? '1 answer' : `${number} answers`;
}

function fresh(event, store) {
  event.preventDefault();
  if (location.hash) location.hash = '';
  else store.go();
  document.getElementById('prompt')?.focus();
}
