/** Which terms of the glossary a query asks for. */
import { expect, test } from 'vitest';
import { matchingTerms } from '../../src/search/glossary-terms.ts';

const terms = [
  { id: 'g-dateline', forms: ['dateline', 'datelines'] },
  { id: 'g-date', forms: ['date'] },
  { id: 'g-drop-cap', forms: ['drop cap'] },
  { id: 'g-résumé', forms: ['résumé'] },
  { id: 'g-نستعلیق', forms: ['نستعلیق'] },
  ...[1, 2, 3, 4].map((number) => ({ id: `g-word-${number}`, forms: [`wording ${number}`] })),
].map((term) => ({ ...term, explanation: '…' }));

test.each([
  ['dateline', ['g-dateline']],
  [' DATELINES ', ['g-dateline']],
  ['"drop  cap"', ['g-drop-cap']],
  ['date', ['g-date']],
  ['dat', ['g-dateline', 'g-date']],
  ['da', []],
  ['resume', ['g-résumé']],
  ['نستعليق', ['g-نستعلیق']],
  ['the dateline', []],
  ['wording', ['g-word-1', 'g-word-2', 'g-word-3']],
  ['', []],
  ['?!', []],
])('%j: %j', (query, ids) => {
  expect(matchingTerms(query, terms).map(({ id }) => id)).toEqual(ids);
});
