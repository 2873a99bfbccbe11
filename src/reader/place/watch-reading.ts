/**
 * Watches an article being read and keeps the reader's place in it: at most once a second, and when the page is left.
 * Nothing is kept of a glance (`attention.ts`). Where the device keeps nothing, reading goes on all the same.
 */
import { wordsPerMinute } from '../../publication/reading-time.ts';
import { attend, isAtEnd, isFromStart, paceOf, type Run } from './attention.ts';
import { learnPace, paceIn, paceMeter } from './pace.ts';
import { type Lines, linesOf, readingLine } from '../../text/lines.ts';
import { keepPlace, keepPlaceInPassing, placeIn } from './places.ts';
import { type About, isSound, type Place } from '../store/records.ts';
import { isLive } from '../shelf/saved.ts';
import type { Store } from '../store/store.ts';

export type Watched = {
  body: Element;
  article: string;
  about: About;
  words: number;
  /** Of the text, where it is another than the page's. */
  language: string | undefined;
  store: Store;
  /** Whether a place of an earlier visit may be offered. */
  mayOffer: boolean;
  /** Hears of such a place while it is further down than the window, and of nothing when that is over. */
  offer: (place: Place | undefined) => void;
  /** Hears how many minutes are left: undefined before the text, at its end, and where it is too short to count. */
  showMinutes: (left: number | undefined) => void;
};

export type Watch = {
  /** Where a place stands now: the height of its line in the window, and the block it is in. */
  find(place: Place): { top: number; block: Element } | undefined;
  stop(): void;
};

const lookEvery = 500;
const keepEvery = 1000;
/** After so long without an action the reader is taken to be away. */
const awayAfter = 120_000;
const acts = ['scroll', 'pointermove', 'pointerdown', 'keydown', 'wheel', 'touchstart'] as const;
const shortestText = 2 * wordsPerMinute;

export function watchReading(watched: Watched): Watch {
  const { body, article, about, words, language, store, offer, showMinutes } = watched;
  const measurePace = paceMeter();
  let pace = paceIn(language);
  let lines: Lines | undefined;
  let run: Run | undefined;
  /** As the device has it. */
  let known: Place | undefined;
  /** Whether the article is finished, though the device may not have kept it. */
  let finished = false;
  /** Where in the text the place is that is offered. */
  let offered: number | undefined;
  /** How far the reader has come without skipping anything. */
  let reach = 0;
  let lookedAt = 0;
  let actedAt = 0;
  let keptAt = -Infinity;
  let keptFrom = -1;
  let leaving = false;
  let stopped = false;
  let timer: ReturnType<typeof setInterval> | undefined;

  const current = () => (lines?.isCurrent() ? lines : (lines = linesOf(body)));
  const textOf = ({ length }: Lines) => ({ length, pace: paceOf(length, words, wordsPerMinute) });

  function look(): void {
    const now = performance.now();
    const time = now - actedAt < awayAfter ? Math.min(now - lookedAt, 2 * lookEvery) : 0;
    lookedAt = now;
    const text = current();
    const { start: from, end: to } = text.between(readingLine, innerHeight);
    run = attend(run, { from, to, time }, textOf(text), reach);
    const measured = measurePace(run);
    if (measured !== undefined) {
      learnPace(language, (measured * words) / text.length);
      pace = paceIn(language);
    }
    if (run.counts && run.whole) reach = Math.max(reach, run.from);
    if (offered !== undefined && (run.counts || offered < to)) endOffer();
    const isWithin = from > 0 && to < text.length && words >= shortestText;
    const left = (words / pace) * (1 - from / text.length);
    showMinutes(isWithin ? Math.max(1, Math.round(left)) : undefined);
  }

  /** Keeps what the last look has found, if it is anything new. */
  function keep(): void {
    const text = lines;
    if (!run || !text || (finished && !(run.counts && isFromStart(run)))) return;
    const { from, to, counts } = run;
    if (isAtEnd(run, textOf(text))) {
      finished = true;
      // To read it again is to begin again.
      run = undefined;
      put(text, from, 1, 'finished');
    } else if (counts && to > from && from !== keptFrom && performance.now() - keptAt >= keepEvery) {
      put(text, from, from / text.length, 'reading');
    }
  }

  function put(text: Lines, from: number, fraction: number, state: Place['state']): void {
    keptAt = performance.now();
    keptFrom = from;
    const at = { passage: text.passageAt(from), fraction };
    const keeping =
      leaving && known ? keepPlaceInPassing(store, known, at, state) : keepPlace(store, article, about, at, state);
    // What cannot be kept now is tried again when the reader has gone on.
    keeping.catch(() => undefined);
  }

  function endOffer(): void {
    if (offered === undefined) return;
    offered = undefined;
    offer(undefined);
  }

  function learn(place: Place | undefined): void {
    known = place;
    finished = place?.state === 'finished';
    if (place?.state !== 'reading') endOffer();
  }

  function begin(place: Place | undefined): void {
    if (stopped) return;
    learn(place);
    if (place?.state === 'reading') {
      const at = current().startOf(place.passage);
      reach = at;
      if (watched.mayOffer && at > current().between(readingLine, innerHeight).end) {
        offered = at;
        offer(place);
      }
    }
    for (const name of acts) addEventListener(name, act, { passive: true });
    document.addEventListener('visibilitychange', turn);
    addEventListener('pagehide', leave);
    turn();
  }

  function act(): void {
    actedAt = performance.now();
  }

  function turn(): void {
    if (document.visibilityState !== 'visible') {
      leave();
      return;
    }
    clearInterval(timer);
    act();
    lookedAt = performance.now();
    timer = setInterval(() => {
      look();
      keep();
    }, lookEvery);
  }

  function leave(): void {
    clearInterval(timer);
    if (run) look();
    keptAt = -Infinity;
    leaving = true;
    keep();
    leaving = false;
  }

  const unsubscribe = store.subscribe(({ store: name, key, record }) => {
    if (name !== 'places' || key !== article) return;
    const place = isSound('places', record) ? record : undefined;
    learn(isLive(place) ? place : undefined);
  });
  void placeIn(store, article)
    .catch(() => undefined)
    .then(begin);

  return {
    find(place) {
      const text = current();
      return text.positionOf(text.startOf(place.passage));
    },
    stop() {
      stopped = true;
      clearInterval(timer);
      unsubscribe();
      for (const name of acts) removeEventListener(name, act);
      document.removeEventListener('visibilitychange', turn);
      removeEventListener('pagehide', leave);
      // The text has left the document: what was seen last counts.
      keptAt = -Infinity;
      keep();
    },
  };
}
