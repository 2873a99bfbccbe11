/** A small content folder that is right, made in a temporary place, with some files of a test in place of its own. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { type ContentResult, readContent, type ReadOptions } from '../../../src/press/content/validate.ts';

/** By path in the folder: text as it is, bytes, or a value written as JSON of two spaces; `null` leaves a file out. */
export type Files = Record<string, unknown>;

export const publication = {
  name: 'The Test',
  address: 'https://test.example/',
  language: 'en',
  timeZone: 'Asia/Karachi',
  sections: [{ slug: 'news', name: 'News' }],
  format: 1,
};

export const article = {
  headline: 'Rain over the harbour',
  authors: ['jane-doe'],
  section: 'news',
  published: '2026-03-01',
  body: ['It rained.'],
};

/** The article with other fields, in their order. */
export const articleWith = (fields: object): object => ({ ...article, ...fields });

/** An article whose body stands at line 9 and after, one block a line, from column 5. */
export const articleOf = (...body: string[]): object => ({ ...article, body });

const right: Files = {
  'publication.json': publication,
  'must-read.json': { entries: [{ article: 'rain' }] },
  'authors/jane-doe.json': { name: 'Jane Doe' },
  'articles/rain.json': article,
  'pages/about.json': { title: 'About', body: ['We print.'] },
};

const made: string[] = [];

afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** Writes the folder; it is gone after the test. */
export function contentFolder(files: Files = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-content-'));
  made.push(folder);
  for (const [name, content] of Object.entries({ ...right, ...files }))
    if (content !== null) write(folder, name, content);
  return folder;
}

/** Writes one file of a folder. */
export function write(folder: string, name: string, content: unknown): void {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  const asIs = typeof content === 'string' || Buffer.isBuffer(content);
  writeFileSync(path, asIs ? content : `${JSON.stringify(content, undefined, 2)}\n`);
}

export const now = new Date('2026-06-01T12:00:00Z');

export const read = (folder: string, options: Partial<ReadOptions> = {}): Promise<ContentResult> =>
  readContent(folder, { base: '/', now, includeUnpublished: false, ...options });

export type Case = {
  name: string;
  files: Files;
  /** Prepares what plain files cannot say, such as a link or a pipe. */
  prepare?: (folder: string) => void;
  code: string;
  /** "articles/rain.json:12:5": the file in the folder, with line and column. */
  at: string;
  says: string;
  /** Codes of other problems that this one brings with it. */
  also?: string[];
};

/** One test a case: the folder has the problem of the case, at its place, and no other. */
export function expectEach(cases: readonly Case[]): void {
  it.each(cases)('$name', async ({ files, prepare, code, at, says, also = [] }) => {
    const folder = contentFolder(files);
    prepare?.(folder);
    const { problems } = await read(folder);
    expect(problems.map((problem) => problem.code).sort()).toEqual([code, ...also].sort());
    const { file, line, column, message, severity } = problems.find((problem) => problem.code === code)!;
    expect(`${relative(folder, file) || '.'}:${line}:${column}`).toBe(at);
    expect(message).toContain(says);
    expect(severity).toBe(code.startsWith('W') || code === 'A206' ? 'warning' : 'error');
  });
}

/** The first bytes of a PNG of a size: enough to be measured. */
export function png(width: number, height: number): Buffer {
  const bytes = Buffer.alloc(33);
  bytes.write('\x89PNG\r\n\x1a\n', 0, 'latin1');
  bytes.writeUInt32BE(13, 8);
  bytes.write('IHDR', 12, 'latin1');
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}
