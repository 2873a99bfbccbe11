/** The settings of this device: one desk for all parts of the page, opened by the first that asks. */
import { useSyncExternalStore } from 'react';
import { deviceStore } from '../store/device.ts';
import type { Settings } from './settings.ts';
import { settingsDesk, type SettingsDesk } from './settings-desk.ts';
import { chosenFaces } from './chosen-faces.ts';

let device: SettingsDesk | undefined;

export const deviceSettings = (): SettingsDesk =>
  (device ??= settingsDesk(deviceStore(), import.meta.env.BASE_URL, chosenFaces));

/** The settings as they are now, in this window and after changes in others. */
export const useSettings = (desk: SettingsDesk): Settings => useSyncExternalStore(desk.subscribe, desk.now);
