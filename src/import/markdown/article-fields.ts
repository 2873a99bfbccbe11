/**
 * Front matter as an article: which names mean what, first name first. What the file says in a way that content has no
 * place for is listed, not dropped in silence; what only concerns the look of a page elsewhere is passed over.
 */
import type { Copy, CopyImage, Note } from '../copy.ts';
import { writtenDate } from '../written-date.ts';
import { type Fields, isOff, isOn, named, plainName, textOf, textsOf } from './fields.ts';
import { plainWords } from './plain-words.ts';

/** Everything of an article but its body and its authors, which are `byline`: texts or objects, in order. */
export type ArticleFields = Omit<Copy, 'body' | 'authors'> & { byline: unknown[] };

const names = {
  headline: ['headline', 'title', 'linkTitle'],
  kicker: ['kicker', 'overline', 'eyebrow'],
  standfirst: [
    'standfirst',
    'dek',
    'deck',
    'subtitle',
    'subhead',
    'lede',
    'lead',
    'description',
    'excerpt',
    'summary',
    'abstract',
  ],
  authors: ['authors', 'author', 'byline', 'writers', 'writer', 'creator', 'by'],
  published: [
    'date',
    'pubDate',
    'publishDate',
    'published',
    'publishedAt',
    'publishedTime',
    'datePublished',
    'publishedDate',
    'created',
    'createdAt',
    'dateCreated',
    'postDate',
  ],
  updated: [
    'updated',
    'lastmod',
    'lastModified',
    'lastModifiedAt',
    'modified',
    'updatedDate',
    'updatedAt',
    'dateModified',
    'modifiedTime',
    'modDatetime',
    'lastUpdated',
  ],
  section: ['section', 'category', 'categories', 'channel'],
  tags: ['tags', 'tag', 'keywords', 'topics', 'topic', 'labels'],
  series: ['series', 'collection'],
  dateline: ['dateline', 'place'],
  language: ['language', 'lang', 'locale', 'languageCode'],
  image: [
    'image',
    'cover',
    'coverImage',
    'featuredImage',
    'featureImage',
    'hero',
    'heroImage',
    'mainImage',
    'leadImage',
    'banner',
    'bannerImage',
    'thumbnail',
    'thumb',
    'images',
    'ogImage',
    'socialImage',
    'picture',
    'photo',
    'teaser',
  ],
  alt: ['imageAlt', 'coverAlt', 'heroImageAlt', 'featuredImageAlt', 'coverImageAlt', 'altText', 'alt'],
  caption: ['imageCaption', 'imageFigcaption', 'coverCaption', 'featuredImageCaption', 'caption'],
  credit: ['imageCredit', 'coverCredit', 'photoCredit', 'imageSource', 'credit'],
  slug: ['slug'],
  address: ['canonicalUrl', 'canonical', 'originalUrl', 'originalLink', 'source', 'sourceUrl', 'externalUrl', 'link'],
  aliases: ['aliases', 'alias', 'redirectFrom', 'redirects', 'permalink', 'url'],
  draft: ['draft', 'isDraft'],
} as const;

/** They say how a page looks or is built elsewhere; nothing a reader reads. */
const ofTheLook =
  /^(?:layout|template|theme|type|class|classes|bodyclass|pageclass|weight|order|navorder|sidebar\w*|toc|tableofcontents|comments?|disqus\w*|math|mathjax|katex|mermaid|eleventy\w*|layoutclass|outputs?|build|cascade|sitemap|seo|robots|noindex|feed|rss|share|showtoc|tocopen|excerptseparator|featured|pin|pinned|sticky|permalinkpattern|publishedfalse|search|searchable|hidemeta|menus?|nav|navigation|parent|haschildren|css|js|scripts?|styles?|schema)$/;

const note = (code: string, message: string): Note => ({ code, message });

/** `path` gives the date and the slug where the fields name none. */
export function articleFields(fields: Fields, path: string): { article: ArticleFields; notes: Note[] } {
  const notes: Note[] = [];
  const all = withParams(fields);
  const of = (wanted: keyof typeof names): unknown => named(all, ...names[wanted]);
  const headline = textOf(of('headline'));
  const fromPath = datedPath(path);
  const article: ArticleFields = {
    byline: bylineOf(of('authors')),
    tags: [],
    aliases: [],
    ...opt('headline', headline && plainWords(headline)),
    ...opt('kicker', textOf(of('kicker'))),
    ...opt('standfirst', standfirstOf(all, notes)),
    ...opt('published', publishedOf(all, fromPath.date, notes)),
    ...opt('updated', dateOf(all, 'updated', notes)),
    ...opt('series', seriesOf(of('series'))),
    ...opt('dateline', textOf(of('dateline'))),
    ...opt('language', textsOf(of('language'))[0]),
    ...opt('slug', textOf(of('slug')) ?? fromPath.slug),
    ...opt('image', imageOf(all, of, notes)),
  };
  placeInSections(all, of, article, path);
  giveAddresses(all, article, notes);
  if (isUnpublished(all)) article.draft = true;
  const unknown = [...all.keys()].filter((name) => !isKnown(name)).map((name) => `"${shortened(name)}"`);
  if (unknown.length > 0) {
    notes.push(note('I304', `Fields without a place here were left out: ${unknown.slice(0, 20).join(', ')}.`));
  }
  return { article, notes };
}

