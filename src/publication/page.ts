/**
 * Everything a page shows, computed once (`pageAt` in `site.ts`). The same value is answered by the dev server,
 * written to `page.json` and rendered to `index.html`. Addresses are relative to the base path; words and dates
 * are already in the language of the interface, so the browser formats nothing.
 */
import type { Picture } from './content.ts';
import type { FeedLink } from './feed-addresses.ts';
import type { Directory } from './search/index-files.ts';

/**
 * Of the data beside a page (`page.json`). Raised when code of before could not show what is written now: a tab that is
 * open over such a deploy follows its links by loading documents.
 */
export const pageShape = 3;

/** What `lang` and `dir` an element needs when its text is not in the language of the interface. */
export type LanguageOf = { lang?: string; dir?: 'ltr' | 'rtl' };

export type Stamp = { iso: string; text: string };

export type LinkTo = LanguageOf & { href: string; text: string };

/** A byline in the order of its language: words and separators are plain strings, writers are links. */
export type Byline = (string | LinkTo)[];

export type Portrait = { picture?: Picture & { alt: string }; initials: string };

export type Figure = Picture & { alt: string; caption?: string; credit?: string };

export type Teaser = LanguageOf & {
  href: string;
  headline: string;
  standfirst?: string;
  kicker: LinkTo;
  byline: Byline;
  published?: Stamp;
  minutes: string;
  /** How many letters are printed under it, in words. */
  letters?: string;
  /** It stands beside the headline and says nothing new, so it has no alternative text. */
  image?: Picture;
  /** "Draft" or "Not before 3 May 2027"; only in the dev server. */
  label?: string;
};

export type MustReadEntry = LanguageOf &
  (
    | {
        kind: 'article';
        href: string;
        headline: string;
        reason: string;
        /** A name in the reason that is in another language. */
        by?: LanguageOf & { name: string };
        minutes: string;
      }
    | { kind: 'brief'; headline: string; dateline?: string; excerpt?: string; url?: string; reason: string }
  );

export type Paging = { number: number; count: number; previous?: string; next?: string; text: string };

/** What every page has around its own text. */
export type Frame = {
  name: string;
  /** On the front page only. */
  tagline?: string;
  sections: LinkTo[];
  foot: LinkTo[];
  rights?: string;
  mustRead: MustReadEntry[];
};

/** What the document says of the page and the browser keeps right as the reader goes on; the press writes more. */
export type Head = {
  title: string;
  description?: string;
  /** The whole address. A page without one is kept out of search engines. */
  canonical?: string;
  /** The same text in each of its languages. */
  languages?: { lang: string; href: string }[];
  /** Feeds of what the page lists. */
  feeds?: FeedLink[];
};

export type WriterBox = LanguageOf & {
  href: string;
  name: string;
  role?: string;
  /** Whether `texts` holds a biography, under this name. */
  biography?: string;
  portrait: Portrait;
  /** An address, or "withheld". */
  email?: string;
  links: LinkTo[];
  more: LinkTo[];
};

type Common = {
  head: Head;
  frame: Frame;
  /** Compiled texts of the page, by name. They stand in the HTML once and are left out of the data beside it. */
  texts: Record<string, string>;
};

/** Where letters to the editors go. Where a host takes them, `texts` has the form as it is without script, as `form`. */
export type LettersTo = {
  /** What is said above the form. */
  account: string;
  /** An address of e-mail. */
  mail?: string;
  /** An address of the host, with the base path. */
  post?: string;
};

/** Letters that are printed under an article; `texts` holds them as `letters`, those after them as `moreLetters`. */
export type PrintedLetters = {
  heading: string;
  /** The page that has all of them, where an article has not. */
  all?: LinkTo;
  feed: LinkTo;
};

export type ArticlePageData = Common &
  LanguageOf & {
    kind: 'article';
    slug: string;
    headline: string;
    standfirst?: string;
    kicker: LinkTo;
    section: LinkTo;
    byline: Byline;
    portraits: Portrait[];
    dateline?: string;
    published?: Stamp;
    updated?: Stamp;
    minutes: string;
    /** Words to be read. */
    words: number;
    /** Slugs it had before, under which a device may keep what belongs to it. */
    formerly?: string[];
    label?: string;
    image?: Figure;
    /** What interface words inside the article must say of themselves, where it is in another language. */
    around: LanguageOf;
    /** Empty unless the article is long. */
    outline: { id: string; text: string; level: 2 | 3; minutes?: string }[];
    tags: LinkTo[];
    series?: LinkTo & { part: string; previous?: LinkTo; next?: LinkTo };
    /** Other languages of this article. */
    translations: LinkTo[];
    writers: WriterBox[];
    /** Whose work this article gives an account of. */
    source?: { sentence: Byline };
    /** `note` is inline HTML. */
    corrections: { date: Stamp; note: string }[];
    newer?: LinkTo;
    older?: LinkTo;
    responses: 'device' | 'off' | LettersTo;
    letters?: PrintedLetters;
  };

