/**
 * Everything that belongs to the reader (settings, place, shelf, marks, backup, keys) is one door away from the first
 * script: it is loaded with its words when the page is idle, or as soon as the reader reaches for something. Until then,
 * and where it cannot be had, a page is complete without it.
 */
import { useEffect, useSyncExternalStore } from 'react';
import type { ReaderWords, ScreenWords } from '../words/words.ts';
import { whenIdle } from './when-idle.ts';
import { useWords } from './words-context.tsx';

type Parts = typeof import('../reader/ReaderParts.tsx') & { words: ReaderWords };

let parts: Parts | undefined;
let loading: Promise<void> | undefined;
let failed = false;
const listeners = new Set<() => void>();

/** The reader's parts once they are here. */
export function useReaderParts(): Parts | undefined {
  const messages = useWords();
  const here = useSyncExternalStore(
    subscribe,
    () => parts,
    () => undefined,
  );
  useEffect(() => {
    if (here) return undefined;
    const load = () => void fetchParts(messages);
    const cancel = whenIdle(load, 2000);
    const reaches = ['pointerdown', 'keydown'];
    reaches.forEach((reach) => addEventListener(reach, load, { once: true, passive: true }));
    return () => {
      cancel();
      reaches.forEach((reach) => removeEventListener(reach, load));
    };
  }, [here, messages]);
  return here;
}

/** Whether they were asked for and could not be had; who asks again says so. */
export function useReaderPartsFailure(): (() => void) | undefined {
  const messages = useWords();
  const hasFailed = useSyncExternalStore(
    subscribe,
    () => failed,
    () => false,
  );
  return hasFailed ? () => void fetchParts(messages) : undefined;
}

function fetchParts(messages: ScreenWords): Promise<void> {
  loading ??= Promise.all([import('../reader/ReaderParts.tsx'), messages.reader()])
    .then(
      ([loaded, words]) => {
        parts = { ...loaded, words };
        failed = false;
      },
      () => {
        loading = undefined;
        failed = true;
      },
    )
    .then(() => listeners.forEach((listener) => listener()));
  return loading;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
