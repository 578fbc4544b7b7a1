import { html } from '../html.js';
import { questionOf, textOf } from '../runs/messages.js';
import { Answer } from './answer.js';
import { Empty } from './empty.js';
import { Following } from './following.js';
import { Problem } from './problem.js';
import { Prompt } from './prompt.js';
import { Said } from './said.js';

/** A conversation: what was said, and the prompt below. */
export function Chat({ store }) {
  const isEmpty = store.runs.length === 0;
  return html`
    <${Following} runs=${store.runs}>
      ${isEmpty && html`<${Empty} store=${store} />`}
      ${store.earlier.map((message, at) =>
        message.role === 'user'
          ? html`<${Question} key=${`earlier-${at}`} text=${textOf(message.content)} />`
          : html`<${Said} key=${`earlier-${at}`} text=${textOf(message.content)} />`,
      )}
      ${store.runs.map((run) => html`
        <section class="turn" key=${run.id}>
          <${Question} text=${questionOf(run.messages)} />
          <${Answer} run=${run} store=${store} />
        </section>`)}
      <${Problem} error=${store.problem} />
    </${Following}>
    <${Prompt} store=${store} />`;
}

export function Question({ text }) {
  return html`<h2 class="question"><span class="hidden">You asked: </span>${text}</h2>`;
}
