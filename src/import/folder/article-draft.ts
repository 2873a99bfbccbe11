/**
 * Makes the fields of an article file from an imported article: every field as the schema wants it, and a note for all
 * that differs.
 */
import { quoted } from '../../press/content/problems.ts';
import { dateFault, isLanguage, isVisible, likelyLanguage } from '../../publication/rules.ts';
import type { ArticleFile } from '../../publication/schema.ts';
import { shortenedName } from './authors.ts';
import type { Cleaner } from '../wording/clean-text.ts';
import { languageOfLetters } from '../wording/language-of-letters.ts';
import type { ImportedArticle, ImportedImage, Note } from '../item.ts';
import { nameIn } from '../repair/link-repair.ts';
import { asCode, escaped, linkTo, wordsOfMarkdown } from '../repair/markdown-words.ts';
import { spelled } from '../../press/content/slugs.ts';
import { stated } from '../stated.ts';
import { reservedSlugs } from '../../publication/addresses.ts';
import type { PicturePlace } from './imported-pictures.ts';

/** All fields of an article but those that need the rest of the publication. */
export type ArticleDraft = Omit<ArticleFile, 'authors' | 'section'>;

type DraftContext = {
  cleaner: Cleaner;
  notes: Note[];
  picture: (address: string) => PicturePlace;
  /** Makes the body valid for the press; undefined for one that is too long. */
  repair: (blocks: readonly string[], language: string | undefined) => string[] | undefined;
};

/** The draft, or why there is none. */
export function articleDraftOf(
  article: ImportedArticle,
  { cleaner, notes, picture, repair }: DraftContext,
): ArticleDraft | { leftOut: Note } {
  const tell = (code: string, message: string) => void notes.push({ code, message });
  /** Texts that are too long for their field; they are put at the head of the body. */
  const head: string[] = [];
  const fitting = (key: string, written: string | undefined, limit: number): string | undefined => {
    const line = cleaner.line(written ?? '');
    if (!isVisible(line)) return undefined;
    if (line.length <= limit) return line;
    tell('I121', `the ${key} is longer than ${limit} characters: it stands at the head of the text`);
    head.push(escaped(line));
    return undefined;
  };

  const written = article.body.map((block) => cleaner.text(block).replace(/^\n+|\s+$/g, '')).filter(isVisible);
  const language = languageOf(article, written, tell);
  const headline = headlineOf(article, written, cleaner, tell, head);
  if (headline === undefined) {
    return { leftOut: { code: 'I112', message: 'there is nothing to read in it: no headline and no text' } };
  }
  const standfirst = fitting('standfirst', article.standfirst, 600);
  const kicker = fitting('kicker', article.kicker, 60);
  const dateline = fitting('dateline', article.dateline, 60);
  const image = article.image && imageOf(article.image, cleaner, picture, tell);
  const body = repair([...(image?.block ?? []), ...head, ...written], language);
  if (body === undefined) return { leftOut: { code: 'I219', message: 'the text is longer than 2 MB. Divide it' } };
  if (!body.some(isVisible)) {
    const instead = insteadOfText(article, standfirst);
    if (instead === undefined) return { leftOut: { code: 'I112', message: 'there is a headline and no text' } };
    tell('I113', `there is no text: ${instead.is} stands in its place`);
    body.splice(0, body.length, instead.block);
  }
  const published = dateOf('published', article.published, tell);
  if (article.published === undefined) tell('I114', 'there is no date: it is listed last');
  return {
    headline,
    ...stated({ standfirst, kicker, kind: article.kind }),
    ...stated({
      tags: tagsOf(article.tags, tell),
      series: article.series === undefined ? undefined : tagsOf([article.series], tell)?.[0],
    }),
    ...stated({ dateline, published, updated: updatedOf(article, published, tell), language, image: image?.file }),
    body,
    ...stated({ draft: article.draft }),
  };
}

type Tell = (code: string, message: string) => void;

function headlineOf(
  article: ImportedArticle,
  body: readonly string[],
  cleaner: Cleaner,
  tell: Tell,
  head: string[],
): string | undefined {
  const given = cleaner.line(article.headline ?? '');
  if (isVisible(given)) {
    if (given.length <= 300) return given;
    tell(
      'I122',
      'the headline is longer than 300 characters: it is shortened, and stands whole at the head of the text',
    );
    head.push(escaped(given));
    return shortenedName(given, 300);
  }
  const words = cleaner.line(body.map(wordsOfMarkdown).find(isVisible) ?? article.standfirst ?? '');
  if (!isVisible(words)) return undefined;
  const made = shortenedName(words, 80);
  tell('I111', `there is no headline: it was made from the first words, ${quoted(made)}`);
  return made;
}