export type AuthorPageData = Common &
  LanguageOf & {
    kind: 'author';
    name: string;
    role?: string;
    portrait: Portrait;
    email?: string;
    links: LinkTo[];
    /** "12 articles since 2019". */
    tally: string;
    years: { year: string; articles: Teaser[] }[];
    /** Accounts of this writer's work by others. */
    accounts: Teaser[];
    /** Who this writer has written with. */
    together: { with: LinkTo; articles: LinkTo[] }[];
    paging: Paging;
  };

export type AuthorsPageData = Common & {
  kind: 'authors';
  title: string;
  authors: (LanguageOf & { href: string; name: string; role?: string; portrait: Portrait; tally: string })[];
  paging: Paging;
};

export type MustReadPageData = Common & {
  kind: 'must-read';
  title: string;
  introduction: string;
  entries: MustReadEntry[];
};

/** A block of the front page. */
export type FrontBlock =
  | { kind: 'lead'; article: Teaser }
  | {
      kind: 'list';
      /** Without one it is the latest. */
      title?: string;
      href?: string;
      /** What all of them are in, which their kickers need not say again. */
      within?: string;
      articles: Teaser[];
      /** "Part 2 of 3" beside each, in a series. */
      parts?: string[];
    }
  | { kind: 'must-read'; entries: MustReadEntry[] }
  /** `text`: its name in `texts`. */
  | (LanguageOf & { kind: 'text'; title?: string; text: string });

export type FrontPageData = Common & { kind: 'front'; blocks: FrontBlock[]; more?: LinkTo };

/** Sections, tags, series, the months of the archive. */
export type ListPageData = Common & {
  kind: 'list';
  /** What the list is: "Section", "Series", "Archive". */
  overline: string;
  title: string;
  tally: string;
  articles: Teaser[];
  /** "Part 2 of 3" beside each, in a series. */
  parts?: string[];
  paging: Paging;
};

export type ArchivePageData = Common & {
  kind: 'archive';
  title: string;
  tally: string;
  /** Years, or the months of a year, with how many articles each holds. */
  groups: {
    heading?: LinkTo & { count: string };
    periods: (LinkTo & { count: string; headlines: LinkTo[] })[];
  }[];
  /** From a year to the whole archive. */
  up?: LinkTo;
  undated?: LinkTo & { count: string };
};

export type OwnPageData = Common & LanguageOf & { kind: 'own'; title: string };

/** All letters under an article, fifty or so a page; of the first page, `letters` are those that the article has too. */
export type LettersPageData = Common &
  LanguageOf & {
    kind: 'letters';
    overline: string;
    /** The headline of the article. */
    title: string;
    article: LinkTo;
    tally: string;
    feed: LinkTo;
    paging: Paging;
  };

/** The glossary: its text has an element for each term, with the term's id. */
export type GlossaryPageData = OwnPageData & { terms: ExplainedTerm[] };

/** What a search for a term is answered with. */
export type ExplainedTerm = LanguageOf & { id: string; forms: string[]; explanation: string };

/** What the reader keeps on this device is not in it. */
export type ShelfPageData = Common & { kind: 'shelf'; title: string; introduction: string; withoutScript: string };
export type SearchPageData = Common & {
  kind: 'search';
  title: string;
  /** Where the form leads, with the base path. */
  action: string;
  label: string;
  /** What is said where there is no script, and the way on from there. */
  needsScript: string;
  archive: LinkTo;
  /** Where there are terms that can be found. */
  glossary?: LinkTo;
  index?: Directory;
};

export type NotFoundPageData = Common & { kind: 'not-found' };

/** Made in the browser where the data of a page could not be had. */
export type FailedPageData = Common & { kind: 'failed'; reason: 'offline' | 'server' | 'foreign' | 'newer' };

/** Only in the dev server: the file of this page cannot be read. */
export type BrokenPageData = Common & { kind: 'broken'; title: string; problems: string[] };

export type Page =
  | ArticlePageData
  | AuthorPageData
  | AuthorsPageData
  | MustReadPageData
  | FrontPageData
  | ListPageData
  | ArchivePageData
  | OwnPageData
  | LettersPageData
  | ShelfPageData
  | SearchPageData
  | NotFoundPageData
  | FailedPageData
  | BrokenPageData;

/** What rendering a page gives: `preloads` for the head of the document, `html` for #root, `data`: the page without its texts. */
export type Rendered = { preloads: string; html: string; data: string };
