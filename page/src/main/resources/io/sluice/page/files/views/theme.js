import { html, useState } from '../html.js';
import { THEMES, chooseTheme, themeNow } from '../look/theme.js';

/** A choice of three. */
export function ThemeSwitch() {
  const [theme, setTheme] = useState(themeNow());
  const choose = (event) => {
    chooseTheme(event.target.value);
    setTheme(event.target.value);
  };
  return html`<label class="theme"><span class="hidden">Colours</span>
    <select value=${theme} onChange=${choose}>
      ${Object.entries(THEMES).map(([name, label]) => html`<option value=${name}>${label}</option>`)}
    </select></label>`;
}
