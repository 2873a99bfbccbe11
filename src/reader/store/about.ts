/** What is kept of an article beside a record, so that a list can show it whatever the publication does later. */
import { bylineText } from '../../publication/byline.ts';
import type { ArticlePageData } from '../../publication/page.ts';
import type { About } from './records.ts';

/** The guards let a line be so long. */
const longest = 1000;

export function aboutOf(page: ArticlePageData): About {
  const about: About = { headline: cut(page.headline), minutes: page.minutes, words: page.words };
  const byline = cut(bylineText(page.byline));
  if (byline) about.byline = byline;
  if (page.section.text) about.section = cut(page.section.text);
  if (page.lang) about.lang = page.lang;
  if (page.dir) about.dir = page.dir;
  return about;
}

export const isSameAbout = (one: About, other: About): boolean =>
  keys.every((key) => one[key] === other[key]) && one.gone === other.gone;

const keys = ['headline', 'byline', 'section', 'minutes', 'words', 'lang', 'dir'] as const;

/** Never through the middle of a sign. */
const cut = (text: string): string => text.slice(0, longest).replace(/[\ud800-\udbff]$/, '');
