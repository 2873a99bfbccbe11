/**
 * Loads the reader's parts (settings, place, shelf, marks, backup, keys) with their words by a dynamic import: when the page
 * is idle, or at the first press of a key or pointer. A page is complete without them.
 */
import { startTransition, useEffect, useState, useSyncExternalStore } from 'react';
import type { ReaderWords, ScreenWords } from '../words/words.ts';
import { whenIdle } from './when-idle.ts';
import { useWords } from './words-context.tsx';

type Parts = typeof import('../reader/ReaderParts.tsx') & { words: ReaderWords };

let parts: Parts | undefined;
let loading: Promise<void> | undefined;
let failed = false;
let tell = () => {};
const listeners = new Set<() => void>();

/** Fulfils once they are here or could not be had: what can wait longer leaves them the line. */
export const readerPartsTried = new Promise<void>((resolve) => {
  tell = resolve;
});

/** The reader's parts once they are here. They are many: they join the page in short tasks, between which it answers. */
export function useReaderParts(): Parts | undefined {
  const words = useWords();
  const [here, setHere] = useState(parts);
  useEffect(() => {
    const join = () => startTransition(() => setHere(parts));
    join();
    return subscribe(join);
  }, []);
  useEffect(() => {
    if (here) return undefined;
    const load = () => void fetchParts(words);
    const cancel = whenIdle(load, 2000);
    const reaches = ['pointerdown', 'keydown'];
    reaches.forEach((reach) => addEventListener(reach, load, { once: true, passive: true }));
    return () => {
      cancel();
      reaches.forEach((reach) => removeEventListener(reach, load));
    };
  }, [here, words]);
  return here;
}

/** Whether they were asked for and could not be had; who asks again says so. */
export function useReaderPartsFailure(): (() => void) | undefined {
  const words = useWords();
  const hasFailed = useSyncExternalStore(
    subscribe,
    () => failed,
    () => false,
  );
  return hasFailed ? () => void fetchParts(words) : undefined;
}

function fetchParts(words: ScreenWords): Promise<void> {
  loading ??= Promise.all([import('../reader/ReaderParts.tsx'), words.reader()])
    .then(
      ([loaded, readerWords]) => {
        parts = { ...loaded, words: readerWords };
        failed = false;
      },
      () => {
        loading = undefined;
        failed = true;
      },
    )
    .then(() => listeners.forEach((listener) => listener()))
    .then(tell);
  return loading;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
