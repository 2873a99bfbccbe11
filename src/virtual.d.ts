/** The words of the interface in the publication's language, chosen at build (`src/press/plugin.ts`). */
declare module 'virtual:broadsheet/words' {
  export const screen: import('./words/words.ts').ScreenWords;
}

/** Whether the site is built to be kept on devices (`npm run build -- --no-offline` says no; in dev it never is). */
declare const KEEPS_OFFLINE: boolean;

/** The face that the publication is set in, as its theme says it. */
declare const PUBLICATION_FACE: 'literata' | 'sans' | 'legible';
