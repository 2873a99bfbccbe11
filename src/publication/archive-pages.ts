/** The archive by year and month, with how many articles each holds. */
import { archiveAddress, monthAddress, undatedAddress, yearAddress } from './addresses.ts';
import type { Article, Edition } from './edition.ts';
import { frameOf } from './frame.ts';
import { headOf } from './head.ts';
import type { ArchivePageData } from './page.ts';
import { articleLink } from './teaser.ts';

const headlinesOfAMonth = 3;

export function archivePage(edition: Edition): ArchivePageData {
  const { words, dates } = edition;
  const years = yearsOf(edition);
  return {
    kind: 'archive',
    head: headOf(edition, archiveAddress(), words.archive),
    frame: frameOf(edition),
    texts: {},
    title: words.archive,
    tally: words.articles(edition.articles.length),
    groups: [...years].map(([year, months]) => ({
      heading: {
        href: yearAddress(year),
        text: dates.year(year),
        count: words.articles(months.reduce((sum, [, articles]) => sum + articles.length, 0)),
      },
      periods: months.map(([month, articles]) => period(edition, year, month, articles, 0)),
    })),
    undated:
      edition.undated.length > 0
        ? { href: undatedAddress(), text: words.undated, count: words.articles(edition.undated.length) }
        : undefined,
  };
}

export function yearPage(edition: Edition, year: string): ArchivePageData | undefined {
  const months = yearsOf(edition).get(year);
  if (!months) return undefined;
  const title = edition.dates.year(year);
  return {
    kind: 'archive',
    head: headOf(edition, yearAddress(year), title),
    frame: frameOf(edition),
    texts: {},
    title,
    tally: edition.words.articles(months.reduce((sum, [, articles]) => sum + articles.length, 0)),
    up: { href: archiveAddress(), text: edition.words.archive },
    groups: [{ periods: months.map(([month, articles]) => period(edition, year, month, articles, headlinesOfAMonth)) }],
  };
}

type Months = [month: string, articles: Article[]][];

/** Years and their months, newest first. */
export function yearsOf(edition: Edition): Map<string, Months> {
  const years = new Map<string, Months>();
  for (const [yearAndMonth, articles] of edition.byMonth) {
    const [year = '', month = ''] = yearAndMonth.split('-');
    const months = years.get(year);
    if (months) months.push([month, articles]);
    else years.set(year, [[month, articles]]);
  }
  return years;
}

function period(edition: Edition, year: string, month: string, articles: Article[], headlines: number) {
  return {
    href: monthAddress(year, month),
    text: edition.dates.monthAlone(`${year}-${month}`),
    count: edition.words.articles(articles.length),
    headlines: articles.slice(0, headlines).map((article) => articleLink(edition, article)),
  };
}
