import { html } from '../html.js';

/** What stands in the place of the page if the server does not let it in. */
export function Closed({ error }) {
  const locked = error.status === 401 || error.status === 429;
  return html`<main class="closed">
    <h1>Sluice</h1>
    <p role="alert">${locked ? 'This page needs the link that the server printed when it started.' : error.message}</p>
    ${locked
      ? html`<p>Open the line that begins with <code>http</code> and contains <code>#t=</code> in the terminal in
          which <code>sluice serve</code> runs. Each start of the server makes a new one.</p>
          ${error.status === 429 && html`<p>${error.message}</p>`}`
      : html`<p><button type="button" onClick=${() => location.reload()}>Try again</button></p>`}
  </main>`;
}
