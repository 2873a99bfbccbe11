/** What can be said of one file alone: its schema, its strings, its pictures and addresses, its texts compiled. */
import type { CompiledText } from '../publication/content.ts';
import { directionOf } from '../publication/language.ts';
import { isLanguage } from '../publication/rules.ts';
import { duplicateKeys, JsonPlaces } from './json-source.ts';
import {
  compile,
  compileInline,
  type CompileOptions,
  type TextLink,
  type TextProblem,
  type TextWords,
} from './markdown.ts';
import { pictureFindings } from './picture-checks.ts';
import type { Outcome, Refusal } from './pictures.ts';
import { type Finding, type Problem, quoted, type Path, type Severity } from './problems.ts';
import type { ContentFile } from './read-folder.ts';
import { findingsOf, valueAt } from './schema-problems.ts';
import { entrySchema, type RightFile, schemas } from './shapes.ts';
import { stringsOf } from './strings.ts';
import { urlFindings } from './urls.ts';

/** What a file's checks need to know of the publication. */
export type Surroundings = {
  base: string;
  language: string;
  /** What the press itself says in a text, such as the heading of the notes. */
  words: TextWords;
  outcome: (source: string) => Outcome;
};

export type LinkAt = { href: string; path: Path; line: number; column: number };

export type Checked = {
  /** As it was parsed. */
  value: unknown;
  /** The same, where its schema accepts it. */
  right?: RightFile;
  problems: Problem[];
  text?: CompiledText;
  ids: readonly string[];
  /** Links to other parts of the site; where they lead is known when every file is read. */
  links: LinkAt[];
};

/** Checks a parsed file. Positions are looked up only when something was found. */
export function checked(file: ContentFile, text: string, value: unknown, around: Surroundings): Checked {
  const strings = stringsOf(value);
  if (strings.tooDeep) {
    const message = 'lists and objects stand in one another more than 60 deep.';
    const finding = { path: [], code: 'A108', severity: 'error', message } as const;
    return { value: undefined, problems: [new JsonPlaces(text).place(file.shown, finding)], ids: [], links: [] };
  }
  const result: Checked = { value, right: schemas[file.kind].safeParse(value).data, problems: [], ids: [], links: [] };
  const findings = [
    ...(result.right ? [] : schemaFindings(file, value)),
    ...strings.findings,
    ...fieldFindings(file, value, around),
  ];
  findings.push(...textFindings(file, value, around, result));
  const places = new JsonPlaces(text);
  result.problems = findings.map((finding) => places.place(file.shown, finding));
  result.problems.push(...duplicateKeys(file.shown, text, strings.keys, places));
  return result;
}

function schemaFindings({ kind }: ContentFile, value: unknown): Finding[] {
  const schema = schemas[kind];
  const issues = schema.safeParse(value).error?.issues ?? [];
  if (kind !== 'must-read') return issues.flatMap((issue) => findingsOf(issue, value, schema));
  const ofFile = issues.filter(({ path }) => path.length < 2).flatMap((issue) => findingsOf(issue, value, schema));
  return [...ofFile, ...listAt(value, 'entries').flatMap((entry, index) => entryFindings(entry, ['entries', index]))];
}

/** An entry is one of two shapes; it is judged by the one it was meant to have. */
function entryFindings(entry: unknown, path: Path): Finding[] {
  const schema = entrySchema(entry);
  const issues = schema.safeParse(entry).error?.issues ?? [];
  const findings = issues.flatMap((issue) => findingsOf(issue, entry, schema));
  for (const finding of findings) finding.path = [...path, ...finding.path];
  return findings;
}

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
        ...listAt(value, 'links').flatMap((link, index) =>
          urlFindings(['links', index, 'url'], valueAt(link, ['url']), ['https', 'http', 'mailto']),
        ),
      ];
    case 'must-read':
      return listAt(value, 'entries').flatMap((entry, index) =>
        urlFindings(['entries', index, 'url'], valueAt(entry, ['url']), ['https', 'http']),
      );
    default:
      return [];
  }
}

/** The entries of a list, none where there is no list. */
export const listAt = (value: unknown, key: string): unknown[] => {
  const list = valueAt(value, [key]);
  return Array.isArray(list) ? list : [];
};

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/g;

/** W502: text that is written the other way than its language is. A few foreign words do not make it so. */
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

function languageOf(value: unknown, publicationLanguage: string): string {
  const own = valueAt(value, ['language']);
  return typeof own === 'string' && isLanguage(own) ? own : publicationLanguage;
}

/** Compiles the texts of a file; the body of an article or page and the biography of an author are kept. */
function textFindings(file: ContentFile, value: unknown, around: Surroundings, result: Checked): Finding[] {
  const refused = new Map<string, Refusal>();
  const options: CompileOptions = {
    owner: `${file.kind}/${file.slug}`,
    base: around.base,
    language: languageOf(value, around.language),
    words: around.words,
    picture: (source) => {
      const outcome = around.outcome(decodedPath(source));
      if ('picture' in outcome) return outcome.picture;
      refused.set(source, outcome.refused);
      return undefined;
    },
  };
  const findings: Finding[] = [];
  const take = (path: (block: number) => Path, problems: TextProblem[], links: TextLink[]) => {
    for (const problem of problems) findings.push({ path: path(problem.block), ...textFinding(problem, refused) });
    for (const { href, block, line, column } of links) {
      if (!href.startsWith('/images/')) result.links.push({ href, path: path(block), line, column });
      else if (!refused.has(href)) {
        const outcome = around.outcome(decodedPath(href));
        const at = { path: path(block), inside: { line, column } };
        if ('refused' in outcome) findings.push({ ...at, severity: 'error', ...outcome.refused });
      }
    }
  };
  const key = file.kind === 'authors' ? 'biography' : 'body';
  const written = valueAt(value, [key]);
  const blocks = typeof written === 'string' ? [written] : listAt(value, key);
  if (blocks.length > 0 && blocks.every((block) => typeof block === 'string')) {
    const { html, outline, words, problems, links, ids } = compile(blocks, options);
    result.text = { html, outline, words };
    result.ids = ids;
    take((block) => (key === 'body' ? ['body', block] : ['biography']), problems, links);
  }
  for (const path of inlinePaths(value)) {
    const { problems, links } = compileInline(String(valueAt(value, path)), options);
    take(() => path, problems, links);
  }
  return findings;
}

/** What the press reports, with the true reason where it only knows that a picture cannot be had. */
function textFinding({ line, column, code, warning, message }: TextProblem, refused: ReadonlyMap<string, Refusal>) {
  const severity: Severity = warning ? 'warning' : 'error';
  const reason = code === 'A309' ? [...refused].find(([source]) => message.includes(quoted(source)))?.[1] : undefined;
  return { inside: { line, column }, severity, code, message, ...reason };
}

/** The path that an address in Markdown stands for: "/images/a%20b.jpg" is the file "a b.jpg". */
function decodedPath(href: string): string {
  const path = href.replace(/[?#].*$/s, '');
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** Where one paragraph of Markdown stands. */
function inlinePaths(value: unknown): Path[] {
  const notes = listAt(value, 'corrections').map((_correction, index) => ['corrections', index, 'note']);
  return [['image', 'caption'], ...notes].filter((path) => typeof valueAt(value, path) === 'string');
}
