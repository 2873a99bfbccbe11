/**
 * The importer: turns items into files of the staging folder. It knows nothing of formats. `finish.ts` checks what it
 * prepared and writes it.
 */
import { jsonText } from '../press/content/json-text.ts';
import { compileInline } from '../press/markdown/markdown.ts';
import { quoted, reasonOf } from '../press/content/problems.ts';
import { isVisible } from '../publication/rules.ts';
import type { ArticleFile } from '../publication/schema.ts';
import { articleDraftOf } from './folder/article-draft.ts';
import { ArticleIndex } from './folder/article-index.ts';
import { Authors, shortenedName } from './folder/authors.ts';
import { repaired, tooLong } from './repair/body-repair.ts';
import { Cleaner } from './wording/clean-text.ts';
import type { ImportedArticle, ImportedAuthor, ImportedBrief, Item, Note } from './item.ts';
import { type Existing, fingerprintOf, fingerprintOfWords } from './folder/existing-content.ts';
import type { ReportedItem, FileReport, ImportReport } from './report/report.ts';
import { IncomingLetters } from './folder/incoming-letters.ts';
import { ArticleLinks } from './folder/links.ts';
import { escaped, wordsOfMarkdown } from './repair/markdown-words.ts';
import { addressKey, aliasesOf } from './folder/old-addresses.ts';
import { ImportedPictures } from './folder/imported-pictures.ts';
import { folded, Sections } from './folder/sections.ts';
import { cleanedSlug, slugOf } from '../press/content/slugs.ts';
import type { InputFile } from './read/source.ts';
import { stated } from './stated.ts';
import { DiskFault, type Staging } from '../press/content/staging.ts';

/** An article that was put into the staging folder. */
export type Pending = {
  reported: ReportedItem;
  slug: string;
  path: string;
  language: string | undefined;
  section: string;
  authors: readonly string[];
};

type RepairContext = { language: string | undefined; page: string | undefined; cleaner: Cleaner; notes: Note[] };

export type ImporterOptions = { section: string | undefined; author: string | undefined };

export class Importer {
  readonly report: ImportReport;
  readonly staging: Staging;
  readonly existing: Existing;
  readonly sections: Sections;
  readonly authors: Authors;
  readonly links = new ArticleLinks();
  /** By path below the content folder. */
  readonly pending = new Map<string, Pending>();
  readonly briefs: { brief: ImportedBrief; reported: ReportedItem }[] = [];
  /** Items that are authors, not those of articles. */
  readonly authorItems: { slug: string; before: boolean; reported: ReportedItem }[] = [];
  readonly letters = new IncomingLetters();
  readonly #index: ArticleIndex;
  readonly pictures: ImportedPictures;
  readonly #author: string | undefined;
  readonly #entries = new Set<string>();
  #source: InputFile | undefined;

  constructor(existing: Existing, staging: Staging, report: ImportReport, options: ImporterOptions) {
    this.existing = existing;
    this.staging = staging;
    this.report = report;
    this.sections = new Sections(existing.sections, options.section);
    this.#author = options.author;
    this.pictures = new ImportedPictures(staging);
    this.#index = new ArticleIndex(existing.articles, existing.taken.articles);
    this.authors = new Authors(existing.authors, existing.taken.authors, (markdown, language, notes) =>
      this.#repaired([markdown], { language, page: undefined, cleaner: new Cleaner(), notes }, false)?.join('\n\n'),
    );
    for (const { headline } of entriesOf(existing)) this.#entries.add(folded(headline));
  }

  /** Adds one item to the report and, where it can be used, to the staging folder. */
  take(item: Item, source: InputFile, file: FileReport): void {
    const reported = this.report.add(file, item);
    this.#source = source;
    const cleaner = new Cleaner();
    const drafts = source.draftsFolder;
    try {
      if (drafts !== undefined && (item.is === 'article' || item.is === 'brief')) {
        const note = { code: 'I603', message: `it lies in the folder of drafts ${quoted(drafts)}` };
        if (item.is === 'brief') {
          this.report.leftOut(reported, note);
          return;
        }
        reported.notes.push({ ...note, message: `${note.message}: it is a draft here` });
        item.article.draft = true;
      }
      if (item.is === 'article') this.#takeArticle(item.article, reported, cleaner);
      else if (item.is === 'author') this.#takeAuthor(item.author, reported, cleaner);
      else if (item.is === 'brief') this.#takeBrief(item.brief, reported, cleaner);
      else if (item.is === 'letter') this.letters.take(item.letter, reported, this.report);
    } catch (error) {
      if (error instanceof DiskFault) throw error;
      this.report.leftOut(reported, { code: 'I407', message: `the importer could not take it: ${reasonOf(error)}` });
    }
  }

