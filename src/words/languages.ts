/** The languages of the interface. Another one is a folder beside these, with the files of `en/`, and a line here. */
export * as ar from './ar/interface.ts';
export * as en from './en/interface.ts';
export * as ur from './ur/interface.ts';
