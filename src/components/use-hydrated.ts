/** False in the HTML and while it is hydrated, true from then on: a control that needs script appears when it works. */
import { useSyncExternalStore } from 'react';

const never = () => () => {};

export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
