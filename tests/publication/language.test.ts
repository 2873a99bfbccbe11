/** The direction of a language, and how text says that it is in another. */
import { describe, expect, test } from 'vitest';
import { directionOf, languageAttributes } from '../../src/publication/language.ts';

describe('the direction of a language', () => {
  test.each([
    ['en', 'ltr'],
    ['en-GB', 'ltr'],
    ['tr', 'ltr'],
    ['ko', 'ltr'],
    ['zh-Hant-TW', 'ltr'],
    ['ur', 'rtl'],
    ['ur-PK', 'rtl'],
    ['ur-Aran', 'rtl'],
    ['ur-Latn', 'ltr'],
    ['ar', 'rtl'],
    ['ar-Latn', 'ltr'],
    ['he', 'rtl'],
    ['yi', 'rtl'],
    ['fa', 'rtl'],
    ['ps', 'rtl'],
    ['sd', 'rtl'],
    ['sd-Deva', 'ltr'],
    ['ug', 'rtl'],
    ['ks', 'rtl'],
    ['ckb', 'rtl'],
    ['ku', 'ltr'],
    ['ku-Arab', 'rtl'],
    ['az', 'ltr'],
    ['az-Arab', 'rtl'],
    ['pa', 'ltr'],
    ['pa-IN', 'ltr'],
    ['pa-PK', 'rtl'],
    ['pa-Arab', 'rtl'],
    ['dv', 'rtl'],
    ['syr', 'rtl'],
    ['nqo', 'rtl'],
    ['ff-Adlm', 'rtl'],
    ['ff', 'ltr'],
    ['UR-pk', 'rtl'],
  ] as const)('%s is %s', (language, direction) => {
    expect(directionOf(language)).toBe(direction);
  });
});

describe('what text in a language says of itself', () => {
  test.each([
    ['nothing where it says no language', undefined, 'en', {}],
    ['nothing in the language of the interface', 'ur', 'ur', {}],
    ['its language only, where both run the same way', 'fr', 'en', { lang: 'fr' }],
    ['its language only, where both run right to left', 'fa', 'ur', { lang: 'fa' }],
    ['language and direction of Urdu in English', 'ur', 'en', { lang: 'ur', dir: 'rtl' }],
    ['language and direction of English in Urdu', 'en', 'ur', { lang: 'en', dir: 'ltr' }],
    ['the script decides, not the language', 'ur-Latn', 'en', { lang: 'ur-Latn' }],
    ['a regional form is another language', 'en-IN', 'en', { lang: 'en-IN' }],
  ])('%s', (_, language, around, said) => {
    expect(languageAttributes(language, around)).toEqual(said);
  });
});
