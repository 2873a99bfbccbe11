/** The column of notes beside a text: level with their marks where they can be, never over each other. */
import { expect, test } from 'vitest';
import { stacked } from '../../../src/reader/beside/stacked.ts';
import { randomFrom } from '../../random.ts';

const wish = (level: number, height: number) => ({ level, height });

test.each([
  ['none', [], []],
  ['one, where its mark is', [wish(40, 20)], [40]],
  ['two that are far from each other', [wish(0, 20), wish(100, 20)], [0, 100]],
  ['two that touch, with the gap between them', [wish(0, 20), wish(25, 20)], [0, 30]],
  ['three at one mark, each below the other', [wish(0, 20), wish(0, 10), wish(0, 5)], [0, 30, 50]],
  ['one that is level again after a crowd', [wish(0, 50), wish(10, 50), wish(200, 5)], [0, 60, 200]],
])('%s', (_, notes, tops) => {
  expect(stacked(notes, 10)).toEqual(tops);
});

test('begins below what stands there already', () => {
  expect(stacked([wish(0, 20), wish(100, 20)], 10, 60)).toEqual([60, 100]);
});

test('in any column, notes keep their order and their distance, and none stands above its mark', () => {
  const { whole } = randomFrom(0x5ca1e);
  for (let column = 0; column < 200; column += 1) {
    let level = 0;
    const notes = Array.from({ length: 1 + whole(60) }, () => wish((level += whole(120)), 10 + whole(200)));
    const tops = stacked(notes, 10);
    let free = 0;
    tops.forEach((top, index) => {
      expect(top).toBeGreaterThanOrEqual(Math.max(notes[index]!.level, free));
      free = top + notes[index]!.height + 10;
    });
  }
});
