/**
 * The words of the interface, by who needs them. English is the type: a word that another language lacks, or has too
 * many, does not compile, and the error names it.
 */

/** Said by components, and in the first script of every page. */
export type ScreenWords = typeof import('./en/interface.ts').screen;

/** Set into the data of a page when it is computed; they never reach the browser as code. */
export type PressWords = typeof import('./en/interface.ts').press;

/** What a language has. */
export type Words = { screen: ScreenWords; press: PressWords };

/** Loaded with what belongs to the reader, a part a feature. */
export type ReaderWords = typeof import('./en/reader.ts').reader;
export type SettingsWords = ReaderWords['settings'];
export type KeysWords = ReaderWords['keys'];
export type ShelfWords = ReaderWords['shelf'];
export type MarksWords = ReaderWords['marks'];
export type NotesWords = ReaderWords['notes'];
export type PicturesWords = ReaderWords['pictures'];
export type BackupWords = ReaderWords['backup'];
export type OfflineWords = ReaderWords['offline'];
export type PrintWords = ReaderWords['print'];

/** Why this device keeps or shows nothing, by the kind of the problem. */
export type StorageProblemWords = ReaderWords['problems'];

/** Loaded with the form for responses. */
export type ResponsesWords = typeof import('./en/responses.ts').responses;

/** Loaded when search is opened. */
export type SearchWords = typeof import('./en/search.ts').search;
