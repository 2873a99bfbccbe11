/** What is known while one text is compiled: its options, its blocks, and what was found in them so far. */
import type { Env } from 'markdown-it';
import type { CompiledText, Picture } from '../../publication/content.ts';
import type { PictureRefusal } from '../content/pictures.ts';
import type { ProblemData } from '../content/problems.ts';
import type { TermFinder } from './glossary.ts';

/** `block` counts from 0; line and column count from 1, in UTF-16 units, inside that block's Markdown. */
export type PlaceInMarkdown = { block: number; line: number; column: number };

export type TextProblem = PlaceInMarkdown & { code: string; warning?: true; message: string; data?: ProblemData };

/** A link or picture that stays inside the site, as written: "/…" or "#…". */
export type TextLink = PlaceInMarkdown & { href: string };

/** The words of the press itself, in the language of the interface. */
export type TextWords = {
  note: (number: number) => string;
  back: string;
  notes: string;
  table?: (number: number) => string;
};

/** `told`: what an editor should know of the picture. */
export type PictureAnswer = Picture & { told?: PictureRefusal[] };

export type CompileOptions = {
  /** Prefix of footnote ids, fixed per owner (such as the article's slug). */
  owner: string;
  /** "/" or "/folder/": put before every internal address. */
  base: string;
  /** BCP 47 of the text. */
  language: string;
  /** "/images/x.jpg" to the known file, whose `url` already carries the base, or to why it may not be shown. */
  picture(src: string): PictureAnswer | PictureRefusal | undefined;
  /** The URL of a picture that a link leads to: its largest file. */
  linkedPicture?(href: string): string | undefined;
  words?: TextWords;
  /** Terms of the glossary in that language, which lead there. */
  terms?: TermFinder;
};

export type Compiling = {
  options: CompileOptions;
  blocks: string[];
  /** The lines of each block, split when first asked for. */
  lines: string[][];
  problems: TextProblem[];
  links: TextLink[];
  /** Where the last HTML comment of each block ends (line 0: nowhere), looked up when first asked for. */
  commentEnds: PlaceInMarkdown[];
  /** Labels of link definitions. */
  definitions: Set<string>;
  /** Footnote labels and where each is defined. */
  notes: Map<string, PlaceInMarkdown>;
  /** Every id in the HTML. */
  ids: Set<string>;
  /** Ids of the terms of the glossary that lead there. */
  terms: Set<string>;
  outline: CompiledText['outline'];
  words: number;
};

/** Quotes, lists, brackets and emphasis inside each other. A browser gives up at 512. */
export const deepest = 100;

export const tooDeep = `Nested more than ${deepest} deep. Write it flatter.`;

/** The state of this compile, which markdown-it carries from rule to rule. */
export const compilingIn = (env: Env): Compiling => env.compiling as Compiling;

export function report(
  compiling: Compiling,
  place: PlaceInMarkdown,
  code: string,
  message: string,
  data?: ProblemData,
): void {
  compiling.problems.push({ ...place, code, message, data });
}

export function warn(
  compiling: Compiling,
  place: PlaceInMarkdown,
  code: string,
  message: string,
  data?: ProblemData,
): void {
  compiling.problems.push({ ...place, code, warning: true, message, data });
}
