import { html, useRef, useState } from '../html.js';
import { endingOf } from '../runs/ending.js';
import { Answer } from './answer.js';
import { Question } from './chat.js';
import { useWatched } from './hooks.js';
import { MeasureTable } from './measures.js';
import { Problem } from './problem.js';
import { Prompt } from './prompt.js';
import { Sparkline } from './sparkline.js';
import { Variants, presetOf } from './variants.js';

/** One question, answered in several ways beside each other, and a table of what was measured. */
export function Comparison({ store }) {
  const [changed, setChanged] = useState();
  const variants = changed ?? presetOf('waiting', store);
  const runs = store.runs;
  return html`
    <div class="scroll" tabindex="0" role="region" aria-label="Comparison">
      <div class="wide">
        ${runs.length === 0
          ? html`<h2 class="title">Compare</h2><${Variants} store=${store} variants=${variants} onChange=${setChanged} />`
          : html`<div class="row between"><${Question} text=${store.question} /><a class="button" href="#compare">New comparison</a></div>
              <${Columns} runs=${runs} store=${store} />
              <${MeasureTable} runs=${runs} />`}
        <${Problem} error=${store.problem} />
      </div>
    </div>
    <${Prompt} store=${store} label="The question for all" onSend=${(content) => store.compare(content, variants)} />`;
}

/** Arrow keys lead from column to column; where there is no room for two, each has a tab. */
function Columns({ runs, store }) {
  const place = useRef();
  const [wide, setWide] = useState();
  const [tab, setTab] = useState(0);
  const move = (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step || !event.target.matches('section.variant')) return;
    event.preventDefault();
    const columns = [...place.current.children];
    columns[columns.indexOf(event.target) + step]?.focus();
  };
  return html`
    <div class="tabs" role="group" aria-label="Columns">${runs.map((run, at) => html`<${Tab} run=${run} chosen=${at === tab} onChoose=${() => setTab(at)} />`)}</div>
    <div class="columns" ref=${place} onKeyDown=${move}>
      ${runs.map((run, at) => html`<${Column} key=${run.id} run=${run} store=${store} chosen=${at === tab}
        wide=${wide === run.id} onWide=${() => setWide(wide === run.id ? undefined : run.id)} />`)}
    </div>`;
}

function Tab({ run, chosen, onChoose }) {
  useWatched(run);
  return html`<button type="button" aria-pressed=${chosen} onClick=${onChoose}>${run.label} <span class=${`state ${run.status}`}>${stateOf(run)}</span></button>`;
}

function Column({ run, store, chosen, wide, onWide }) {
  useWatched(run);
  const name = `column-${run.id}`;
  return html`<section class=${`variant ${chosen ? 'chosen' : ''} ${wide ? 'widened' : ''}`} tabindex="0" aria-labelledby=${name}>
    <header>
      <h3 id=${name}>${run.label}</h3><span class=${`state ${run.status}`}>${stateOf(run)}</span>
      <${Sparkline} points=${run.points} />
      <button type="button" class="quiet only-wide" aria-pressed=${wide} onClick=${onWide}>Widen</button>
      ${run.isLive && html`<button type="button" class="quiet stop-one" onClick=${() => run.stop()}>Stop<span class="hidden"> ${run.label}</span></button>`}
    </header>
    <${Answer} run=${run} store=${store} />
  </section>`;
}

function stateOf(run) {
  if (run.isLive) return run.firstMs === undefined ? 'waiting' : 'answering';
  const ending = endingOf(run);
  return ending.kind === 'ok' ? 'complete' : ending.words.split(':')[0].toLowerCase();
}
