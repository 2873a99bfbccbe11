/** The words of the response form, for every component of it; they come with it. */
import { createContext, useContext } from 'react';
import type { ResponsesWords } from '../../words/words.ts';

const Words = createContext<ResponsesWords | null>(null);

export const ResponseWords = Words.Provider;

export function useResponseWords(): ResponsesWords {
  const words = useContext(Words);
  if (!words) throw new Error('There is no ResponseWords around this component.');
  return words;
}
