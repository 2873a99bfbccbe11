/** The settings of this device: one store for all parts of the page, opened by the first that asks. */
import { useSyncExternalStore } from 'react';
import { deviceStore } from '../store/device.ts';
import type { Settings } from './settings.ts';
import { settingsStore, type SettingsStore } from './settings-store.ts';
import { chosenFaces } from './chosen-faces.ts';

let device: SettingsStore | undefined;

export const deviceSettings = (): SettingsStore =>
  (device ??= settingsStore(deviceStore(), import.meta.env.BASE_URL, chosenFaces));

/** The settings as they are now, in this window and after changes in others. */
export const useSettings = (store: SettingsStore): Settings => useSyncExternalStore(store.subscribe, store.now);
