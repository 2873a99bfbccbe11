/** Letters that are the same to a reader are the same to a search. */
import { expect, test } from 'vitest';
import { folded, hasWords } from '../../../src/reader/shelf/folded.ts';

test.each([
  ['Émigré', 'emigre'],
  ['Ångström', 'angstrom'],
  ['ISTANBUL’S', "istanbul's"],
  ['ﬁle', 'file'],
  ['Ａｂｃ', 'abc'],
  ['كتاب', 'کتاب'],
  ['علي', 'علی'],
  ['مدرسة', 'مدرسہ'],
  ['مدرسه', 'مدرسہ'],
  ['أردو', 'اردو'],
  ['آپ', 'اپ'],
  ['رئیس', 'رییس'],
  ['قُرْآن', 'قران'],
  ['خــط', 'خط'],
  ['می\u200cشود', 'میشود'],
  ['۱۹۴۷', '1947'],
  ['١٩٤٧', '1947'],
  ['日本語', '日本語'],
  ['', ''],
])('%j is compared as %j', (text, expected) => {
  expect(folded(text)).toBe(expected);
});

test.each([
  ['A hill in Pyongyang\nBy M A Hossain\nOpinion', 'pyong hossain', true],
  ['A hill in Pyongyang\nBy M A Hossain\nOpinion', '  HILL  ', true],
  ['A hill in Pyongyang', 'hill valley', false],
  ['A hill in Pyongyang', '', true],
  ['اسکرین پر نستعلیق', 'نستعليق اسكرين', true],
  ['A hill in Pyongyang', '.*', false],
])('in %j, %j is found: %j', (text, query, found) => {
  expect(hasWords(folded(text), query)).toBe(found);
});
