/**
 * The data model of the import: every format reads its files into items, and everything after that (sections, slugs,
 * report, writing) knows nothing of formats. Text is as the writer typed it; nothing that the file does not say is invented.
 */

/** A line about one item in the report: what was changed in it, or is worth a look. Codes as in `codes.ts`. */
export type Note = { code: string; message: string; line?: number | undefined };

/** Somebody who writes. Two of them with one name, but for case and spaces, are one person. */
export type ImportedAuthor = {
  name: string;
  /** What the file calls this person: "jane-doe", a WordPress login. Never an e-mail address. */
  slug?: string | undefined;
  role?: string | undefined;
  /** Markdown. */
  biography?: string | undefined;
  /** "withheld" where the page hides it; else an address that its owner made public on the page itself. */
  email?: string | undefined;
  links?: { label: string; url: string }[];
  language?: string | undefined;
};

export type ImportedImage = {
  src: string;
  alt?: string | undefined;
  decorative?: true;
  caption?: string | undefined;
  credit?: string | undefined;
};

/** An article as its file gives it; what it does not say is undefined or empty. */
export type ImportedArticle = {
  /** Plain text. Without one, it is made of the first words of the body, and told. */
  headline?: string | undefined;
  standfirst?: string | undefined;
  kicker?: string | undefined;
  kind?: 'news' | 'opinion' | 'article' | undefined;
  authors: ImportedAuthor[];
  /** As the file names it; the first that counts. */
  section?: string | undefined;
  tags: string[];
  series?: string | undefined;
  dateline?: string | undefined;
  /** A date (2025-12-31) or a date-time with its offset. */
  published?: string | undefined;
  updated?: string | undefined;
  language?: string | undefined;
  /** A main picture; a remote one becomes a link at the head of the body. */
  image?: ImportedImage | undefined;
  /** Markdown blocks as in an article file: one paragraph, list, quote, table … each. */
  body: string[];
  /** Where it stood: its whole address. The path becomes an alias. */
  address?: string | undefined;
  /** The whole address of the work on another site that it gives an account of. */
  source?: string | undefined;
  /** Further old paths, such as "/2019/05/title.html". */
  aliases: string[];
  /** What the file calls it, before it is made a slug. */
  slug?: string | undefined;
  draft?: true | undefined;
};

/** A Must Read entry without an article here. */
export type ImportedBrief = {
  headline: string;
  dateline?: string | undefined;
  excerpt?: string | undefined;
  url?: string | undefined;
};

/** A letter to the editors. */
export type ImportedLetter = {
  id?: string | undefined;
  /** The article as it is named: a slug, an old one, an address. Of several, the first that is here. */
  articles: string[];
  name: string;
  /** Plain text; an empty line stands between paragraphs. */
  text: string;
  /** When it was written, as its writer's device says. */
  date?: string | undefined;
  /** When it came, as what carried it says. */
  came?: string | undefined;
  language?: string | undefined;
  replyTo?: string | undefined;
};

/**
 * One item of a file. Each ends in exactly one column of the report: an article, author, brief or letter is taken, changed or
 * left out (such as one that is there already); a format itself leaves out what is `left-out`.
 * `of` groups what is counted together in the sum: "post", "comment", "comment-form line", "menu", "page".
 */
export type Item =
  | { is: 'article'; name: string; line?: number | undefined; article: ImportedArticle; notes: Note[] }
  | { is: 'author'; name: string; line?: number | undefined; author: ImportedAuthor; notes: Note[] }
  | { is: 'brief'; name: string; line?: number | undefined; brief: ImportedBrief; notes: Note[] }
  | { is: 'letter'; name: string; line?: number | undefined; letter: ImportedLetter; notes: Note[] }
  | LeftOut;

export type LeftOut = { is: 'left-out'; of: string; name: string; line?: number | undefined; why: Note };

/** What a format itself leaves out. */
export const leftOut = (of: string, name: string, code: string, message: string, line?: number): LeftOut => ({
  is: 'left-out',
  of,
  name,
  line,
  why: { code, message },
});
