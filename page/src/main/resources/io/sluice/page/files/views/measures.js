import { html, useEffect, useState } from '../html.js';
import { oncePerFrame } from '../frame.js';
import { endingOf } from '../runs/ending.js';
import { count, figuresOf, rate, seconds } from '../runs/figures.js';

/** What was measured of each run, while it is measured. */
export function MeasureTable({ runs }) {
  const [, set] = useState(0);
  useEffect(() => {
    const again = oncePerFrame(() => set((times) => times + 1));
    const ends = runs.map((run) => run.watch(again));
    return () => ends.forEach((end) => end());
  }, [runs]);
  return html`<div class="table" tabindex="0" role="group" aria-label="Measures"><table class="measures">
    <caption>${runs.some((run) => run.isLive) ? 'Measured so far' : 'Measured'}</caption>
    <thead><tr><th scope="col">Variant</th><th scope="col">First token</th><th scope="col">Total</th>
      <th scope="col">Tokens</th><th scope="col">Tokens/s</th><th scope="col">Status</th></tr></thead>
    <tbody>${runs.map((run) => html`<${Row} run=${run} />`)}</tbody>
  </table></div>`;
}

function Row({ run }) {
  const figures = figuresOf(run);
  const status = run.isLive ? 'live' : endingOf(run).words || 'complete';
  return html`<tr><th scope="row">${run.label}</th><td>${seconds(figures.firstMs)}</td><td>${seconds(figures.totalMs)}</td>
    <td>${count(figures.tokens, figures.estimated)}</td><td>${rate(figures.rate)}</td><td class="words">${status}</td></tr>`;
}
