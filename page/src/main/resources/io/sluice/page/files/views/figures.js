import { html } from '../html.js';
import { count, figuresOf, rate, seconds } from '../runs/figures.js';
import { useTicks } from './hooks.js';

/** Tokens, rate and times of a run; each number has a place of its own, so nothing moves. */
export function Figures({ run }) {
  useTicks(run.isLive, 250);
  const figures = figuresOf(run);
  if (figures.tokens === undefined && figures.firstMs === undefined) return undefined;
  return html`<dl class="figures">
    <${Figure} name="tokens" value=${count(figures.tokens, figures.estimated)} />
    <${Figure} name="speed" value=${rate(figures.rate)} />
    <${Figure} name="first" value=${seconds(figures.firstMs)} />
    <${Figure} name="time" value=${seconds(figures.totalMs)} />
    <${Figure} name="prompt" value=${count(figures.prompt)} />
  </dl>`;
}

function Figure({ name, value }) {
  return html`<div><dt>${name}</dt><dd>${value}</dd></div>`;
}
