import type { SettingsMessages } from './settings.ts';

export const settingsUr: SettingsMessages = { title: '' };
