/** Where the marks of an article are in the text on the page. */
import type { Mark } from '../store/records.ts';
import { find } from '../../text/anchor.ts';
import type { Span } from '../../text/text-of-body.ts';

/** `lost`: the article has changed. `away`: the page shows other words than the article's, as a translation does. */
export type PlacedMark = { mark: Mark; fate: 'here'; span: Span } | { mark: Mark; fate: 'lost' | 'away' };

/** `original` gives the text of the article as it was published; it is asked for only if a mark is not on the page. */
export function placeMarks(marks: readonly Mark[], shown: string, original: () => string): PlacedMark[] {
  return marks.map((mark) => {
    const span = find(mark.passage, shown);
    if (span) return { mark, fate: 'here', span };
    const published = original();
    return { mark, fate: published !== shown && find(mark.passage, published) ? 'away' : 'lost' };
  });
}