/** Hugo's own fields may stand in a table of their own. */
function withParams(fields: Fields): Fields {
  const params = fields.get('params');
  if (!(params instanceof Map)) return fields;
  return new Map([...params, ...[...fields].filter(([name]) => name !== 'params')]);
}

const known = new Set([
  ...Object.values(names).flat().map(plainName),
  'status',
  'visibility',
  'private',
  'unlisted',
  'hidden',
  'publishdate',
  'expirydate',
  'taxonomies',
  'extra',
]);
const isKnown = (name: string): boolean => known.has(plainName(name)) || ofTheLook.test(plainName(name));

const opt = <Name extends string, Value>(name: Name, value: Value | undefined): { [name in Name]?: Value } =>
  (value === undefined ? {} : { [name]: value }) as { [name in Name]?: Value };

/** Of several descriptions the first counts; one that says something else is told. */
function standfirstOf(fields: Fields, notes: Note[]): string | undefined {
  const texts = names.standfirst.map((name) => textOf(named(fields, name))).filter((text) => text !== undefined);
  const [first, ...others] = texts.map(plainWords).filter((text) => text !== '');
  const different = others.find((text) => text !== first);
  if (different) notes.push(note('I304', `A second description was left out: "${shortened(different)}"`));
  return first;
}

const shortened = (text: string): string => (text.length > 60 ? `${text.slice(0, 60).trimEnd()}…` : text);

/** A date in words, such as "March 4, 2021", yields to the one in the name of the file, where the two differ. */
function publishedOf(fields: Fields, inPath: string | undefined, notes: Note[]): string | undefined {
  const date = dateOf(fields, 'published', notes);
  const inWords = textsOf(names.published.map((name) => named(fields, name))).some((text) => /^[a-z]/i.test(text));
  if (date === undefined || inPath === undefined || !inWords || date.startsWith(inPath)) return date ?? inPath;
  notes.push(note('I305', `The date says ${date}, the name of the file ${inPath}, which was followed.`));
  return inPath;
}

function dateOf(fields: Fields, wanted: 'published' | 'updated', notes: Note[]): string | undefined {
  for (const name of names[wanted]) {
    const text = textOf(named(fields, name));
    if (text === undefined || isOff(text) || isOn(text)) continue;
    const found = writtenDate(text);
    if (found?.told) notes.push(note('I305', `The ${name}: ${found.told}.`));
    if (found) return found.date;
    notes.push(note('I115', `The ${name} "${shortened(text)}" is not a date. Write it as 2025-12-31.`));
  }
  return undefined;
}

/** "2016-03-23-a-walk.md", "2016/03/23/a-walk/index.md", "content/2020/05/a-walk.md" (no day, so no date). */
export function datedPath(path: string): { date?: string; slug?: string } {
  const parts = path.replaceAll('\\', '/').split('/');
  let file = (parts.pop() ?? '').replace(/\.[a-z0-9]+$/i, '').replace(/\.[a-z]{2}(?:-[a-zA-Z]{2,4})?$/, '');
  if (/^_?(?:index|readme)$/i.test(file)) file = parts.pop() ?? '';
  const inName = /^(\d{4})-(\d{1,2})-(\d{1,2})-(.+)$/.exec(file);
  if (inName) return { ...opt('date', writtenDate(inName.slice(1, 4).join('-'))?.date), ...opt('slug', inName[4]) };
  const inFolders = /(?:^|\/)(\d{4})\/(\d{1,2})\/(\d{1,2})$/.exec(parts.join('/'));
  const date = inFolders ? writtenDate(inFolders.slice(1).join('-'))?.date : undefined;
  return { ...opt('date', date), ...opt('slug', file === '' ? undefined : file) };
}

/** The language in a name such as "a-walk.ur.md". */
export const languageInName = (path: string): string | undefined =>
  /\.([a-z]{2,3}(?:[-_][a-zA-Z]{2,4})?)\.[a-z0-9]+$/i.exec(path)?.[1];

function seriesOf(value: unknown): string | undefined {
  if (value instanceof Map) return textOf(named(value, 'name', 'title'));
  return textsOf(value)[0];
}

