/** The words of the response form, for every component of it; they come with it. */
import { createContext, useContext } from 'react';
import type { ResponseMessages } from '../words/response-messages.ts';

const Words = createContext<ResponseMessages | null>(null);

export const ResponseWords = Words.Provider;

export function useResponseWords(): ResponseMessages {
  const words = useContext(Words);
  if (!words) throw new Error('There is no ResponseWords around this component.');
  return words;
}