function insteadOfText(
  article: ImportedArticle,
  standfirst: string | undefined,
): { is: string; block: string } | undefined {
  if (standfirst !== undefined) return { is: 'the standfirst', block: escaped(standfirst) };
  const { address } = article;
  if (address === undefined || !isPlainWebAddress(address)) return undefined;
  return { is: 'a link to where it stood', block: linkTo(address, asCode(address)) };
}

/** Whether the address may stand in a text. */
function isPlainWebAddress(address: string): boolean {
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return false;
  const { username, password } = new URL(address);
  return username === '' && password === '';
}

function dateOf(key: string, written: string | undefined, tell: Tell): string | undefined {
  if (written === undefined) return undefined;
  if (!dateFault(written)) return written;
  tell('I115', `${quoted(written)} (${key}) is no date of the calendar: left out`);
  return undefined;
}

function updatedOf(article: ImportedArticle, published: string | undefined, tell: Tell): string | undefined {
  const updated = dateOf('updated', article.updated, tell);
  if (updated === undefined || updated === published) return undefined;
  if (published === undefined || !isBefore(updated, published)) return updated;
  tell('I116', `${quoted(updated)} (updated) is before ${quoted(published)} (published): left out`);
  return undefined;
}

const isBefore = (date: string, other: string): boolean =>
  date.includes('T') && other.includes('T')
    ? Date.parse(date) < Date.parse(other)
    : date.slice(0, 10) < other.slice(0, 10);

function tagsOf(names: readonly string[], tell: Tell): string[] | undefined {
  const tags = new Set<string>();
  for (const name of names) {
    const slug = spelled(name);
    if (slug !== '' && !reservedSlugs.includes(slug)) tags.add(slug);
    else if (isVisible(name)) tell('I205', `the tag ${quoted(name)} has no letters a-z for its address: left out`);
  }
  return tags.size > 0 ? [...tags] : undefined;
}

/** The language that the item names; else the one its letters tell. */
function languageOf(
  { language, headline = '' }: ImportedArticle,
  body: readonly string[],
  tell: Tell,
): string | undefined {
  if (language !== undefined) {
    const known = isLanguage(language) ? Intl.getCanonicalLocales(language)[0] : likelyLanguage(language);
    if (known !== undefined) return known;
    tell('I120', `${quoted(language)} is no language that has a name: left out`);
  }
  const told = languageOfLetters([headline, ...body.map(wordsOfMarkdown)].join(' ').slice(0, 20_000));
  if (told !== undefined) tell('I120', `no language is named: ${told}, by its letters`);
  return told;
}

/** The main picture as a file of the content folder, or a block that links to it. */
function imageOf(
  { src, alt, decorative, caption, credit }: ImportedImage,
  cleaner: Cleaner,
  picture: (address: string) => PicturePlace,
  tell: Tell,
): { file?: NonNullable<ArticleFile['image']>; block?: string[] } {
  const place = picture(src);
  const [said, captioned, credited] = [alt, caption, credit].map((text) => cleaner.line(text ?? ''));
  const described = [said!, wordsOfMarkdown(captioned!)].find(isVisible);
  if (!('own' in place)) {
    tell(place.note.code, place.note.message);
    const first = 'link' in place ? linkTo(place.link, escaped(described ?? nameIn(src))) : escaped(described ?? '');
    const after = [captioned === described ? '' : captioned!, escaped(credited!)].filter(isVisible);
    return { block: [[first, ...after].filter(isVisible).join(' — ')].filter(isVisible) };
  }
  tell('I208', `the main picture was copied to ${place.own}`);
  const words = described ?? (decorative ? undefined : nameIn(src));
  if (described === undefined && !decorative) {
    tell('I209', 'the main picture has no description: the name of its file stands for it; say what it shows');
  }
  const fitting = (text: string, limit: number) => (isVisible(text) ? shortenedName(text, limit) : undefined);
  const file = {
    src: place.own,
    ...(words === undefined ? { decorative: true as const } : { alt: shortenedName(words, 500) }),
    ...stated({
      caption:
        captioned!.length > 600 ? escaped(shortenedName(wordsOfMarkdown(captioned!), 300)) : fitting(captioned!, 600),
    }),
    ...stated({ credit: fitting(credited!, 200) }),
  };
  return { file };
}
