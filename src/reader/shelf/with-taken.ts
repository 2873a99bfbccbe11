/** The rows of a list, with what was taken off it kept where it stood. */
import type { ListedArticle } from './shelf.ts';

/** What was done to an article of a list, and how it is undone. */
export type Taken = {
  entry: ListedArticle;
  /** What is said of it. */
  sentence: string;
  undo: () => Promise<void>;
  /** Whether the article is still in the list. */
  stays: boolean;
  /** The article it stood after; none where it was the first. */
  after: string | undefined;
};

export type ShelfRow = { entry: ListedArticle; taken: Taken | undefined };

export function withTaken(entries: readonly ListedArticle[], taken: readonly Taken[]): ShelfRow[] {
  const byArticle = new Map(taken.map((one) => [one.entry.article, one]));
  const rows: ShelfRow[] = entries.flatMap((entry) => {
    const of = byArticle.get(entry.article);
    return of && !of.stays ? [] : [{ entry, taken: of }];
  });
  for (const one of taken) {
    const place = rows.findIndex(({ entry }) => entry.article === one.after);
    if (!one.stays) rows.splice(place + 1, 0, { entry: one.entry, taken: one });
  }
  return rows;
}
