/** A list of the shelf as it is now: read again after every change, of this window or of another. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { type ProblemKind, problemKind } from '../store/connection.ts';
import type { ShelfLists, ListedArticles, ShelfPart, ShelfView } from './shelf.ts';

export type ShelfListState = {
  /** Undefined until it has been read. */
  list: ListedArticles | undefined;
  problem: ProblemKind | undefined;
  readAgain: () => void;
};

export function useShelfList(shelf: ShelfLists, part: ShelfPart, { order, query, count }: ShelfView): ShelfListState {
  const [list, setList] = useState<ListedArticles>();
  const [problem, setProblem] = useState<ProblemKind>();
  const read = useRef(() => {});
  const readAgain = useCallback(() => read.current(), []);

  useEffect(() => {
    let current = true;
    let reading = false;
    let stale = false;
    const readNow = () => {
      stale = reading;
      if (reading) return;
      reading = true;
      shelf
        .list(part, { order, query, count })
        .then(
          (found) => {
            if (!current) return;
            setList(found);
            setProblem(undefined);
          },
          (error) => current && setProblem(problemKind(error)),
        )
        .finally(() => {
          reading = false;
          if (stale && current) readNow();
        });
    };
    read.current = readNow;
    readNow();
    const unsubscribe = shelf.subscribe(readNow);
    return () => {
      current = false;
      unsubscribe();
    };
  }, [shelf, part, order, query, count]);

  return { list, problem, readAgain };
}
