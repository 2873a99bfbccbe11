/** An article as one piece of HTML, with everything its page says in the article's own place: for those who read it elsewhere. */
import { nameList } from '../../publication/byline.ts';
import type { Article, Edition } from '../../publication/edition.ts';
import { escapedHtml } from '../../publication/escaped-html.ts';
import { directionOf } from '../../publication/language.ts';
import type { Byline, LanguageOf } from '../../publication/page.ts';
import { authorLink, interfaceWithin, pictureOf } from '../../publication/teaser.ts';
import { interfaceWords } from '../../words/interface-words.ts';

/** Links of compiled texts carry the base path; `link` makes those that are set here fit to stand beside them. */
export function fullText(edition: Edition, article: Article, link: (address: string) => string): string {
  const language = article.language ?? edition.language;
  const words = spoken(interfaceWithin(edition, article.language));
  const parts = [
    article.standfirst && `<p><strong>${escapedHtml(article.standfirst)}</strong></p>`,
    article.dateline && `<p>${escapedHtml(article.dateline)}</p>`,
    article.source && `<p${words}>${sentence(account(edition, article.source), link)}</p>`,
    figure(edition, article),
    withSinglePictures(edition.content.text(`articles/${article.slug}`).html),
    corrections(edition, article, words),
  ];
  const whole = parts.filter((part) => part !== undefined && part !== '').join('\n');
  return `<div${spoken({ lang: language, dir: directionOf(language) })}>${whole}</div>`;
}

/** Pictures as one file each: what reads a feed may know no other, nor where the site lies. */
const withSinglePictures = (html: string): string =>
  html
    .replaceAll(/<source [^>]*>|<\/?picture>/g, '')
    .replaceAll(/<img [^>]*>/g, (image) => image.replaceAll(/ (?:srcset|sizes|class)="[^"]*"/g, ''));

const spoken = ({ lang, dir }: LanguageOf): string =>
  (lang ? ` lang="${escapedHtml(lang)}"` : '') + (dir ? ` dir="${dir}"` : '');

/** Whose words these are not: without it an account would pass for the work it tells of. */
function account(edition: Edition, { headline, url, authors, name }: NonNullable<Article['source']>): Byline {
  const writers = nameList(
    authors.map((slug) => authorLink(edition, slug)),
    edition.language,
  );
  return edition.words.account(url ? { href: url, text: headline } : headline, writers, name);
}

const sentence = (parts: Byline, link: (address: string) => string): string =>
  parts
    .map((part) => {
      if (typeof part === 'string') return escapedHtml(part);
      const href = part.href.startsWith('/') ? link(part.href) : part.href;
      return `<a href="${escapedHtml(href)}"${spoken(part)}>${escapedHtml(part.text)}</a>`;
    })
    .join('');

function figure(edition: Edition, article: Article): string | undefined {
  const picture = pictureOf(edition, article);
  if (!picture) return undefined;
  const { caption, credit } = article.image ?? {};
  const under = [caption && edition.content.inline(caption), credit && escapedHtml(credit)].filter(Boolean).join(' ');
  const { url, width, height, alt } = picture;
  const image = `<img src="${escapedHtml(url)}" width="${width}" height="${height}" alt="${escapedHtml(alt)}">`;
  return `<figure>${image}${under && `<figcaption>${under}</figcaption>`}</figure>`;
}

function corrections(edition: Edition, { corrections: made = [] }: Article, words: string): string | undefined {
  if (made.length === 0) return undefined;
  const { screen } = interfaceWords(edition.language).words;
  const list = made.map(({ date, note }) => {
    const day = edition.dates.stamp(date).text;
    return `<li><p${words}>${escapedHtml(day)}</p><p>${edition.content.inline(note)}</p></li>`;
  });
  return `<h2${words}>${escapedHtml(screen.corrections)}</h2>\n<ul>${list.join('')}</ul>`;
}
