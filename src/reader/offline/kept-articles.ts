/** The articles among what is kept: what the reader may want to read, or to remove. */
import type { Kept, KeptPage } from '../../offline/kept.ts';

/** The last that came first. */
export async function articlesOf(kept: Kept): Promise<KeptPage[]> {
  const pages = await kept.pages();
  return pages
    .filter(({ address }) => address.startsWith('/articles/'))
    .toSorted((one, other) => other.kept.localeCompare(one.kept));
}
