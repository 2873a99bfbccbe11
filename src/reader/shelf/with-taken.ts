/** The rows of a list, with what was taken off it kept where it stood. */
import type { ListedArticle } from './shelf.ts';

/** What was done to an article of a list, and how it is undone. */
export type Taken = {
  item: ListedArticle;
  /** What is said of it. */
  sentence: string;
  undo: () => Promise<void>;
  /** Whether the article is still in the list. */
  stays: boolean;
  /** The article it stood after; none where it was the first. */
  after: string | undefined;
};

export type ShelfRow = { item: ListedArticle; taken: Taken | undefined };

export function withTaken(items: readonly ListedArticle[], taken: readonly Taken[]): ShelfRow[] {
  const byArticle = new Map(taken.map((one) => [one.item.article, one]));
  const rows: ShelfRow[] = items.flatMap((item) => {
    const of = byArticle.get(item.article);
    return of && !of.stays ? [] : [{ item, taken: of }];
  });
  for (const one of taken) {
    const index = rows.findIndex(({ item }) => item.article === one.after);
    if (!one.stays) rows.splice(index + 1, 0, { item: one.item, taken: one });
  }
  return rows;
}
