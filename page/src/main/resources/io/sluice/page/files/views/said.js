import { html, useLayoutEffect, useRef } from '../html.js';
import { MarkdownStream } from '../markdown/stream.js';

/** An answer of before, whole. */
export function Said({ text }) {
  const place = useRef();
  useLayoutEffect(() => {
    place.current.replaceChildren();
    const markdown = new MarkdownStream(place.current);
    markdown.write(text);
    markdown.end();
  }, [text]);
  return html`<div class="said" ref=${place}></div>`;
}
