/** Checks one file alone: its schema, its strings, its pictures and addresses, its texts. */
import type { z } from 'zod';
import { directionOf } from '../../publication/language.ts';
import { blockSchemas } from '../../publication/schema.ts';
import { type CompiledTexts, compiledTexts, languageOf, type LinkAt } from './compiled-texts.ts';
import { doubledForms, type Glossary } from './glossary-checks.ts';
import { duplicateKeys, JsonPlaces } from './json-source.ts';
import { letterTextFindings } from './letter-checks.ts';
import type { TextWords } from '../markdown/markdown.ts';
import { pictureFindings } from './picture-checks.ts';
import type { Outcome } from './pictures.ts';
import { type Finding, type Path, type Problem, quoted } from './problems.ts';
import type { ContentFile } from './read-folder.ts';
import { findingsOf } from './schema-problems.ts';
import { listAt, valueAt } from './values.ts';
import { blockSchema, entrySchema, letterShape, type FileKind, type RightFile, schemas } from './shapes.ts';
import { stringsOf } from './strings.ts';
import { themeFindings } from './theme-checks.ts';

/** What a file's checks need to know of the publication. */
export type Surroundings = {
  base: string;
  language: string;
  /** Words that the press adds to a text, such as the heading of the notes. */
  words: TextWords;
  outcome: (source: string) => Outcome;
  glossary: Glossary;
};

export type Checked = Omit<CompiledTexts, 'findings'> & {
  /** As it was parsed. */
  value: unknown;
  /** The same, where its schema accepts it. */
  right?: RightFile;
  problems: Problem[];
};

/** The result of a file that cannot be parsed. */
export const unread: Checked = {
  value: undefined,
  problems: [],
  lines: new Map(),
  parts: new Map(),
  ids: [],
  terms: [],
  links: [],
};

/** Checks a parsed file. Positions are looked up only when something was found. */
export function checked(file: ContentFile, text: string, value: unknown, around: Surroundings): Checked {
  const strings = stringsOf(value);
  if (strings.tooDeep) {
    const message = 'lists and objects stand in one another more than 60 deep.';
    const finding = { path: [], code: 'A108', severity: 'error', message } as const;
    return { ...unread, problems: [new JsonPlaces(text).place(file.shown, finding)] };
  }
  const right = schemas[file.kind].safeParse(value).data;
  const findings = [
    ...(right ? [] : schemaFindings(file, value)),
    ...strings.findings,
    ...fieldFindings(file, value, around),
  ];
  const { findings: inTexts, links, ...texts } = compiledTexts(file, value, around);
  findings.push(...inTexts);
  const places = new JsonPlaces(text);
  const problems = findings.map((finding) => places.place(file.shown, finding));
  problems.push(...duplicateKeys(file.shown, text, strings.keys, places));
  return { ...texts, value, right, problems, links: file.kind === 'authors' ? [...links, ...ownLinks(value)] : links };
}

function schemaFindings({ kind }: ContentFile, value: unknown): Finding[] {
  const schema = schemas[kind];
  const issues = schema.safeParse(value).error?.issues ?? [];
  const [list, meant] = listsOfSeveral[kind] ?? [];
  if (!list || !meant) return issues.flatMap((issue) => findingsOf(issue, value, schema));
  const ofFile = issues.filter(({ path }) => path.length < 2).flatMap((issue) => findingsOf(issue, value, schema));
  return [
    ...ofFile,
    ...listAt(value, list).flatMap((entry, index) => entryFindings(entry, [list, index], meant(entry))),
  ];
}

/** Lists whose entries have one of several schemas, and which of them an entry was meant to have. */
const listsOfSeveral: Partial<Record<FileKind, [list: string, meant: (entry: unknown) => z.ZodType | undefined]>> = {
  'must-read': ['entries', entrySchema],
  front: ['blocks', blockSchema],
  responses: ['letters', letterShape],
};

