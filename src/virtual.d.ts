/** The words of the interface in the publication's language, chosen at build (`src/press/plugin.ts`). */
declare module 'virtual:broadsheet/words' {
  export const screen: import('./words/words.ts').ScreenWords;
}
