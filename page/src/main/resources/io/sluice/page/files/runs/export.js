import { endingOf } from './ending.js';
import { count, figuresOf } from './figures.js';
import { questionOf } from './messages.js';

/** A run as a Markdown file: question, answer, and what is known of it. */
export function asMarkdown(run) {
  const { tokens, estimated } = figuresOf(run);
  const ending = endingOf(run)?.words;
  return [
    `# ${questionOf(run.messages).split('\n')[0]}`,
    `${run.model}, ${run.started?.toISOString() ?? ''}, ${count(tokens, estimated)} tokens`,
    questionOf(run.messages).split('\n').map((line) => `> ${line}`).join('\n'),
    run.text,
    ...(ending ? [`*${ending}*`] : []),
  ].join('\n\n').concat('\n');
}
