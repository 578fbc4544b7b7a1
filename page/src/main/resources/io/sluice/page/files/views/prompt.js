import { html, useLayoutEffect, useRef } from '../html.js';
import { attach, contentOf } from '../attachments.js';
import { PromptTokens } from './prompt-tokens.js';

const MOST_LINES = 12;

/** Where questions are typed. Enter sends, Shift+Enter breaks the line; on touch screens Enter breaks it. */
export function Prompt({ store, label = 'Your question', onSend = (content) => store.send(content) }) {
  const field = useRef();
  const live = store.live.length > 0;
  useLayoutEffect(() => field.current.focus(), []);
  const send = () => {
    const text = store.draft.trim();
    if (!text || live || store.starting) return;
    onSend(contentOf(text, store.files));
    if (!isTouch()) field.current.focus();
  };
  const take = async (files) => {
    for (const file of files) {
      try {
        store.files = [...store.files, await attach(file, store.about.limits.body)];
      } catch (error) {
        store.problem = error;
      }
    }
    store.changed();
  };
  const events = {
    onInput: (event) => (store.keepDraft(event.target.value), store.changed()),
    onKeyDown: (event) => {
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing || isTouch()) return;
      event.preventDefault();
      send();
    },
    onPaste: (event) => event.clipboardData.files.length && (event.preventDefault(), take(event.clipboardData.files)),
  };
  const dropped = (event) => (event.preventDefault(), take(event.dataTransfer.files));
  return html`<form class="prompt" onSubmit=${(event) => (event.preventDefault(), send())}
      onDragOver=${(event) => event.preventDefault()} onDrop=${dropped}>
    <${Files} store=${store} />
    <label class="hidden" for="prompt">${label}</label>
    <textarea id="prompt" ref=${field} placeholder="Ask …" value=${store.draft} ...${events}
      rows=${Math.min(MOST_LINES, store.draft.split('\n').length)}></textarea>
    ${live
      ? html`<button type="button" key="stop" class="stop" aria-keyshortcuts="Escape"
          onClick=${() => (store.stopAll(), field.current.focus())}>Stop</button>`
      : html`<button key="send" class="primary" aria-keyshortcuts="Enter" disabled=${store.starting}>Send</button>`}
    ${store.view === 'chat' && html`<${PromptTokens} store=${store} />`}
  </form>`;
}

function Files({ store }) {
  if (store.files.length === 0) return undefined;
  const drop = (file) => {
    store.files = store.files.filter((each) => each !== file);
    store.changed();
  };
  return html`<ul class="files" aria-label="Files that go along">
    ${store.files.map((file) => html`<li>${file.name}
      <button type="button" class="quiet" onClick=${() => drop(file)}>✕<span class="hidden"> Leave out ${file.name}</span></button></li>`)}
  </ul>`;
}

function isTouch() {
  return matchMedia('(pointer: coarse)').matches;
}
