import type { SettingsMessages } from './settings.ts';

export const settingsEn: SettingsMessages = { title: '' };