  /** The articles that there will be: their slugs, and which of them is at an address, or was. */
  knownArticles(): { slugs: ReadonlySet<string>; at: (address: string) => string | undefined } {
    const slugs = new Set([...this.existing.taken.articles, ...Array.from(this.pending.values(), ({ slug }) => slug)]);
    return {
      slugs,
      at: (address) => {
        const slug = this.#index.at(address);
        return slug !== undefined && slugs.has(slug) ? slug : undefined;
      },
    };
  }

  #takeArticle(article: ImportedArticle, reported: ReportedItem, cleaner: Cleaner): void {
    const { notes } = reported;
    const picture = (address: string) => this.pictures.place(address, this.#source!, article.address);
    const repair = (blocks: readonly string[], language: string | undefined) =>
      this.#repaired(blocks, { language, page: article.address, cleaner, notes });
    const draft = articleDraftOf(article, { cleaner, notes, picture, repair });
    if ('leftOut' in draft) {
      this.report.leftOut(reported, draft.leftOut);
      return;
    }
    if (draft.image?.caption !== undefined) draft.image.caption = this.#repairedLine(draft.image.caption);
    const wanted = this.#wantedSlug(article, draft.headline, notes);
    const told: Note[] = [];
    const aliases = aliasesOf(article, wanted, told);
    const { headline, published } = draft;
    const place = article.address === undefined ? undefined : addressKey(article.address);
    const indexed = this.#index.enter(
      {
        headline,
        published,
        fingerprint: fingerprintOf(draft.body),
        words: fingerprintOfWords(draft.body),
        aliases,
        place,
      },
      wanted,
    );
    const { slug } = indexed;
    if (indexed.is === 'repeated') {
      this.report.leftOut(reported, { code: 'I406', message: `it came before in this run: articles/${slug}.json` });
      this.#noteLinks(article, slug);
      return;
    }
    notes.push(...told, ...cleaner.notes());
    if (slug !== wanted)
      notes.push({ code: 'I203', message: `the slug ${quoted(wanted)} is taken: it is ${quoted(slug)}` });
    const own = aliases.filter((alias) => !this.#index.isOthers(alias, slug));
    for (const alias of aliases.filter((one) => !own.includes(one))) {
      notes.push({ code: 'I204', message: `the old address ${quoted(alias)} is that of another article: left out` });
    }
    const authors = this.#authorsOf(article, cleaner, notes);
    const section = this.#sectionOf(article, notes);
    const file: ArticleFile = inOrder({
      ...draft,
      authors,
      section,
      ...stated({ source: sourceOf(article, headline, authors), aliases: own.length > 0 ? own : undefined }),
    });
    const path = indexed.is === 'existing' ? indexed.path : `articles/${slug}.json`;
    this.staging.put(path, jsonText(file));
    this.#noteLinks(article, slug);
    this.pending.set(path, { reported: reported, slug, path, language: draft.language, section, authors });
  }

  #noteLinks({ address }: ImportedArticle, slug: string): void {
    const key = address === undefined ? undefined : addressKey(address);
    this.links.add(key, this.#source!.place.path, slug);
  }

