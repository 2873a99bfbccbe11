/** What stands in the margins of printed pages is words of CSS, whatever a headline holds and in whichever language. */
import { describe, expect, test } from 'vitest';
import { pageNumber, quoted } from '../../../src/reader/print/printed-pages.ts';
import { print as arabic } from '../../../src/words/ar/print.ts';
import { print as english } from '../../../src/words/en/print.ts';
import { print as urdu } from '../../../src/words/ur/print.ts';

describe('a title as a string of CSS', () => {
  test.each([
    ['A hill in Pyongyang · Broadsheet', '"A hill in Pyongyang · Broadsheet"'],
    ['She said "no"', String.raw`"She said \"no\""`],
    [String.raw`A \ in a headline`, String.raw`"A \\ in a headline"`],
    ['two\nlines', '"two lines"'],
    ['اسکرین پر نستعلیق', '"اسکرین پر نستعلیق"'],
  ])('%s', (title, written) => {
    expect(quoted(title)).toBe(written);
  });
});

test.each([
  ['English', english, '"Page " counter(page) " of " counter(pages) ""'],
  ['Urdu', urdu, '"صفحہ " counter(page) " از " counter(pages) ""'],
  ['Arabic', arabic, '"الصفحة " counter(page) " من " counter(pages) ""'],
])('the number of the page in %s', (_, words, content) => {
  expect(pageNumber(words)).toBe(content);
});
