/** Lists longer than twenty stand on several pages; each page of a list costs the same however long the list is. */
import type { Edition } from './edition.ts';
import type { Paging } from './page.ts';

export const itemsAPage = 20;

export const pagesFor = (items: number): number => Math.max(1, Math.ceil(items / itemsAPage));

/** The items of one page, counted from 1, or undefined where there is no such page. */
export function pageOf<Item>(
  edition: Edition,
  items: readonly Item[],
  number: number,
  address: (number: number) => string,
): { items: Item[]; paging: Paging } | undefined {
  const count = pagesFor(items.length);
  if (number > count) return undefined;
  return {
    items: items.slice((number - 1) * itemsAPage, number * itemsAPage),
    paging: {
      number,
      count,
      previous: number > 1 ? address(number - 1) : undefined,
      next: number < count ? address(number + 1) : undefined,
      text: edition.words.pageOf(number, count),
    },
  };
}