function entryFindings(entry: unknown, path: Path, schema: z.ZodType | undefined): Finding[] {
  if (!schema) return [{ path, code: 'A226', severity: 'error', message: noBlock(path) }];
  const issues = schema.safeParse(entry).error?.issues ?? [];
  const findings = issues.flatMap((issue) => findingsOf(issue, entry, schema));
  for (const finding of findings) finding.path = [...path, ...finding.path];
  return findings;
}

const noBlock = (path: Path): string =>
  `block ${Number(path.at(-1)) + 1} says nothing to show. Write one of ${Object.keys(blockSchemas).map(quoted).join(', ')}.`;

function fieldFindings({ kind }: ContentFile, value: unknown, { outcome, language }: Surroundings): Finding[] {
  switch (kind) {
    case 'articles':
      return [
        ...pictureFindings(['image'], value, outcome),
        ...urlFindings(['source', 'url'], valueAt(value, ['source', 'url']), ['https', 'http']),
        ...scriptFindings(value, language),
      ];
    case 'authors':
      return [
        ...pictureFindings(['portrait'], value, outcome),
        ...listAt(value, 'links').flatMap((link, index) => {
          const url = valueAt(link, ['url']);
          return isInside(url) ? [] : urlFindings(['links', index, 'url'], url, ['https', 'http', 'mailto']);
        }),
      ];
    case 'must-read':
      return listAt(value, 'entries').flatMap((entry, index) =>
        urlFindings(['entries', index, 'url'], valueAt(entry, ['url']), ['https', 'http']),
      );
    case 'glossary':
      return doubledForms(value, language);
    case 'theme':
      return themeFindings(value);
    case 'responses':
      return letterTextFindings(value);
    default:
      return [];
  }
}

/** What is wrong with the URL at `path`: a scheme that is not allowed (A401), or http where https is better (W504). */
function urlFindings(path: Path, value: unknown, schemes: readonly string[]): Finding[] {
  if (typeof value !== 'string') return [];
  const scheme = URL.canParse(value) ? new URL(value).protocol.slice(0, -1) : '';
  // oxlint-disable-next-line no-control-regex
  if (!schemes.includes(scheme) || /[\s\u0000-\u001f]/.test(value)) {
    const what = scheme === '' ? 'is not a whole address' : 'has a scheme that is not allowed';
    const message = `${quoted(value)} ${what}. Write ${schemes.map((name) => `${name}:`).join(' or ')}, such as https://example.org/page.`;
    return [{ path, code: 'A401', severity: 'error', message }];
  }
  if (scheme !== 'http') return [];
  const message = `${quoted(value)} is not encrypted. Use https: if the other side has it.`;
  return [{ path, code: 'W504', severity: 'warning', message }];
}

const isInside = (url: unknown): url is string => typeof url === 'string' && /^\/(?!\/)/.test(url);

/** An author's links to the publication's own pages. */
const ownLinks = (value: unknown): LinkAt[] =>
  listAt(value, 'links').flatMap((link, index) => {
    const href = valueAt(link, ['url']);
    return isInside(href) ? [{ href, path: ['links', index, 'url'], line: 1, column: 1 }] : [];
  });

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/g;

/** W502: a text whose direction is not that of its language. A few foreign words do not count. */
function scriptFindings(value: unknown, publicationLanguage: string): Finding[] {
  const [headline, first] = [valueAt(value, ['headline']), listAt(value, 'body')[0]];
  if (typeof headline !== 'string' || typeof first !== 'string') return [];
  const sample = headline + first.slice(0, 400);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  const turned = sample.match(rightToLeft)?.length ?? 0;
  const own = valueAt(value, ['language']);
  const language = languageOf(value, publicationLanguage);
  const expected = directionOf(language);
  const opposite = expected === 'ltr' ? turned > letters * 0.7 : turned < letters * 0.1;
  if (letters < 10 || !opposite) return [];
  const ways = expected === 'ltr' ? ['left to right', 'right to left'] : ['right to left', 'left to right'];
  const message = `the language is "${language}", written ${ways[0]}, and the text is written ${ways[1]}. Set "language".`;
  const path = own === undefined ? ['headline'] : ['language'];
  return [{ path, code: 'W502', severity: 'warning', message }];
}
