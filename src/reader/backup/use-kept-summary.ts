/** What is kept on this device, counted again whenever something changes. */
import { useEffect, useState } from 'react';
import { type RecordKind, kinds } from './format.ts';
import { type ProblemKind, problemKind } from '../store/connection.ts';
import type { Transaction } from '../store/transaction.ts';
import type { Store } from '../store/store.ts';

export type KeptSummary = {
  counts: { [Name in RecordKind]: number };
  /** Of everything the browser keeps for this origin, where it tells. */
  bytes: number | undefined;
  persisted: boolean;
  /** Damaged records that were put aside. */
  unsound: number;
};

export function useKeptSummary(store: Store): { summary?: KeptSummary; problem?: ProblemKind } {
  const [known, setKnown] = useState<{ summary?: KeptSummary; problem?: ProblemKind }>({});
  useEffect(() => {
    let counting = false;
    let again = false;
    let isWanted = true;
    async function count() {
      if (counting) {
        again = true;
        return;
      }
      counting = true;
      const found = await summaryOf(store).then(
        (summary) => ({ summary }),
        (error: unknown) => ({ problem: problemKind(error) }),
      );
      counting = false;
      if (!isWanted) return;
      if (again) {
        again = false;
        void count();
      } else setKnown(found);
    }
    void count();
    const unsubscribe = store.subscribe(() => void count());
    return () => {
      isWanted = false;
      unsubscribe();
    };
  }, [store]);
  return known;
}

async function summaryOf(store: Store): Promise<KeptSummary> {
  const counts = await store.read([...kinds], (records) =>
    Promise.all(kinds.map(async (kind) => [kind, await countShown(records, kind)])),
  );
  const [estimate, persisted] = await Promise.all([
    navigator.storage?.estimate?.().catch(() => undefined),
    navigator.storage?.persisted?.().catch(() => false),
  ]);
  return {
    counts: Object.fromEntries(counts) as KeptSummary['counts'],
    bytes: estimate?.usage,
    persisted: persisted ?? false,
    unsound: await store.countUnsound(),
  };
}

async function countShown({ count }: Transaction, kind: RecordKind): Promise<number> {
  const all = await count(kind);
  return kind === 'drafts' || kind === 'settings' ? all : all - (await count(kind, 'deleted'));
}
