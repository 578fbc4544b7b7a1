import { html } from '../html.js';
import { seconds } from '../runs/figures.js';
import { useTicks } from './hooks.js';

/** Until the first token: for whom, and for how long. */
export function Waiting({ run }) {
  useTicks(true, 100);
  return html`<div class="waiting">
    <p>${words(run)} <span class="figure">${seconds(performance.now() - run.phaseSince)}</span></p>
    <div class="bar" aria-hidden="true"></div>
  </div>`;
}

function words(run) {
  const model = run.model || 'the model';
  const place = host(run.source);
  if (run.stopping) return 'Stopping ·';
  if (run.phase === 'retrying') {
    return `Trying again (attempt ${run.retrying?.attempt ?? 2}): ${run.retrying?.error?.message ?? 'the last one failed'} ·`;
  }
  return `${run.phase === 'connecting' ? 'Connecting to' : 'Waiting for'} ${model}${place} ·`;
}

function host(source) {
  try {
    return ` at ${new URL(source).host}`;
  } catch {
    return '';
  }
}
