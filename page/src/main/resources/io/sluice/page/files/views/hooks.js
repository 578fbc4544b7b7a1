import { useEffect, useLayoutEffect, useState } from '../html.js';
import { oncePerFrame } from '../frame.js';
import { store } from '../store.js';

/** Renders the view anew when the store changes. */
export function useStore() {
  useWatched(store);
  return store;
}

/** Renders the view anew, once a frame at most, when `watched` changes. */
export function useWatched(watched) {
  const [, set] = useState(0);
  useLayoutEffect(() => watched?.watch(oncePerFrame(() => set((times) => times + 1))), [watched]);
}

/** Renders the view anew from time to time, while `on`. */
export function useTicks(on, everyMs) {
  const [, set] = useState(0);
  useEffect(() => {
    if (!on) return undefined;
    const timer = setInterval(() => set((times) => times + 1), everyMs);
    return () => clearInterval(timer);
  }, [on]);
}
