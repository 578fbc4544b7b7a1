/** What views are written with: tagged templates that Preact renders. */
export { html, render, useEffect, useLayoutEffect, useRef, useState } from '/assets/htm-preact.js';
