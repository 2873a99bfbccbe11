/** Words of the reader's settings. */
export type SettingsMessages = { title: string };
