/** The rules that an article's first look needs are kept, all others wait in the whole sheet. */
import { describe, expect, test } from 'vitest';
import { leanSheet } from '../../src/press/lean-sheet.ts';

const specimen = '<html lang="en" dir="ltr"><body><p class="lede big">A <a href="/">B</a></p></body>';

const leanOf = (sheet: string) => leanSheet(sheet, specimen).lean;

describe('a rule is in the lean sheet', () => {
  test.each([
    ['of an element', 'p{color:red}'],
    ['of a class', '.big{color:red}'],
    ['of both, in any order of the document', 'p.lede a{color:red}'],
    ['of everything', '*,:before{color:red}'],
    ['of a setting, which any element may be given', '[data-theme=dark] p{color:red}'],
    ['of a state', 'a:hover{color:red}'],
    ['of the absence of something', 'p:not(.x,table){color:red}'],
    ['of one of several', ':is(table,p) a{color:red}'],
    ['of the language of the document', '[lang|=en] p:lang(en){color:red}'],
    ['of the parts of an element', 'p::first-letter{color:red}'],
    ['inside a condition', '@layer a{@media (width<9rem){p{color:red}}}'],
    ['inside another', 'p{&.big{color:red}& a{color:red}}'],
    ['of an animation', '@keyframes x{from{color:red}to{color:blue}}'],
  ])('%s', (_, sheet) => {
    expect(leanOf(sheet)).toBe(sheet);
  });
});

describe('a rule waits', () => {
  test.each([
    ['of another element', 'table{color:red}'],
    ['of another class', '.lede.small{color:red}'],
    ['of another element among others', 'p table a{color:red}'],
    ['of none of several', ':is(table,.x) p{color:red}'],
    ['of a language that is not there', '[lang|=ur] p{color:red}'],
    ['of a direction that is not there', '[dir=rtl]{color:red}'],
    ['with what is around it, where that is empty then', '@layer a{@media (width<9rem){table{color:red}}}'],
    ['inside another', 'table{& a{color:red}}'],
  ])('%s', (_, sheet) => {
    expect(leanOf(sheet)).toBe('');
  });

  test('alone where it shares its body with one that is kept', () => {
    expect(leanOf('table,p,.x a{color:red}')).toBe('p{color:red}');
  });
});

describe('a face', () => {
  const face = (family: string) => `@font-face{font-family:${family};src:url(${family}.woff2)}`;
  const sheet = `${face('A')}${face('B')}p{font-family:A}[lang|=ur]{font-family:B}`;

  test('is in the lean sheet when a rule of it asks for the family, and in the whole one only otherwise', () => {
    const { lean, whole } = leanSheet(sheet, specimen);
    expect(lean).toBe(`${face('A')}p{font-family:A}`);
    expect(whole).toBe(`${face('B')}p{font-family:A}[lang|=ur]{font-family:B}`);
  });
});

describe('the lean sheet is enough for a page', () => {
  const { isEnoughFor } = leanSheet('p{color:red}p .note{color:red}[lang|=ur] a{color:red}table{color:red}', specimen);

  test.each([
    ['that is as the specimen', specimen, true],
    ['with what no rule asks for', `${specimen}<video class="x">`, true],
    ['with words that are called as a class', '<p>note table</p><p class="footnote">', true],
    ['with an element more', '<p><table>', false],
    ['with a class more', '<p><b class="a note b">', false],
    ['with another language', '<p lang="ur-PK">', false],
  ])('%s', (_, html, enough) => {
    expect(isEnoughFor(html)).toBe(enough);
  });
});
