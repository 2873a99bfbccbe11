/** Compiles the texts of a file: their HTML, their links, and their problems with the path in the file. */
import type { CompiledText } from '../../publication/content.ts';
import { largestUrl } from '../../publication/picture-files.ts';
import { isLanguage } from '../../publication/rules.ts';
import type { Surroundings } from './file-checks.ts';
import { compile, compileInline, type CompileOptions, type TextLink, type TextProblem } from '../markdown/markdown.ts';
import { decodedAddress } from '../markdown/web-address.ts';
import type { Outcome } from './pictures.ts';
import type { Finding, Path } from './problems.ts';
import type { ContentFile } from './read-folder.ts';
import { listAt, valueAt } from './values.ts';

export type LinkAt = { href: string; path: Path; line: number; column: number };

export type CompiledTexts = {
  /** The body of an article or page, or the biography of an author. */
  text?: CompiledText;
  /** Texts of blocks of the front page, by the number of the block. */
  parts: Map<number, CompiledText>;
  /** Every id in the HTML of `text`, or of those parts. */
  ids: readonly string[];
  /** Ids of the terms of the glossary that the text leads to. */
  terms: readonly string[];
  /** Captions, corrections and explanations as HTML, by their Markdown. */
  lines: Map<string, string>;
  /** Links to other parts of the site; where they lead is known when every file is read. */
  links: LinkAt[];
  findings: Finding[];
};

/** The language of a file's text: its own, or the publication's. */
export function languageOf(value: unknown, publicationLanguage: string): string {
  const own = valueAt(value, ['language']);
  return typeof own === 'string' && isLanguage(own) ? own : publicationLanguage;
}

export function compiledTexts(file: ContentFile, value: unknown, around: Surroundings): CompiledTexts {
  /** Pictures that the texts show are judged while they are compiled; those that links lead to are not. */
  const shown = new Set<string>();
  const language = languageOf(value, around.language);
  const options: CompileOptions = {
    owner: `${file.kind}/${file.slug}`,
    base: around.base,
    language,
    words: around.words,
    terms: file.kind === 'articles' ? around.glossary.finderIn(language) : undefined,
    picture: (source) => {
      shown.add(source);
      const outcome = outcomeOf(around, source);
      return 'picture' in outcome ? { ...outcome.picture, told: outcome.told } : outcome.refused;
    },
    linkedPicture: (href) => {
      const outcome = outcomeOf(around, href);
      return 'picture' in outcome ? largestUrl(outcome.picture) : undefined;
    },
  };
  const result: CompiledTexts = { ids: [], terms: [], lines: new Map(), parts: new Map(), links: [], findings: [] };
  const take = (path: (block: number) => Path, problems: TextProblem[], links: TextLink[]) => {
    for (const { block, line, column, warning, ...problem } of problems) {
      const severity = warning ? 'warning' : 'error';
      result.findings.push({ path: path(block), inside: { line, column }, severity, ...problem });
    }
    for (const { href, block, line, column } of links) {
      if (!href.startsWith('/images/')) result.links.push({ href, path: path(block), line, column });
      else if (!shown.has(href)) {
        const outcome = outcomeOf(around, href);
        const at = { path: path(block), inside: { line, column } };
        if ('refused' in outcome) result.findings.push({ ...at, severity: 'error', ...outcome.refused });
      }
    }
  };
  const key = file.kind === 'authors' ? 'biography' : 'body';
  const written = valueAt(value, [key]);
  const blocks = typeof written === 'string' ? [written] : listAt(value, key);
  if (blocks.length > 0 && blocks.every((block) => typeof block === 'string')) {
    const { html, outline, words, problems, links, ids, terms } = compile(blocks, options);
    result.text = { html, outline, words };
    result.ids = ids;
    result.terms = terms;
    take((block) => (key === 'body' ? ['body', block] : ['biography']), problems, links);
  }
  for (const [index, block] of (file.kind === 'front' ? listAt(value, 'blocks') : []).entries()) {
    const blocks = listAt(block, 'text');
    if (blocks.length === 0 || !blocks.every((markdown) => typeof markdown === 'string')) continue;
    const own = { ...options, owner: `front/${index}`, language: languageOf(block, options.language) };
    const { html, words, problems, links, ids } = compile(blocks, own);
    result.parts.set(index, { html, outline: [], words });
    result.ids = [...result.ids, ...ids];
    take((place) => ['blocks', index, 'text', place], problems, links);
    if (ids.some((id) => id.startsWith('h-'))) result.findings.push(noHeading(['blocks', index, 'text']));
  }
  for (const path of inlinePaths(value)) {
    const markdown = String(valueAt(value, path));
    const language = languageOf(valueAt(value, path.slice(0, -1)), options.language);
    const { html, problems, links } = compileInline(markdown, { ...options, language });
    result.lines.set(markdown, html);
    take(() => path, problems, links);
  }
  return result;
}

const noHeading = (path: Path): Finding => ({
  path,
  code: 'A326',
  severity: 'error',
  message: 'a text of the front page has no headings of its own. Write "title", or a block for each part.',
});

/**
 * The picture that an address in Markdown stands for: "/images/a%20b.jpg" is the file "a b.jpg". What begins a query or a
 * fragment of an address may be of a name, too.
 */
function outcomeOf({ outcome }: Surroundings, href: string): Outcome {
  const [path] = href.split(/[?#]/, 1);
  const readings = [...new Set([decodedAddress(href), href, decodedAddress(path!)])];
  const known = readings.find((reading) => 'picture' in outcome(reading));
  return outcome(known ?? readings.at(-1)!);
}

/** Where one paragraph of Markdown stands. */
function inlinePaths(value: unknown): Path[] {
  const notes = listAt(value, 'corrections').map((_correction, index) => ['corrections', index, 'note']);
  const terms = listAt(value, 'terms').map((_term, index) => ['terms', index, 'explanation']);
  return [['image', 'caption'], ...notes, ...terms].filter((path) => typeof valueAt(value, path) === 'string');
}
