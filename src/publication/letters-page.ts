/** All letters under an article, on pages of their own. */
import { articleAddress, lettersAddress } from './addresses.ts';
import type { Edition } from './edition.ts';
import { feedAddress } from './feed-addresses.ts';
import { frameOf } from './frame.ts';
import { headOf } from './head.ts';
import { lettersOf, threadsHtml } from './letters.ts';
import type { LettersPageData } from './page.ts';
import { articleLink, languageFor } from './teaser.ts';

export function lettersPage(edition: Edition, slug: string, number: number): LettersPageData | undefined {
  const article = edition.bySlug.get(slug);
  const letters = article && lettersOf(edition, slug);
  const threads = letters?.pages[number - 1];
  if (!article || !letters || !threads) return undefined;
  const { words } = edition;
  const count = letters.pages.length;
  const under = number === 1 ? letters.shown.length : 0;
  return {
    kind: 'letters',
    head: headOf(edition, lettersAddress(slug, number), words.pageTitle(words.letters.on(article.headline), number)),
    frame: frameOf(edition, article),
    texts: {
      letters: threadsHtml(edition, threads.slice(0, under)),
      moreLetters: threadsHtml(edition, threads.slice(under)),
    },
    overline: words.letters.heading,
    title: article.headline,
    article: articleLink(edition, article),
    tally: words.letters.count(letters.count),
    feed: { href: feedAddress(articleAddress(slug), 'letters'), text: words.letters.feed },
    paging: {
      number,
      count,
      previous: number > 1 ? lettersAddress(slug, number - 1) : undefined,
      next: number < count ? lettersAddress(slug, number + 1) : undefined,
      text: words.pageOf(number, count),
    },
    ...languageFor(edition, article.language),
  };
}
