/**
 * Search without a line: over the texts that this device keeps, one after the other. It knows no spelling and no rarity;
 * an article answers that has all the words, in the forms that the index would find too.
 */
import { type Kept, openKept } from '../offline/kept.ts';
import { bylineText } from '../publication/byline.ts';
import type { ArticlePageData } from '../publication/page.ts';
import { wholeText } from '../publication/plain-text.ts';
import { foldText } from '../publication/search/fold.ts';
import type { IndexedPassage } from '../publication/search/index-files.ts';
import { queryOf, type Wanted } from '../publication/search/query.ts';
import { type Asked, resultsAPage, type SearchEngine } from '../publication/search/search.ts';
import { isInPairs } from '../publication/search/words-of.ts';

export type KeptSearch = SearchEngine & {
  /** How many articles are searched. */
  articles: number;
};

/** Undefined where nothing is kept. */
export async function keptSearch(): Promise<KeptSearch | undefined> {
  const kept = await openKept(import.meta.env.BASE_URL, { onlyReads: true }).catch(() => undefined);
  if (!kept) return undefined;
  try {
    const texts = await textsIn(kept);
    return texts.length === 0 ? undefined : searchIn(texts);
  } finally {
    kept.close();
  }
}

type KeptText = { page: ArticlePageData; text: string; headline: string; folded: string };

async function textsIn(kept: Kept): Promise<KeptText[]> {
  const texts: KeptText[] = [];
  for (const { address } of await kept.pages()) {
    const data = address.startsWith('/articles/') ? await kept.data(address) : undefined;
    const page = data === undefined ? undefined : (JSON.parse(data) as ArticlePageData);
    if (page?.kind !== 'article') continue;
    const text = [page.standfirst ?? '', wholeText(page.texts['body'] ?? '')].join('\n').trim();
    const about = [page.kicker.text, bylineText(page.byline), ...page.tags.map((tag) => tag.text)].join(' ');
    texts.push({ page, text, headline: spaced(page.headline), folded: spaced(`${page.headline} ${about} ${text}`) });
  }
  return texts.toSorted((one, other) => isoOf(other).localeCompare(isoOf(one)));
}

/** Every word has a space before it. */
const spaced = (text: string): string => ` ${foldText(text).replaceAll(/\s+/g, ' ')}`;
const isoOf = ({ page }: KeptText): string => page.published?.iso ?? '';

function searchIn(texts: readonly KeptText[]): KeptSearch {
  return {
    articles: texts.length,
    years: [...new Set(texts.map((text) => isoOf(text).slice(0, 4)))].filter((year) => year !== ''),
    find: (asked) => Promise.resolve(find(texts, asked)),
    show: ({ article }) => Promise.resolve(passageOf(texts[article]!)),
  };
}

function find(texts: readonly KeptText[], asked: Asked) {
  const { wanted } = queryOf(asked.text);
  const scored = texts.flatMap((text, article) => {
    const isIn = wanted.every((word) => isMet(word, text.folded)) && isAmong(text, asked);
    const score = wanted.filter((word) => isMet(word, text.headline)).length;
    return isIn ? [{ article, block: 0, score }] : [];
  });
  // They are in the order of their dates already.
  if (asked.sort === 'relevance') scored.sort((one, other) => other.score - one.score);
  const keys = new Set(wanted.flatMap(({ ways }) => ways.flat()));
  return {
    results: scored.slice((asked.page - 1) * resultsAPage, asked.page * resultsAPage),
    count: scored.length,
    atLeast: false,
    pages: Math.max(1, Math.ceil(scored.length / resultsAPage)),
    partly: false,
    corrected: [],
    nearby: [],
    wanted: (key: string) => (keys.has(key) ? 1 : 0),
  };
}

/** A key is how a word begins in all its forms; signs of Chinese stand within a run. */
const isMet = ({ ways, beginning }: Wanted, folded: string): boolean =>
  [...ways, ...(beginning === undefined ? [] : [[beginning]])].some((way) =>
    way.every((key) => folded.includes(isInPairs(key) ? key : ` ${key}`)),
  );

function isAmong({ page }: KeptText, { section, author, year }: Asked): boolean {
  const writers = page.byline.map((part) => (typeof part === 'string' ? '' : part.href));
  return (
    (!section || page.section.href === `/sections/${section}/`) &&
    (!author || writers.includes(`/authors/${author}/`)) &&
    (!year || page.published?.iso.startsWith(year) === true)
  );
}

const passageOf = ({ page, text }: KeptText): IndexedPassage => ({
  slug: page.slug,
  headline: page.headline,
  byline: bylineText(page.byline),
  authors: page.byline.flatMap((part) =>
    typeof part === 'string' ? [] : [[part.href.split('/').at(-2) ?? '', part.text] as [string, string]],
  ),
  date: page.published,
  lang: page.lang,
  dir: page.dir,
  blocks: 1,
  text,
});
