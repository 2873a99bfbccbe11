/** Where a mark is read. A slug may come from a file that a stranger made: it is one part of a path, whatever it says. */
import { articleAddress } from '../../publication/addresses.ts';
import type { Mark } from '../store/records.ts';
import { textFragment } from '../../text/text-fragment.ts';

/** The article, absolute; `publication` is its address, such as "https://example.org/paper/". */
export const articleOf = ({ article }: Pick<Mark, 'article'>, publication: string): string =>
  new URL(articleAddress(wellFormed(article)).slice(1), publication).href;

/** The very words. */
export const passageAddress = (mark: Mark, publication: string): string =>
  articleOf(mark, publication) + textFragment(mark.passage);

/** "." and ".." would leave the folder of articles. */
const wellFormed = (slug: string) =>
  encodeURIComponent(slug.replaceAll(/[\ud800-\udfff]/gu, '\ufffd')).replace(/^\.+$/, '%20');

/** By article, in the order of their text; articles by their headline. */
export const inReadingOrder = (marks: readonly Mark[]): Mark[] =>
  [...marks].sort(
    (a, b) =>
      compare(a.about.headline, b.about.headline) ||
      compare(a.article, b.article) ||
      a.passage.start - b.passage.start ||
      a.passage.end - b.passage.end ||
      compare(a.id, b.id),
  );

const compare = (a: string, b: string) => (a === b ? 0 : a < b ? -1 : 1);
