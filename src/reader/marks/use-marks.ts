/** The reader's marks in an article, as this and other windows change them. */
import { useCallback, useEffect, useMemo, useReducer, useState } from 'react';
import { type ProblemKind, problemKind } from '../store/connection.ts';
import { deviceStore } from '../store/device.ts';
import { inTextOrder, isShownMark, marksOf, subscribe } from './marks.ts';
import type { Mark, MarkRecord } from '../store/records.ts';

type Known = { marks: ReadonlyMap<string, Mark>; gone: ReadonlySet<string> };

export function useMarks(article: string) {
  const [known, learn] = useReducer(withRecords, { marks: new Map<string, Mark>(), gone: new Set<string>() });
  const [problem, setProblem] = useState<ProblemKind>();

  const read = useCallback(
    () =>
      marksOf(deviceStore(), article).then(
        (marks) => {
          learn(marks);
          setProblem(undefined);
        },
        (error) => setProblem(problemKind(error)),
      ),
    [article],
  );

  // Listening begins before reading, so that nothing kept in between is missed.
  useEffect(() => {
    const unsubscribe = subscribe(deviceStore(), (record) => {
      if (record.article === article) learn([record]);
    });
    void read();
    return unsubscribe;
  }, [article, read]);

  const marks = useMemo(() => inTextOrder([...known.marks.values()].filter(({ id }) => !known.gone.has(id))), [known]);
  /** Of a mark that is gone, what it was: somebody may be writing to it. */
  const lastKnown = (id: string): Mark | undefined => known.marks.get(id);
  return { marks, lastKnown, problem, read };
}

/** News may come late or twice: the later revision stands. What is back after it was removed has a later one. */
function withRecords(known: Known, records: readonly MarkRecord[]): Known {
  const marks = new Map(known.marks);
  const gone = new Set(known.gone);
  for (const record of records) {
    if (!isShownMark(record)) gone.add(record.id);
    else if (record.revision >= (marks.get(record.id)?.revision ?? 0)) {
      if (record.revision > (marks.get(record.id)?.revision ?? 0)) gone.delete(record.id);
      marks.set(record.id, record);
    }
  }
  return { marks, gone };
}
