import { expect, test } from 'vitest';
import { find, passageAt } from '../../../src/reader/marks/anchor.ts';

test('a passage holds its words, their context, their place and their block', () => {
  const text = `First.\n\n${'a'.repeat(70)} words here ${'b'.repeat(70)}\n\nLast.`;
  const start = text.indexOf('words');
  expect(passageAt(text, start, start + 10)).toEqual({
    exact: 'words here',
    prefix: `${'a'.repeat(63)} `,
    suffix: ` ${'b'.repeat(63)}`,
    start,
    end: start + 10,
    block: 1,
  });
  expect(find(passageAt(text, start, start + 10), text)).toEqual({ start, end: start + 10 });
});
