/** A tab that nobody sees draws no frames, but is read by tests, printers and screen readers. */
const LONGEST_MS = 150;

/** Calls `work` once in the next frame, however often it is asked for. */
export function oncePerFrame(work) {
  let frame;
  let timer;
  const go = () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
    timer = undefined;
    work();
  };
  return () => {
    if (timer !== undefined) return;
    timer = setTimeout(go, LONGEST_MS);
    frame = requestAnimationFrame(go);
  };
}
