/**
 * Gives the key of an action something to do while a component is there: `useKeyAction('save', toggle)`. Without `run`
 * the key does nothing and is not listed. For parts that are loaded lazily: nothing of this is in the first script.
 */
import { useEffect, useRef } from 'react';
import { type KeyAction, onKey } from './keys.ts';

export function useKeyAction(action: KeyAction, run: (() => void) | undefined): void {
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  const can = run !== undefined;
  useEffect(() => (can ? onKey(action, () => latest.current?.()) : undefined), [action, can]);
}
