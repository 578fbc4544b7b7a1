import { html, useEffect, useState } from '../html.js';
import { isEditable } from '../keys.js';
import { useStore } from './hooks.js';
import { Chat } from './chat.js';
import { Comparison } from './comparison.js';
import { Closed } from './closed.js';
import { PastAnswers } from './past.js';
import { Settings } from './settings.js';
import { ThemeSwitch } from './theme.js';

/** The whole page: its header, the past answers beside, and what is read or asked. */
export function App() {
  const store = useStore();
  const [drawer, setDrawer] = useState(false);
  const [settings, setSettings] = useState(false);
  useEffect(() => watchKeys(store, setDrawer), []);
  useEffect(() => setDrawer(false), [store.view, store.runs.at(-1)?.id]);
  if (store.closed) return html`<${Closed} error=${store.closed} />`;
  return html`
    <a class="skip" href="#prompt" onClick=${skip}>Skip to the prompt</a>
    <div class=${`frame ${drawer ? 'with-drawer' : ''}`}>
      <nav aria-label="Answers" id="drawer"><${PastAnswers} store=${store} /></nav>
      <div class="work">
        <header>
          <button type="button" class="quiet only-narrow" aria-expanded=${drawer} aria-controls="drawer"
            onClick=${() => setDrawer(!drawer)}>☰<span class="hidden">Past answers</span></button>
          <h1 class="hidden">Sluice</h1>
          <button type="button" class="choice" aria-haspopup="dialog" onClick=${() => setSettings(true)}>
            <span class="model">${store.choice.model || 'Choose a model'}</span>
            <span class="muted"> · ${store.choice.endpoint}</span>
          </button>
          <${ThemeSwitch} />
        </header>
        <main>${store.view === 'compare' ? html`<${Comparison} store=${store} />` : html`<${Chat} store=${store} />`}</main>
      </div>
    </div>
    <${Settings} store=${store} open=${settings} onClose=${() => setSettings(false)} />
    <div id="announcer" class="hidden" role="status"></div>
    <div id="alarm" class="hidden" role="alert"></div>`;
}

/** The fragment names what is shown, so the link must not change it. */
function skip(event) {
  event.preventDefault();
  document.getElementById('prompt')?.focus();
}

/** Escape stops, "/" finds; both only where the key has no other meaning. */
function watchKeys(store, setDrawer) {
  const pressed = (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    if (document.querySelector('dialog[open]')) return;
    if (event.key === 'Escape') {
      if (!closedMenu(event.target, setDrawer)) store.stopAll();
    } else if (event.key === '/' && !isEditable(event.target)) {
      event.preventDefault();
      setDrawer(true);
      requestAnimationFrame(() => document.getElementById('search').focus());
    }
  };
  document.addEventListener('keydown', pressed);
  return () => document.removeEventListener('keydown', pressed);
}

/** A menu that is open, the drawer, and words in the search have the first claim on Escape. */
function closedMenu(target, setDrawer) {
  const menu = document.querySelector('.menu[open]');
  if (menu) menu.open = false;
  const drawer = document.querySelector('.with-drawer');
  if (drawer) setDrawer(false);
  return menu || (drawer && matchMedia('(max-width: 719px)').matches) || (target.id === 'search' && target.value);
}
