/** What counts as reading: cases from life, in a text of ten windows of a thousand characters. */
import { describe, expect, test } from 'vitest';
import { attend, isAtEnd, isFromStart, paceOf, type Run, type ReadText } from '../../../src/reader/place/attention.ts';

/** 70 characters a second: a window takes a fast reader 14 seconds. */
const text: ReadText = { length: 10_000, pace: 0.07 };
const window = 1000;

/** Steps through the text: stay `for` seconds, or go to a character `at` within `in` seconds, seen sixty times a second. */
type Step = { stay: number } | { to: number; in: number };

const stay = (seconds: number): Step => ({ stay: seconds });
const scroll = (to: number, seconds: number): Step => ({ to, in: seconds });
const jump = (to: number): Step => ({ to, in: 0 });

function read(steps: Step[], { begin = 0, reach = 0, of = text } = {}) {
  let at = begin;
  const look = (time: number) => ({
    from: Math.min(at, of.length),
    to: Math.min(at + window, of.length),
    time,
  });
  let run: Run = attend(undefined, look(0), of, reach);
  let furthest = 0;
  let finished = false;
  const see = (time: number) => {
    run = attend(run, look(time), of, reach);
    if (run.counts) furthest = run.from;
    finished ||= isAtEnd(run, of);
  };
  for (const step of steps) {
    if ('stay' in step) for (let second = 0; second < step.stay; second += 1) see(1000);
    else {
      const looks = Math.max(1, Math.round(step.in * 60));
      const distance = step.to - at;
      const origin = at;
      for (let count = 1; count <= looks; count += 1) {
        at = Math.round(origin + (distance * count) / looks);
        see((step.in * 1000) / looks);
      }
    }
  }
  return { counts: run.counts, place: run.counts ? run.from : undefined, lastPlace: furthest, finished, run };
}

/** Screen after screen, each for so many seconds. */
const screens = (from: number, to: number, seconds: number): Step[] =>
  Array.from({ length: (to - from) / window }, (_, index) => [
    stay(seconds),
    scroll(from + (index + 1) * window, 0.5),
  ]).flat();

describe('reading', () => {
  test.each<[string, Step[], number | undefined]>([
    ['nothing but opening it', [], undefined],
    ['a glance of five seconds', [stay(5)], undefined],
    ['a minute before the first screen, without going on', [stay(60)], undefined],
    ['a look through the whole in four seconds', [scroll(10_000, 4)], undefined],
    ['a leap to the end, and a minute there', [jump(9500), stay(60)], undefined],
    ['a quick look ahead and back', [stay(3), scroll(6000, 2), stay(3), scroll(0, 2), stay(3)], undefined],
    ['going on by a line', [stay(20), scroll(80, 0.3)], undefined],
    ['screen after screen in the time of a reader', screens(0, 4000, 25), 4000],
    ['line after line, slowly', [scroll(2000, 90)], 2000],
    ['fast, but not faster than anybody reads', screens(0, 3000, 14), 3000],
    ['faster than anybody reads', screens(0, 3000, 5), undefined],
    ['a skip over the beginning, then screen after screen', [stay(2), jump(500), ...screens(500, 2500, 25)], 2500],
    ['reading on where a link led into the middle', [jump(5000), ...screens(5000, 7000, 25)], 7000],
    ['back by some lines to read them again', [...screens(0, 3000, 25), scroll(2700, 0.5), stay(4)], 2700],
    ['back by some lines and on again', [...screens(0, 3000, 25), scroll(2700, 0.5), scroll(3000, 0.5)], 3000],
    ['a look at the end, after reading', [...screens(0, 3000, 25), jump(9000), stay(5)], undefined],
    ['slowly back to the beginning', [...screens(0, 3000, 25), scroll(0, 60)], undefined],
    ['slowly back to the beginning, and on', [...screens(0, 3000, 25), scroll(0, 60), ...screens(0, 1000, 25)], 1000],
    ['back to the beginning, and on from there', [...screens(0, 3000, 25), jump(0), ...screens(0, 1000, 25)], 1000],
  ])('%s', (_, steps, place) => {
    expect(read(steps).place).toBe(place);
  });

  test('keeps the last place where somebody was reading while they look elsewhere', () => {
    expect(read([...screens(0, 3000, 25), jump(9000), stay(5)]).lastPlace).toBe(3000);
    expect(read([...screens(0, 3000, 25), jump(0), stay(60)]).lastPlace).toBe(3000);
  });

  test('nothing is read while no text is in the window, however long that lasts', () => {
    const { run, counts } = read([jump(10_000), stay(600)]);
    expect([run.time, counts]).toEqual([0, false]);
  });

  test.each<[string, Step[], boolean]>([
    ['at the beginning', [], true],
    ['some lines into it', [jump(400), stay(1)], true],
    ['in the middle', [jump(5000), stay(1)], false],
    ['at the beginning, gone back to slowly', [...screens(0, 3000, 25), scroll(0, 60), stay(1)], true],
  ])('begins %s', (_, steps, expected) => {
    expect(isFromStart(read(steps).run)).toBe(expected);
  });
});

describe('an article is finished', () => {
  test.each<[string, Step[], Parameters<typeof read>[1], boolean]>([
    ['when it was read from the first screen to the last', [...screens(0, 9000, 25), stay(25)], {}, true],
    ['not before its last words have had their time', [...screens(0, 9000, 25), stay(2)], {}, false],
    [
      'when the rest of it was read on another day',
      [...screens(6000, 9000, 25), stay(25)],
      { begin: 6000, reach: 6000 },
      true,
    ],
    ['not by looking through it', [scroll(9000, 4), stay(60)], {}, false],
    ['not by reading its end alone', [jump(9000), stay(60)], {}, false],
    ['not when most of it was skipped', [...screens(0, 2000, 25), jump(9000), stay(60)], {}, false],
    [
      'not by skipping from where the reader had come',
      [stay(20), jump(9000), stay(60)],
      { begin: 3000, reach: 3000 },
      false,
    ],
    ['not by looking at what stands under it', [jump(10_000), stay(60)], {}, false],
    ['when it is short and was all to be seen at once', [stay(15)], { of: { length: 600, pace: 0.07 } }, true],
    ['not by a glance at a short one', [stay(5)], { of: { length: 200, pace: 0.07 } }, false],
  ])('%s', (_, steps, options, finished) => {
    expect(read(steps, options).finished).toBe(finished);
  });
});

test.each([
  ['English, six characters a word', 6000, 1000, 71.4],
  ['Urdu, five characters a word', 5000, 1000, 59.5],
  ['Chinese, two characters a word', 2000, 1000, 23.8],
])('the pace follows the words of a script: %s', (_, length, words, aSecond) => {
  expect(paceOf(length, words, 238) * 1000).toBeCloseTo(aSecond, 1);
});

test('a text without words has a pace too', () => {
  expect(Number.isFinite(paceOf(0, 0, 238))).toBe(true);
});
