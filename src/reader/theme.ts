/**
 * The paper the reader chose: a throw-away value in localStorage, so that the script in the head of the document can
 * set it before the first paint. Where storage is blocked the choice lasts as long as the page.
 */
export const themes = ['system', 'light', 'sepia', 'dark'] as const;
export type Theme = (typeof themes)[number];

const storageKey = `broadsheet:${import.meta.env.BASE_URL}:theme`;

/** What is set on the document now. */
export function theme(): Theme {
  const chosen = document.documentElement.dataset['theme'];
  return themes.find((candidate) => candidate === chosen) ?? 'system';
}

export function chooseTheme(chosen: Theme): void {
  show(chosen);
  try {
    if (chosen === 'system') localStorage.removeItem(storageKey);
    else localStorage.setItem(storageKey, chosen);
  } catch {
    // Storage is blocked or full: the page has the paper all the same.
  }
  for (const listener of listeners) listener();
}

const listeners = new Set<() => void>();

/** Calls `listener` when the paper changes, in this tab or in another. */
export function subscribeToTheme(listener: () => void): () => void {
  const fromAnotherTab = ({ key, newValue }: StorageEvent) => {
    if (key !== storageKey) return;
    show(themes.find((candidate) => candidate === newValue) ?? 'system');
    listener();
  };
  listeners.add(listener);
  addEventListener('storage', fromAnotherTab);
  return () => {
    listeners.delete(listener);
    removeEventListener('storage', fromAnotherTab);
  };
}

function show(chosen: Theme): void {
  if (chosen === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = chosen;
}
