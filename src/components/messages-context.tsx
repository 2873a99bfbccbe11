/** The words of the interface, for every component below. */
import { createContext, useContext } from 'react';
import type { ScreenWords } from '../words/messages.ts';

const Messages = createContext<ScreenWords | null>(null);

export const MessagesProvider = Messages.Provider;

export function useMessages(): ScreenWords {
  const words = useContext(Messages);
  if (!words) throw new Error('There is no MessagesProvider around this component.');
  return words;
}
