/** The pace that is learnt: from how people read and scroll, robust against pauses, guarded against what was kept. */
import { describe, expect, test } from 'vitest';
import { wordsPerMinute } from '../../../src/publication/reading-time.ts';
import { attend, paceOf, type Run } from '../../../src/reader/place/attention.ts';
import { guardedPaces, paceAmong, paceMeter, type Paces, withSample } from '../../../src/reader/place/pace.ts';

const lettersAWord = 6;
const text = { length: 120_000, pace: paceOf(lettersAWord, 1, wordsPerMinute) };
const window = 2400;

/** Reads for some minutes, and scrolls by `step` characters whenever so many were read; the samples in words a minute. */
function samplesOf({ pace, step, minutes = 15, pause = 0 }: Way): number[] {
  const measure = paceMeter();
  const samples: number[] = [];
  let run: Run | undefined;
  let from = 0;
  let read = 0;
  for (let second = 0; second < minutes * 60; second += 0.5) {
    const rests = pause > 0 && second % 300 < pause;
    if (!rests) read += (pace * lettersAWord) / 120;
    // The eye is in the middle of the window; with whole screens, at its end.
    while (read - from >= Math.max(step, window / 2)) from += step;
    run = attend(run, { from, to: from + window, time: 500 }, text, 0);
    const measured = measure(run);
    if (measured !== undefined) samples.push(measured / lettersAWord);
  }
  return samples;
}

type Way = { pace: number; step: number; minutes?: number; pause?: number };

const median = (samples: readonly number[]) => [...samples].sort((a, b) => a - b)[Math.floor(samples.length / 2)]!;

describe('what is measured', () => {
  test.each<[string, Way]>([
    ['line by line', { pace: 230, step: 60 }],
    ['by half windows', { pace: 230, step: 1200 }],
    ['screen by screen', { pace: 230, step: 2400 }],
    ['slowly', { pace: 120, step: 300 }],
    ['quickly', { pace: 450, step: 300 }],
    ['with a pause of a minute in every five', { pace: 230, step: 60, pause: 60 }],
  ])('is the pace of somebody who reads %s', (_, way) => {
    const samples = samplesOf(way);
    expect(samples.length).toBeGreaterThan(4);
    expect(Math.abs(median(samples) / way.pace - 1)).toBeLessThan(0.12);
  });

  test('is nothing of what is searched through, nor of the first minute', () => {
    expect(samplesOf({ pace: 2000, step: 2400 })).toEqual([]);
    expect(samplesOf({ pace: 230, step: 60, minutes: 1 })).toEqual([]);
  });

  test('begins anew where the reader goes back', () => {
    const measure = paceMeter();
    const goingOn = { start: 0, credit: 0, whole: true, counts: true };
    const look = (from: number, time: number): Run => ({ ...goingOn, end: from, to: from + window, from, time });
    expect(measure(look(0, 0))).toBeUndefined();
    expect(measure(look(1000, 20_000))).toBeUndefined();
    expect(measure(look(200, 40_000))).toBeUndefined();
    expect(measure(look(400, 50_000))).toBeUndefined();
    expect(measure(look(1000, 100_000))).toBeUndefined();
    expect(measure(look(1600, 110_000))).toBe(1200);
  });
});

describe('the pace', () => {
  const learnt = (...samples: number[]) => samples.reduce<Paces>((paces, one) => withSample(paces, 'en', one), {});

  test.each<[string, number[], number]>([
    ['of nobody yet', [], wordsPerMinute],
    ['of four minutes is not known', [100, 100, 100, 100], wordsPerMinute],
    ['of five is their median', [100, 300, 110, 90, 105], 105],
    ['of six is between the two in the middle', [100, 300, 110, 90, 105, 115], 107.5],
    ['is never below 80', [1, 2, 3, 4, 5], 80],
    ['is never above 600', [5000, 900, 900, 900, 900], 600],
    ['is that of the last fifteen', [...Array(20).fill(500), ...Array(15).fill(200)], 200],
  ])('%s', (_, samples, pace) => {
    expect(paceAmong(learnt(...samples), 'en')).toBe(pace);
  });

  test('of one language says nothing of another', () => {
    expect(paceAmong(learnt(100, 100, 100, 100, 100), 'ur')).toBe(wordsPerMinute);
  });
});

test.each<[string, string | null | undefined, Paces]>([
  ['blocked', undefined, {}],
  ['nothing', null, {}],
  ['broken', '{"en":', {}],
  ['no object', '7', {}],
  ['null', 'null', {}],
  ['no lists', '{"en":"fast","ur":{"0":1}}', { en: [], ur: [] }],
  ['no numbers', '{"en":["100",null,200]}', { en: [200] }],
  ['out of bounds', '{"en":[1e9,-3]}', { en: [600, 80] }],
  ['sound', '{"en":[200,210],"ur":[150]}', { en: [200, 210], ur: [150] }],
])('what was kept and is %s is guarded', (_, kept, paces) => {
  expect(guardedPaces(kept)).toEqual(paces);
  expect(paceAmong(guardedPaces(kept), 'en')).toBe(wordsPerMinute);
});
