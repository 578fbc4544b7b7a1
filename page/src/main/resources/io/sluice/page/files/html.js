/** What views are written with: tagged templates that Preact renders. */
export {
  html,
  render,
  Component,
  useState,
  useEffect,
  useLayoutEffect,
  useRef,
} from '/assets/htm-preact.js';
