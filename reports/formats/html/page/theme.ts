/// <reference lib="dom" />
import { byId } from './elements.ts';

const NAME = 'cancel-conformance-theme';

/** What was chosen before; a page from disk may have no memory. */
function remembered(): string | null {
  try {
    return localStorage.getItem(NAME);
  } catch {
    return null;
  }
}

function remember(theme: string): void {
  try {
    localStorage.setItem(NAME, theme);
  } catch {
    // It is chosen for this time only.
  }
}

const isDark = (): boolean =>
  document.documentElement.dataset.theme === undefined
    ? matchMedia('(prefers-color-scheme: dark)').matches
    : document.documentElement.dataset.theme === 'dark';

/** Lets the reader choose between dark and light; without a choice the system's holds. */
export function startTheme(): void {
  const choice = byId('theme');
  const chosen = remembered();
  if (chosen === 'dark' || chosen === 'light') document.documentElement.dataset.theme = chosen;
  const name = (): void => {
    choice.textContent = isDark() ? 'Light' : 'Dark';
    choice.setAttribute('aria-label', isDark() ? 'Light colours' : 'Dark colours');
  };
  choice.addEventListener('click', () => {
    const next = isDark() ? 'light' : 'dark';
    document.documentElement.dataset.theme = next;
    remember(next);
    name();
  });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', name);
  name();
}
