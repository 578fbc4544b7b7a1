import { html, useEffect, useLayoutEffect, useRef } from '../html.js';
import { alarm, announce } from '../announcer.js';
import { oncePerFrame } from '../frame.js';
import { MarkdownStream } from '../markdown/stream.js';
import { endingOf } from '../runs/ending.js';
import { count, figuresOf, seconds } from '../runs/figures.js';
import { useWatched } from './hooks.js';
import { Actions } from './actions.js';
import { Figures } from './figures.js';
import { Waiting } from './waiting.js';

/** An answer that grows: what is waited for, reasoning, text, figures, and how it ended. */
export function Answer({ run, store }) {
  useWatched(run);
  useAnnouncements(run);
  const name = `by-${run.id}`;
  const ending = endingOf(run);
  const time = run.started?.toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
  return html`<article aria-labelledby=${name} aria-busy=${run.isLive} data-run=${run.id} data-lines=${run.lines} data-status=${run.status}>
    <p class="by" id=${name}>${run.model} · <time>${time}</time>${run.isReplay && ' · replay'}${run.request?.temperature !== undefined && ` · temperature ${run.request.temperature}`}</p>
    <${Reasoning} run=${run} />
    <${Text} run=${run} />
    ${run.tools.map((tool) => html`<p class="tool"><span class="muted">calls </span><code>${tool.name}(${tool.input})</code></p>`)}
    ${run.isLive && run.firstMs === undefined && html`<${Waiting} run=${run} />`}
    ${run.connection && html`<p class="mark warn"><span aria-hidden="true">▲ </span>${connectionWords(run)}</p>`}
    ${run.trouble && html`<p class="mark bad"><span aria-hidden="true">✕ </span>${run.trouble}</p>`}
    <${EndMark} ending=${ending} run=${run} store=${store} />
    <${Figures} run=${run} />
    ${ending && html`<${Actions} run=${run} store=${store} />`}
  </article>`;
}

function Reasoning({ run }) {
  if (!run.reasoning) return undefined;
  const words = run.thoughtMs === undefined ? 'Thinking …' : `Thought for ${seconds(run.thoughtMs)}`;
  return html`<details class="reasoning"><summary>${words}</summary><p>${run.reasoning}</p></details>`;
}

/** The text belongs to the browser: Preact knows only the element that it stands in. */
function Text({ run }) {
  const place = useRef();
  useLayoutEffect(() => {
    place.current.replaceChildren();
    const markdown = new MarkdownStream(place.current);
    let shown = 0;
    let whole = false;
    const grow = () => {
      if (whole) return;
      markdown.write(run.text.slice(shown));
      shown = run.text.length;
      if (!run.isLive) {
        markdown.end();
        whole = run.reader !== undefined;
      }
    };
    grow();
    const later = oncePerFrame(grow);
    return run.watch(() => (run.isLive ? later() : grow()));
  }, [run]);
  return html`<div class="text" ref=${place}></div>`;
}

function EndMark({ ending, run, store }) {
  if (!ending?.words) return undefined;
  return html`<p class=${`mark ${ending.kind}`}>
    <span><span aria-hidden="true">${ending.icon} </span>${ending.words}</span>
    ${store.view === 'chat' && !run.isReplay && html`<span class="row">
      <button type="button" onClick=${() => store.retry(run)}>Retry</button>
      ${ending.goOn && html`<button type="button" onClick=${() => store.goOn(run)}>Continue</button>`}
    </span>`}
  </p>`;
}

function connectionWords(run) {
  return run.connection === 'locked'
    ? 'The server was started anew and no longer knows this page. Open the link it printed; what came is kept.'
    : 'Connection lost, trying again. The answer goes on meanwhile.';
}

function useAnnouncements(run) {
  const busy = run.isLive && run.firstMs !== undefined;
  const wasLive = useRef(run.isLive);
  useEffect(() => busy && announce('Answering'), [busy]);
  useEffect(() => {
    if (run.connection) announce('Connection lost, trying again');
    else if (run.wasLost) announce('Back');
    run.wasLost = run.connection !== undefined;
  }, [run.connection]);
  useEffect(() => {
    if (wasLive.current && !run.isLive) tellEnd(run);
    wasLive.current = run.isLive;
  }, [run.status]);
}

function tellEnd(run) {
  const ending = endingOf(run);
  const { tokens, estimated } = figuresOf(run);
  if (ending.kind === 'bad') alarm(ending.words);
  else announce(ending.words || `Answer complete, ${estimated ? 'about ' : ''}${count(tokens)} tokens`);
}
