import { html, render } from './html.js';
import { api } from './api.js';
import { store } from './store.js';
import { takeTheme } from './look/theme.js';
import { App } from './views/app.js';

takeTheme();
await enter();
render(html`<${App} />`, clean(document.getElementById('app')));

/** Trades the token of the address for a cookie, and takes it out of the address and the history. */
async function enter() {
  const token = /^#t=([^&]+)/.exec(location.hash)?.[1];
  if (token) history.replaceState(null, '', location.pathname);
  try {
    if (token) await api.session(decodeURIComponent(token));
    await store.begin();
  } catch (error) {
    store.closed = error;
  }
}

function clean(element) {
  element.replaceChildren();
  return element;
}
