/** Calls `work` once in the next frame, however often it is asked for; at once where no frame is drawn. */
export function oncePerFrame(work) {
  let asked = false;
  const go = () => {
    asked = false;
    work();
  };
  return () => {
    if (asked) return;
    asked = true;
    if (document.hidden) setTimeout(go, 100);
    else requestAnimationFrame(go);
  };
}
