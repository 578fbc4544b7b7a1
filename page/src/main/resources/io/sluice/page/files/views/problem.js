import { html, useEffect } from '../html.js';
import { alarm } from '../announcer.js';

/** An error in the place where the answer would stand. */
export function Problem({ error }) {
  useEffect(() => error && alarm(error.message), [error]);
  return error && html`<p class="mark bad"><span aria-hidden="true">✕ </span>${error.message}</p>`;
}
