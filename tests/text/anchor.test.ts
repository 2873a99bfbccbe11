/** A passage is found again by its words, with its context and its place. */
import { expect, test } from 'vitest';
import { find, passageAt } from '../../src/text/anchor.ts';

test('positions are counted in code points, and find the right one of two', () => {
  const text = `${'😀'.repeat(40)} the same words. ${'😀'.repeat(80)} the same words. ${'😀'.repeat(80)}`;
  const [first, second] = [text.indexOf('same'), text.lastIndexOf('same')] as const;
  expect(passageAt(text, first, first + 4)).toMatchObject({ start: 45, end: 49 });
  for (const start of [first, second]) {
    const passage = passageAt(text, start, start + 4);
    expect(passage.start).toBe(Array.from(text.slice(0, start)).length);
    expect(find(passage, text)).toEqual({ start, end: start + 4 });
    // Where its surroundings were edited too, the nearest is meant.
    expect(find({ ...passage, prefix: '', suffix: '' }, text)).toEqual({ start, end: start + 4 });
  }
});

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
