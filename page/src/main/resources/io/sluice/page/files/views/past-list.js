import { html, useRef } from '../html.js';

const WORDS = { live: 'answering', completed: '', stopped: 'stopped', truncated: 'cut off', timed_out: 'timed out', failed: 'failed' };

/** Runs by day, as links. One of them is in the order of Tab; arrows lead to the others. */
export function PastList({ runs, shown, children }) {
  const list = useRef();
  const move = (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const links = [...list.current.querySelectorAll('a')];
    const next = links[links.indexOf(document.activeElement) + step];
    (next ?? (step < 0 ? document.getElementById('search') : undefined))?.focus();
  };
  const first = runs.some((run) => run.id === shown) ? shown : runs[0]?.id;
  return html`<div class="past" ref=${list} onKeyDown=${move}>
    ${byDay(runs).map(([day, some]) => html`<h2 key=${day}>${day}</h2>
      <ul key=${`${day}-list`}>${some.map((run) => html`<li key=${run.id}><${Item} run=${run} shown=${shown} inOrder=${run.id === first} /></li>`)}</ul>`)}
    ${children}
  </div>`;
}

function Item({ run, shown, inOrder }) {
  const comparison = run.attributes?.comparison;
  const time = new Date(run.started).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
  const word = WORDS[run.status] ?? run.status;
  return html`<a href=${comparison ? `#compare=${comparison}` : `#run=${run.id}`} tabindex=${inOrder ? 0 : -1}
      aria-current=${run.id === shown ? 'page' : undefined}>
    <span class="title">${run.question || 'No question'}</span>
    ${run.excerpt && html`<span class="excerpt"><${Marked} text=${run.excerpt} marks=${run.marks} /></span>`}
    <span class="about">${[time, comparison ? 'comparison' : run.model].filter(Boolean).join(' · ')}${word && html` · <span class=${`state ${run.status}`}>${word}</span>`}</span>
  </a>`;
}

/** The words that were searched for, marked. */
function Marked({ text, marks = [] }) {
  let from = 0;
  const parts = marks.flatMap(([begin, end]) => {
    const before = text.slice(from, begin);
    from = end;
    return [before, html`<mark>${text.slice(begin, end)}</mark>`];
  });
  return [...parts, text.slice(from)];
}

function byDay(runs) {
  const days = new Map();
  for (const run of runs) {
    const day = dayOf(new Date(run.started));
    days.set(day, [...(days.get(day) ?? []), run]);
  }
  return [...days];
}

function dayOf(date) {
  const today = new Date();
  const days = Math.round((new Date(today.toDateString()) - new Date(date.toDateString())) / 86_400_000);
  if (days === 0) return 'Today';
  if (days === 1) return 'Yesterday';
  return date.toLocaleDateString([], { day: 'numeric', month: 'long', year: date.getFullYear() === today.getFullYear() ? undefined : 'numeric' });
}
