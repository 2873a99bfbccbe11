/** The words of the interface, for every component below. */
import { createContext, useContext } from 'react';
import type { ScreenWords } from '../words/words.ts';

const Words = createContext<ScreenWords | null>(null);

export const WordsProvider = Words.Provider;

export function useWords(): ScreenWords {
  const words = useContext(Words);
  if (!words) throw new Error('There is no WordsProvider around this component.');
  return words;
}
