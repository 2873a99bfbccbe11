/**
 * The press: Markdown in, safe HTML out. Nothing that content holds can run: the HTML has only what `allowedMarkup`
 * lists, and everything else that was written is reported with its place and shown as text.
 */
import type { CompiledText } from '../../publication/content.ts';
import type { CompileOptions, Compiling, TextLink, TextProblem } from './compiling.ts';
import { shapes } from './figures.ts';
import { parser } from './markdown-parser.ts';

export type { CompileOptions, TextLink, TextProblem, TextWords } from './compiling.ts';

/** Every element with its attributes, and every class, that compiled text can hold. */
export const allowedMarkup: {
  elements: Record<string, readonly string[]>;
  everywhere: readonly string[];
  classes: readonly string[];
  classPrefix: string;
} = {
  elements: {
    a: ['class', 'href', 'rel', 'title', 'id', 'role', 'aria-label'],
    blockquote: [],
    br: [],
    code: ['class'],
    div: ['class', 'role', 'tabindex', 'aria-label'],
    em: [],
    figcaption: [],
    figure: ['class'],
    h2: ['id'],
    h3: ['id'],
    h4: ['id'],
    h5: ['id'],
    h6: ['id'],
    hr: [],
    img: ['src', 'width', 'height', 'alt', 'loading', 'decoding', 'srcset', 'sizes', 'class', 'title'],
    li: ['id'],
    ol: ['start'],
    p: [],
    picture: [],
    pre: ['tabindex'],
    s: [],
    section: ['class', 'role', 'aria-labelledby'],
    source: ['type', 'srcset', 'sizes'],
    span: ['class'],
    strong: [],
    sup: [],
    table: [],
    tbody: [],
    td: ['class'],
    th: ['class', 'scope'],
    thead: [],
    tr: [],
    ul: [],
  },
  everywhere: ['lang', 'dir'],
  classes: [
    ...Object.keys(shapes),
    'gallery gallery-row caps term look notes table align-start align-center align-end'.split(' '),
  ].flat(),
  /** On `code`, followed by a-z, 0-9 and hyphens. */
  classPrefix: 'language-',
};

/** About 350,000 words. */
const mostBytes = 2_000_000;

/** A text of one or more blocks, each compiled by itself but sharing footnotes and link definitions. */
export function compile(
  blocks: readonly string[],
  options: CompileOptions,
): CompiledText & { problems: TextProblem[]; links: TextLink[]; ids: string[]; terms: string[] } {
  const compiling = begun(blocks, options);
  const html = tooLong(compiling) ? '' : parser.render('', { compiling });
  const { outline, words, ids, links, terms } = compiling;
  return { html, outline, words, ids: [...ids], links, terms: [...terms], problems: sorted(compiling.problems) };
}

/** One paragraph (a caption, a correction) without its `<p>`. Signs of blocks, such as `#`, stay text. */
export function compileInline(
  markdown: string,
  options: CompileOptions,
): { html: string; problems: TextProblem[]; links: TextLink[] } {
  const compiling = begun([markdown], options);
  const html = tooLong(compiling) ? '' : parser.renderInline('', { compiling });
  return { html, links: compiling.links, problems: sorted(compiling.problems) };
}

const begun = (blocks: readonly string[], options: CompileOptions): Compiling => ({
  options,
  // CommonMark 2.2 and 2.3: line ends are one thing, and U+0000 is replaced.
  blocks: blocks.map((block) => block.replace(/\r\n?/g, '\n').replaceAll('\0', '\ufffd')),
  lines: [],
  problems: [],
  links: [],
  commentEnds: [],
  definitions: new Set(),
  notes: new Map(),
  ids: new Set(),
  terms: new Set(),
  outline: [],
  words: 0,
});

function tooLong({ blocks, problems }: Compiling): boolean {
  let bytes = 0;
  for (const [block, text] of blocks.entries()) {
    bytes += Buffer.byteLength(text);
    if (bytes <= mostBytes) continue;
    const message = 'The text is longer than 2 MB (about 350,000 words). Divide it into several.';
    problems.push({ block, line: 1, column: 1, code: 'A215', message });
    return true;
  }
  return false;
}

/** In the order of the text, each once. */
function sorted(problems: TextProblem[]): TextProblem[] {
  problems.sort((a, b) => a.block - b.block || a.line - b.line || a.column - b.column || (a.code < b.code ? -1 : 1));
  return problems.filter((problem, index) => !same(problem, problems[index - 1]));
}

const same = (a: TextProblem, b: TextProblem | undefined): boolean =>
  a.block === b?.block && a.line === b.line && a.column === b.column && a.code === b.code;
