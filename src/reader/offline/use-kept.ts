/** What is kept on this device, as it is now. */
import { useEffect, useState } from 'react';
import type { Kept } from '../../offline/kept.ts';
import { watchKept } from './offline-reading.ts';

/** Undefined until it is read, and where pages cannot be kept. `read` is the same function every time. */
export function useKept<Value>(read: (kept: Kept) => Promise<Value>): { kept: Kept; value: Value } | undefined {
  const [known, setKnown] = useState<{ kept: Kept; value: Value }>();
  useEffect(() => watchKept(read, setKnown), [read]);
  return known;
}
