/** Compiles the texts of a file, and puts what the press reports of them where they stand in the file. */
import { isLanguage } from '../../publication/rules.ts';
import type { Checked, Surroundings } from './file-checks.ts';
import { compile, compileInline, type CompileOptions, type TextLink, type TextProblem } from '../markdown/markdown.ts';
import type { PictureRefusal } from './pictures.ts';
import { type Finding, type Path, quoted, type Severity } from './problems.ts';
import type { ContentFile } from './read-folder.ts';
import { listAt, valueAt } from './values.ts';

/** The language of a file's text: its own, or the publication's. */
export function languageOf(value: unknown, publicationLanguage: string): string {
  const own = valueAt(value, ['language']);
  return typeof own === 'string' && isLanguage(own) ? own : publicationLanguage;
}

/** Compiles the texts of a file; the body of an article or page and the biography of an author are kept. */
export function textFindings(file: ContentFile, value: unknown, around: Surroundings, result: Checked): Finding[] {
  const refused = new Map<string, PictureRefusal>();
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
    const markdown = String(valueAt(value, path));
    const { html, problems, links } = compileInline(markdown, options);
    result.lines.set(markdown, html);
    take(() => path, problems, links);
  }
  return findings;
}

/** What the press reports, with the true reason where it only knows that a picture cannot be had. */
function textFinding(
  { line, column, code, warning, message }: TextProblem,
  refused: ReadonlyMap<string, PictureRefusal>,
) {
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