/** One text may name several people: "A, B and C". Anything else is one entry each. */
function bylineOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value.flatMap((entry) => (typeof entry === 'string' ? [entry] : [entry]));
  const text = textOf(value);
  if (text === undefined) return value instanceof Map ? [value] : [];
  const parts = text.replace(/^by\s+/i, '').split(/\s*[,;،、]\s*(?:and\s+)?|\s+(?:and|&|und|et|y|و|اور)\s+/u);
  const areNames = parts.every((part) => part !== '' && !/^(?:jr|sr|phd|md|esq|inc|ltd|llc|[ivx]+)\.?$/i.test(part));
  return areNames ? parts : [text];
}

/** The first category is the section; the others are tags, for an article stands in one section. */
function placeInSections(
  fields: Fields,
  of: (wanted: keyof typeof names) => unknown,
  article: ArticleFields,
  path: string,
): void {
  const isJekyll = /(?:^|\/)(?:_posts|_drafts)\//.test(path.replaceAll('\\', '/'));
  const taxonomies = fields.get('taxonomies');
  const within = (name: string): unknown => (taxonomies instanceof Map ? named(taxonomies, name) : undefined);
  const sections = [
    ...listed(named(fields, 'section'), false),
    ...listed(named(fields, 'category', 'channel'), false),
    ...listed(named(fields, 'categories') ?? within('categories'), isJekyll),
  ];
  const [section, ...others] = [...new Set(sections)];
  if (section !== undefined) article.section = section;
  article.tags = [...new Set([...listed(of('tags') ?? within('tags'), isJekyll), ...others])];
}

/** Jekyll cuts a single text at its spaces; elsewhere commas do. */
function listed(value: unknown, atSpaces: boolean): string[] {
  if (value instanceof Map) return textsOf([named(value, 'name', 'title', 'slug')]);
  if (Array.isArray(value))
    return value.flatMap((entry: unknown) => (entry instanceof Map ? listed(entry, false) : textsOf(entry)));
  const text = textOf(value);
  if (text === undefined) return [];
  const separator = /[,;،、]/.test(text) ? /\s*[,;،、]\s*/ : atSpaces ? /\s+/ : undefined;
  return separator ? text.split(separator).filter((part) => part !== '') : [text];
}

function imageOf(fields: Fields, of: (wanted: keyof typeof names) => unknown, notes: Note[]): CopyImage | undefined {
  for (const name of names.image) {
    const value: unknown = [named(fields, name)].flat()[0];
    const own = value instanceof Map ? (value as Fields) : undefined;
    const src = textOf(own ? named(own, 'src', 'url', 'path', 'image', 'file', 'filename', 'relative') : value);
    if (src === undefined || isOff(src) || isOn(src)) continue;
    if (/[{<]|^\w+$/.test(src) && !/^\/|\.\w{3,4}$/.test(src.replace(/\{\{.*?\}\}/g, ''))) {
      notes.push(note('I304', `The ${name} "${shortened(src)}" is not the address of a picture. It was left out.`));
      continue;
    }
    const alt = textOf(own ? named(own, 'alt', 'description') : undefined) ?? textOf(of('alt'));
    const caption = textOf(own ? named(own, 'caption', 'title') : undefined) ?? textOf(of('caption'));
    const credit = textOf(own ? named(own, 'credit', 'attribution', 'source') : undefined) ?? textOf(of('credit'));
    const path = src.replace(/\{\{-?\s*site\.(?:baseurl|url)\s*-?\}\}/g, '');
    return { src: path, ...opt('alt', alt), ...opt('caption', caption), ...opt('credit', credit) };
  }
  return undefined;
}

/** Whole addresses say where the article stood, paths where it was reached. */
function giveAddresses(fields: Fields, article: ArticleFields, notes: Note[]): void {
  for (const name of [...names.address, ...names.aliases]) {
    for (const text of textsOf(named(fields, name))) {
      if (/^https?:\/\/\S+$/i.test(text)) {
        if (article.address === undefined) article.address = text;
        else if (article.address !== text) article.aliases.push(text);
      } else if (!(names.aliases as readonly string[]).includes(name)) {
        notes.push(note('I304', `The ${name} "${shortened(text)}" is not a whole address. It was left out.`));
      } else if (/[:{}<>*]|\s/.test(text)) {
        notes.push(note('I304', `The ${name} "${shortened(text)}" is a pattern. It was left out.`));
      } else if (!isOff(text) && !isOn(text) && text !== '/') article.aliases.push(text);
    }
  }
  article.aliases = [...new Set(article.aliases)];
}

const isUnpublished = (fields: Fields): boolean =>
  isOn(named(fields, 'draft', 'isDraft', 'private', 'hidden', 'unlisted')) ||
  (named(fields, 'published') !== undefined && isOff(named(fields, 'published'))) ||
  /^(?:draft|private|pending|unpublished|unlisted)$/i.test(textOf(named(fields, 'status', 'visibility')) ?? '');
