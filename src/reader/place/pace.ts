/**
 * How fast this reader reads a language, in words a minute, learnt from what was truly read (`attention.ts`): each
 * minute in which the reading goes on is a sample, and the median of the last samples is the pace, once there are
 * several. Kept in localStorage as what can be done without; whoever deletes everything deletes it.
 */
import { wordsPerMinute } from '../../publication/reading-time.ts';
import { readValue, writeValue } from '../store/local-values.ts';
import type { Run } from './attention.ts';

/** The last samples of each language, in words a minute. */
export type Paces = { [language: string]: readonly number[] };

const key = `broadsheet:${import.meta.env.BASE_URL}:pace`;

/** So many samples say nothing yet. */
const enough = 5;
const mostKept = 15;
/** Nobody is slower or faster all the time: it is a pause, or a search. */
const slowest = 80;
const quickest = 600;
const shortestSample = 60_000;

const bounded = (pace: number): number => Math.min(quickest, Math.max(slowest, Math.round(pace)));

/** What was kept, whoever has written it. */
export function guardedPaces(text: string | null | undefined): Paces {
  try {
    const kept: unknown = JSON.parse(text ?? '');
    if (typeof kept !== 'object' || kept === null) return {};
    const sound = Object.entries(kept).map(([language, samples]) => [
      language,
      Array.isArray(samples) ? samples.filter(Number.isFinite).slice(-mostKept).map(bounded) : [],
    ]);
    return Object.fromEntries(sound);
  } catch {
    return {};
  }
}

export const withSample = (paces: Paces, language: string, pace: number): Paces => ({
  ...paces,
  [language]: [...(paces[language] ?? []), bounded(pace)].slice(-mostKept),
});

/** The pace of a language; before it is known, that of most people. */
export function paceAmong(paces: Paces, language: string): number {
  const samples = [...(paces[language] ?? [])].sort((one, other) => one - other);
  if (samples.length < enough) return wordsPerMinute;
  const middle = samples.length / 2;
  return (samples[Math.floor(middle)]! + samples[Math.ceil(middle) - 1]!) / 2;
}

/** Of "ur-PK" it is "ur"; of a text that says nothing, the language of the page. */
const languageOf = (tag: string | undefined): string => (tag || document.documentElement.lang).split('-')[0]!;

export const paceIn = (tag: string | undefined): number => paceAmong(guardedPaces(readValue(key)), languageOf(tag));

export function learnPace(tag: string | undefined, pace: number): void {
  writeValue(key, JSON.stringify(withSample(guardedPaces(readValue(key)), languageOf(tag), pace)));
}

/**
 * Hears of every look at a run and answers with characters a minute when a sample is complete. It begins where the text
 * first goes on, since nobody knows where in the window they were reading before.
 */
export function paceMeter(): (run: Run) => number | undefined {
  let since: Pick<Run, 'from' | 'time'> | undefined;
  let last = 0;
  return (run) => {
    const { from, time } = run;
    const goesOn = from > last && time > 0;
    if (from < last || time === 0) since = undefined;
    last = from;
    if (!goesOn) return undefined;
    since ??= { from, time };
    const lasted = time - since.time;
    if (!run.counts || lasted < shortestSample) return undefined;
    const characters = from - since.from;
    since = { from, time };
    return (characters / lasted) * 60_000;
  };
}
