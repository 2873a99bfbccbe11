/** A folder of a corpus, imported into a content folder of its own, and what became of each of its files. */
import { readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { compile } from '../../../src/press/markdown/markdown.ts';
import type { ArticleFile, AuthorFile, MustReadFile } from '../../../src/publication/schema.ts';
import { Importer } from '../../../src/import/importer.ts';
import { existingContent } from '../../../src/import/folder/existing-content.ts';
import { type FinishResult, finish } from '../../../src/import/finish.ts';
import { inputFiles } from '../../../src/import/read/input-files.ts';
import { ImportReport } from '../../../src/import/report/report.ts';
import { Unpacking } from '../../../src/import/read/zip.ts';
import { readAll } from '../../../src/import/read-all.ts';
import { Staging } from '../../../src/press/content/staging.ts';

/** An article as it came out, with the names of its authors. */
export type Printed = { file: ArticleFile; authors: string[]; text: string; blocks: string[]; html: string };

export type Imported = {
  data: string;
  report: ImportReport;
  ended: FinishResult;
  milliseconds: number;
  /** What became of each article and brief of a file, in the order of the file; undefined for what was left out. */
  inOrder: (path: string) => (Printed | MustReadFile['entries'][number] | undefined)[];
  /** The articles made of a file, by its path below the corpus. */
  articles: (path: string) => Printed[];
  briefs: (path: string) => MustReadFile['entries'];
};

/** Imports `folder` into `data`, which is made. */
export async function imported(folder: string, data: string, paths: readonly string[] = [folder]): Promise<Imported> {
  const started = performance.now();
  const staging = Staging.begin(data);
  const report = new ImportReport();
  try {
    const importer = new Importer(existingContent(data), staging, report, { section: undefined, author: undefined });
    await readAll(inputFiles(paths), undefined, importer, new Unpacking(), () => {});
    const ended = finish(importer, { now: new Date(), dryRun: false, existing: undefined, strict: false });
    const milliseconds = performance.now() - started;
    const entriesOf = (path: string) =>
      report.items.filter(({ file }) => relative(folder, file).split(sep).join('/') === path);
    const { entries: feed } = (contentFile(data, 'must-read.json') ?? { entries: [] }) as MustReadFile;
    const madeOf = (to: string | undefined) => {
      if (to?.startsWith('articles/')) return printed(data, to);
      return to === undefined ? undefined : feed[Number(/^must-read\.json, entry (\d+)$/.exec(to)?.[1]) - 1];
    };
    const inOrder = (path: string) =>
      entriesOf(path).flatMap(({ of, to }) => (of === 'article' || of === 'brief' ? [madeOf(to)] : []));
    return {
      data,
      report,
      ended,
      milliseconds,
      inOrder,
      articles: (path) => inOrder(path).filter(isPrinted),
      briefs: (path) => inOrder(path).flatMap((made) => (made === undefined || isPrinted(made) ? [] : [made])),
    };
  } finally {
    staging.discard();
  }
}

const isPrinted = (made: object | undefined): made is Printed => made !== undefined && 'blocks' in made;

function contentFile(data: string, path: string): unknown {
  try {
    return JSON.parse(readFileSync(join(data, path), 'utf8'));
  } catch {
    return undefined;
  }
}

function printed(data: string, path: string): Printed {
  const file = contentFile(data, path) as ArticleFile;
  const authors = file.authors.map(
    (slug) => (contentFile(data, `authors/${slug}.json`) as AuthorFile | undefined)?.name ?? slug,
  );
  const options = {
    owner: 'bench',
    base: '/',
    language: file.language ?? 'en',
    picture: () => ({ url: '/x', width: 1, height: 1 }),
  };
  const { html } = compile(file.body, options);
  const blocks = file.body.map((block) => textOf(compile([block], options).html));
  return { file, authors, html, text: textOf(html), blocks };
}

const names: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00a0' };

/** The words of HTML, one space between them. */
export const textOf = (html: string): string =>
  html
    .replace(/<(script|style)\b[^]*?<\/\1>/gi, ' ')
    .replace(/<\/?(?:a|b|i|em|strong|span|sup|sub|s|code|font|u|mark|small|abbr|cite|q|time|kbd)\b[^>]*>/gi, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(
      /&(amp|lt|gt|quot|nbsp|#39|#(\d+)|#x([\da-f]+));/gi,
      (whole, name: string, decimal?: string, hex?: string) => {
        if (name === '#39') return "'";
        if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
        if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
        return names[name.toLowerCase()] ?? whole;
      },
    )
    .replace(/\s+/g, ' ')
    .trim();
