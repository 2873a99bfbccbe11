/** The values of the settings: what is believed of what was kept, and what of it stands on the document. */
import { describe, expect, test } from 'vitest';
import {
  bounded,
  choices,
  defaults,
  guarded,
  ranges,
  type Range,
  shownBy,
} from '../../../src/reader/settings/settings.ts';

const names = Object.keys(ranges) as Range[];

describe('what was kept', () => {
  test.each([
    ['nothing', undefined],
    ['null', null],
    ['a word', 'dark'],
    ['a list', ['dark']],
    ['an empty record', {}],
    ['a theme of another version', { theme: 'neon' }],
    ['a theme that is an object', { theme: { toString: () => 'dark' } }],
    ['numbers as words', { size: '150', line: '2' }],
    ['numbers that are none', { size: Number.NaN, letter: Infinity, word: -Infinity }],
    ['switches as words', { hyphens: 'false', keys: 0 }],
    ['fields that every object has', JSON.parse('{"__proto__": {"theme": "dark"}, "constructor": "dark"}')],
  ])('is as the publication has it where it is %s', (_, kept) => {
    expect(guarded(kept)).toEqual(defaults);
  });

  test('is believed where it is sound, field by field', () => {
    expect(guarded({ theme: 'black', face: 'comic', size: 150, keys: false, hyphens: 1, more: true })).toEqual({
      ...defaults,
      theme: 'black',
      size: 150,
      keys: false,
    });
  });

  test('comes back the same, however often it is guarded', () => {
    const kept = guarded({ theme: 'sepia', size: 145, line: 2.3, letter: 0.13, word: 0.34, align: 'justify' });
    expect(JSON.stringify(guarded(kept))).toBe(JSON.stringify(kept));
  });
});

describe('a number', () => {
  test.each([
    ['size', 9999, 250],
    ['size', -5, 70],
    ['size', 101, 100],
    ['line', 0.2, 1.5],
    ['line', 1.7000000000000002, 1.7],
    ['letter', 0.1249, 0.12],
    ['word', 0.33, 0.34],
    ['paragraph', 40, 3],
  ] as const)('%s of %d becomes %d', (name, value, becomes) => {
    expect(bounded(name, value)).toBe(becomes);
  });

  test.each(names)('%s has its own value, its ends and every step within its bounds', (name) => {
    const { from, to, step } = ranges[name];
    expect(bounded(name, defaults[name])).toBe(defaults[name]);
    for (let value = from; value <= to + step / 2; value += step) {
      expect(Math.abs(bounded(name, value) - value)).toBeLessThan(step / 2);
    }
    expect([bounded(name, from), bounded(name, to)]).toEqual([from, to]);
  });

  test('reaches what WCAG 1.4.12 asks, and no line is closer than that', () => {
    expect(ranges.line.from).toBeGreaterThanOrEqual(1.5);
    expect(ranges.paragraph.to).toBeGreaterThanOrEqual(2);
    expect(ranges.letter.to).toBeGreaterThanOrEqual(0.12);
    expect(ranges.word.to).toBeGreaterThanOrEqual(0.16);
    expect(ranges.size.to).toBeGreaterThanOrEqual(200);
  });
});

describe('what stands on the document', () => {
  test('is nothing, as long as the reader has chosen nothing', () => {
    expect(shownBy(defaults)).toEqual({});
  });

  test('is what differs, as words and as numbers that the head of the document lets through', () => {
    const shown = shownBy({ ...defaults, theme: 'dark', urdu: 'naskh', size: 150, line: 2, letter: 0.12, keys: false });
    expect(shown).toEqual({ theme: 'dark', urdu: 'naskh', size: 1.5, line: 1.25, letter: 0.12, keys: 'off' });
  });

  test.each(names)('%s lets every value of the reader’s through', (name) => {
    for (const value of [ranges[name].from, ranges[name].to]) {
      const shown = shownBy({ ...defaults, [name]: value })[name] ?? 1;
      expect(Number(shown)).toBeGreaterThanOrEqual(0);
      expect(Number(shown)).toBeLessThanOrEqual(3);
    }
  });

  test.each(Object.values(choices).flat())('%s is a word that the head lets through', (option) => {
    expect(option).toMatch(/^[a-z]+$/);
  });
});
