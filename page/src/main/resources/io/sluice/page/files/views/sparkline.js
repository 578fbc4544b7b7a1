import { html } from '../html.js';

const WIDTH = 64;
const HEIGHT = 20;

/** How an answer grew over time, without an axis: the table has the numbers. */
export function Sparkline({ points }) {
  if (points.length < 2) return html`<svg class="sparkline" width=${WIDTH} height=${HEIGHT} aria-hidden="true"></svg>`;
  const [begin] = points[0];
  const [end, most] = points.at(-1);
  const line = points.map(([ms, length]) => {
    const x = ((ms - begin) / Math.max(1, end - begin)) * (WIDTH - 2) + 1;
    const y = HEIGHT - 2 - (length / Math.max(1, most)) * (HEIGHT - 4);
    return `${x.toFixed(1)},${y.toFixed(1)}`;
  });
  return html`<svg class="sparkline" width=${WIDTH} height=${HEIGHT} aria-hidden="true"><polyline points=${line.join(' ')} /></svg>`;
}
