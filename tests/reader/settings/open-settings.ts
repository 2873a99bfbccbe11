/** The settings of a window, with their mirror, and the document that they are shown on. */
import { onTestFinished } from 'vitest';
import { settingsStore, type SettingsStore } from '../../../src/reader/settings/settings-store.ts';
import { basePath, openWindow } from '../windows.ts';

/** Takes from the document what settings have put there. */
export function clearDocument() {
  const root = document.documentElement;
  for (const name of Object.keys(root.dataset)) delete root.dataset[name];
  root.removeAttribute('style');
  document.head.replaceChildren();
}

export function openSettings(store = openWindow()): SettingsStore {
  const settings = settingsStore(store, basePath(), ({ face }) =>
    face === 'sans' ? [['Inter', 'url(/inter.woff2)', { weight: '100 900' }]] : [],
  );
  onTestFinished(settings.close);
  return settings;
}

export const mirrorKey = () => `broadsheet:${basePath()}:settings`;
