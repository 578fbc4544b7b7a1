import { html, useEffect, useRef, useState } from '../html.js';
import { isEditable } from '../keys.js';

/** How far from the end still counts as the end. */
const NEAR = 64;

/** A place that scrolls along with what grows in it, if its reader is at the end. */
export function Following({ runs, children }) {
  const place = useRef();
  const atEnd = useRef(true);
  const [away, setAway] = useState(false);
  const toEnd = () => place.current.scrollTo(0, place.current.scrollHeight);
  const look = () => {
    const { scrollHeight, scrollTop, clientHeight } = place.current;
    atEnd.current = scrollHeight - scrollTop - clientHeight < NEAR;
    setAway(!atEnd.current);
  };
  useEffect(() => {
    const grown = new ResizeObserver(() => (atEnd.current ? toEnd() : look()));
    grown.observe(place.current.firstElementChild);
    const pressed = (event) => {
      if (event.key === 'End' && !isEditable(event.target) && !event.ctrlKey) toEnd();
    };
    document.addEventListener('keydown', pressed);
    return () => (grown.disconnect(), document.removeEventListener('keydown', pressed));
  }, []);
  useEffect(toEnd, [runs.length, runs.at(-1)?.id]);
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Conversation" ref=${place} onScroll=${look}>
      <div class="column">${children}</div>
    </div>
    ${away && html`<button type="button" class="newest" onClick=${toEnd}>↓ Jump to the newest</button>`}`;
}
