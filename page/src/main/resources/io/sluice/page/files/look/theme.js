const KEY = 'sluice.theme';
export const THEMES = { auto: 'System colours', light: 'Light', dark: 'Dark' };

export function themeNow() {
  return localStorage.getItem(KEY) ?? 'auto';
}

/** Shows the theme that was chosen in this browser. */
export function takeTheme() {
  const theme = themeNow();
  if (theme === 'auto') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

export function chooseTheme(theme) {
  localStorage.setItem(KEY, theme);
  takeTheme();
}
