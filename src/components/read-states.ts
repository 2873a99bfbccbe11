/**
 * How far the reader has come in what Must Read lists. The reader's parts tell it when they are here; until then, and
 * in the HTML, nothing is known.
 */
import { useSyncExternalStore } from 'react';
import type { MustReadEntry } from '../publication/page.ts';

/** `text` says it in words: "Read", "62% read". */
export type ReadState = { text: string; isRead: boolean };

/** By the address of an article. */
export type ReadStates = ReadonlyMap<string, ReadState>;

const none: ReadStates = new Map();
let states = none;
const listeners = new Set<() => void>();

export function tellReadStates(told: ReadStates): void {
  states = told;
  listeners.forEach((listener) => listener());
}

export const useReadStates = (): ReadStates =>
  useSyncExternalStore(
    subscribe,
    () => states,
    () => none,
  );

/** What is known to be read sinks to the end; all else keeps its order. */
export function unreadFirst(entries: MustReadEntry[], known = states): MustReadEntry[] {
  const isRead = (entry: MustReadEntry) => entry.kind === 'article' && known.get(entry.href)?.isRead === true;
  return [...entries.filter((entry) => !isRead(entry)), ...entries.filter(isRead)];
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
