import { html } from '../html.js';

const EXAMPLES = ['Count to ten, slowly.', 'Write a haiku about coding.', 'Explain recursion to a ten-year-old.'];

/** What stands here before anything was asked. */
export function Empty({ store }) {
  const ask = (text) => {
    store.keepDraft(text);
    store.changed();
    document.getElementById('prompt').focus();
  };
  return html`<div class="empty">
    <h2>Ask something</h2>
    <p class="examples">${EXAMPLES.map((text) => html`<button type="button" onClick=${() => ask(text)}>${text}</button>`)}</p>
    <p class="muted">${where(store)}</p>
  </div>`;
}

function where({ about }) {
  const kept = about.archive
    ? 'Answers go on when you close this tab, and are kept in your archive on this machine.'
    : `Answers go on when you close this tab. They are kept in memory for ${Math.round(about.limits.keep_ms / 60_000)} minutes, and not on disk.`;
  const offline = about.endpoints[0].name === 'offline' ? ' A small built-in model answers, for no server is set up; it is no match for a real one.' : '';
  return kept + offline;
}