  #wantedSlug({ slug }: ImportedArticle, headline: string, notes: Note[]): string {
    const given = slug === undefined ? undefined : cleanedSlug(slug);
    if (given?.cleaned)
      notes.push({ code: 'I201', message: `the name ${quoted(slug)} was cleaned: it is ${quoted(given.slug)}` });
    return given?.slug ?? slugOf(headline, 'article');
  }

  #authorsOf(article: ImportedArticle, cleaner: Cleaner, notes: Note[]): string[] {
    const slugs = new Set<string>();
    for (const author of article.authors.flatMap(oneByOne)) {
      const writer = this.authors.take(author, cleaner, notes);
      if (writer) slugs.add(writer.slug);
    }
    if (slugs.size > 0) return [...slugs];
    if (this.#author !== undefined) return [this.authors.bySlug(this.#author).slug];
    notes.push({ code: 'I117', message: 'there is no author: it is by the publication' });
    return [];
  }

  #sectionOf({ section }: ImportedArticle, notes: Note[]): string {
    const name = new Cleaner().line(section ?? '');
    const isNamed = isVisible(name);
    const slug = this.sections.slugFor(isNamed ? name : undefined);
    if (!isNamed) notes.push({ code: 'I118', message: `no section is named: it is in ${quoted(slug)}` });
    return slug;
  }

  #takeAuthor(author: ImportedAuthor, reported: ReportedItem, cleaner: Cleaner): void {
    const writer = this.authors.take(author, cleaner, reported.notes);
    if (!writer) {
      this.report.leftOut(reported, { code: 'I112', message: 'the author has no name' });
      return;
    }
    reported.notes.push(...cleaner.notes());
    this.authorItems.push({ slug: writer.slug, before: writer.before, reported: reported });
  }

  #takeBrief(imported: ImportedBrief, reported: ReportedItem, cleaner: Cleaner): void {
    const { notes } = reported;
    const cut = (key: string, written: string | undefined, limit: number): string | undefined => {
      const line = cleaner.line(written ?? '');
      if (!isVisible(line)) return undefined;
      if (line.length > limit)
        notes.push({ code: 'I122', message: `the ${key} is longer than ${limit} characters: shortened` });
      return shortenedName(line, limit);
    };
    const excerpt = cut('excerpt', imported.excerpt, 600);
    const headline =
      cut('headline', imported.headline, 300) ?? (excerpt === undefined ? undefined : shortenedName(excerpt, 80));
    if (headline === undefined) {
      this.report.leftOut(reported, { code: 'I112', message: 'there is no headline' });
      return;
    }
    let { url } = imported;
    if (url !== undefined && (!/^https?:\/\/[^\s]+$/i.test(url) || !URL.canParse(url))) {
      notes.push({ code: 'I213', message: `${quoted(url)} is no whole web address: left out` });
      url = undefined;
    }
    const brief = { headline, ...stated({ dateline: cut('dateline', imported.dateline, 60), excerpt, url }) };
    notes.push(...cleaner.notes());
    // A headline stands only once in the feed.
    if (this.#entries.has(folded(headline))) {
      this.report.leftOut(reported, { code: 'I405', message: 'it is here already: must-read.json' });
      return;
    }
    this.#entries.add(folded(headline));
    this.briefs.push({ brief, reported: reported });
  }

  /** The blocks as the press accepts them, with a note for every change; undefined for a text that is too long. */
  #repaired(blocks: readonly string[], context: RepairContext, followsFiles = true): string[] | undefined {
    const { page, cleaner, notes } = context;
    const source = this.#source!;
    const result = repaired(blocks, {
      language: context.language ?? this.existing.language ?? 'en',
      placed: (address) => this.pictures.placed(address),
      picture: (address) => this.pictures.place(address, source, page),
      resolved: (address) => (followsFiles ? this.links.targetOf(address, page, source) : undefined),
      unturned: (text) => cleaner.unturned(text),
    });
    if (result === tooLong) return undefined;
    notes.push(...result.notes);
    return result.blocks;
  }

  /** One paragraph of Markdown; escaped as plain text where the press refuses it. */
  #repairedLine(markdown: string): string {
    const { problems } = compileInline(markdown, {
      owner: 'import',
      base: '/',
      language: 'en',
      picture: () => undefined,
    });
    return problems.some(({ warning }) => !warning) ? escaped(wordsOfMarkdown(markdown)) : markdown;
  }
}

/** Splits a list of authors as journals write it: "Kaur, M., Shukla, A. K." is two. */
function oneByOne(author: ImportedAuthor): ImportedAuthor[] {
  const journal = /^(?:[^,]{2,60}, (?:\p{Lu}\p{M}*\.[ -]?){1,4}(?:, |$)){2,}/u;
  if (!journal.test(author.name)) return [author];
  return author.name.split(/(?<=\.), (?=[^,]{2,60}, |[^,]+$)/u).map((name) => ({ name }));
}

function sourceOf({ source }: ImportedArticle, headline: string, authors: string[]): ArticleFile['source'] {
  const url = URL.canParse(source ?? '') ? new URL(source!) : undefined;
  return url?.username === '' ? { headline, authors, name: url.host, url: url.href } : undefined;
}

const keys =
  'headline standfirst kicker kind authors section tags series dateline published updated language image body source aliases draft'.split(
    ' ',
  ) as (keyof ArticleFile)[];

/** Puts the keys in the order in which people look for them. */
const inOrder = (file: ArticleFile): ArticleFile =>
  Object.fromEntries(keys.flatMap((key) => (file[key] === undefined ? [] : [[key, file[key]]]))) as ArticleFile;

/** The briefs of must-read.json. */
export const entriesOf = ({ mustRead }: Existing): { headline: string }[] => {
  const entries = mustRead?.['entries'];
  return (Array.isArray(entries) ? entries : []).filter(
    (entry: unknown): entry is { headline: string } =>
      typeof (entry as { headline?: unknown } | null)?.headline === 'string',
  );
};
