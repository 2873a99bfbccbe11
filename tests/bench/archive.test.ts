/** The archive that the bench makes: valid content, the same every time. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { archiveFiles, articleSlug, measured, writeArchive } from './archive.ts';
import { readContent } from '../../src/press/content/validate.ts';

let folder: string | undefined;
afterEach(() => {
  if (folder) rmSync(folder, { recursive: true });
  folder = undefined;
});

const filesOf = (size: number) => new Map(archiveFiles(size));
const bodyOf = (size: number): string[] => {
  const article = filesOf(size).get(`articles/${articleSlug(measured)}.json`);
  return article && 'body' in article ? article.body : [];
};

describe('the archive of the bench', () => {
  test('is the same every time', () => {
    expect([...archiveFiles(30)]).toEqual([...archiveFiles(30)]);
  });

  test('holds as many articles as asked for, each under a name of its own', () => {
    const articles = [...archiveFiles(200)].filter(([path]) => path.startsWith('articles/'));
    expect(new Set(articles.map(([path]) => path)).size).toBe(200);
  });

  test('has the measured article with the same text in every size, of about a thousand words', () => {
    expect(bodyOf(200)).toEqual(bodyOf(10));
    const words = bodyOf(10).join(' ').split(/\s+/).length;
    expect(words).toBeGreaterThan(900);
    expect(words).toBeLessThan(1150);
  });

  test('passes validation without a word', async () => {
    folder = mkdtempSync(join(tmpdir(), 'broadsheet-'));
    writeArchive(folder, 120);
    const reading = await readContent(folder, { base: '/', now: new Date(), includeUnpublished: false });
    expect(reading.problems).toEqual([]);
    expect(reading.content?.articles.size).toBe(120);
    expect(reading.content?.text(`articles/${articleSlug(measured)}`).outline).toHaveLength(4);
  });
});
