import { html, useRef, useState } from '../html.js';
import { copyButton } from '../markdown/code.js';
import { asMarkdown } from '../runs/export.js';

/** What can be done with an answer that has ended. */
export function Actions({ run, store }) {
  const [asking, setAsking] = useState(false);
  const file = `/api/runs/${run.id}`;
  return html`<div class="actions">
    <${CopyAnswer} run=${run} />
    ${run.isReplay ? html`<a href=${`#run=${run.id}`}>Back to the answer</a>` : html`<a href=${`#replay=${run.id}`}>Replay</a>`}
    <details class="menu"><summary>Export …</summary>
      <p><button type="button" class="quiet" onClick=${() => save(run)}>Markdown</button>
      <a href=${file} download=${`${run.id}.json`}>JSON</a>
      <a href=${`${file}/transcript`} download=${`${run.id}.jsonl`}>Transcript</a></p>
    </details>
    ${asking
      ? html`<${DeleteQuestion} onYes=${() => store.remove(run.id)} onNo=${() => setAsking(false)} />`
      : html`<button type="button" class="quiet" onClick=${() => setAsking(true)}>Delete</button>`}
  </div>`;
}

function DeleteQuestion({ onYes, onNo }) {
  const focus = (button) => button?.focus();
  return html`<span role="group" aria-label="Delete this answer?" class="asked">Delete it for good?
    <button type="button" class="stop" onClick=${onYes}>Delete</button>
    <button type="button" ref=${focus} onClick=${onNo}>Keep</button></span>`;
}

function CopyAnswer({ run }) {
  const put = useRef((place) => {
    if (place && !place.firstChild) place.append(copyButton('Copy', () => run.text));
  });
  return html`<span ref=${put.current}></span>`;
}

function save(run) {
  const address = URL.createObjectURL(new Blob([asMarkdown(run)], { type: 'text/markdown' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `${run.id}.md`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
