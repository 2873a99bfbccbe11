/** A small content folder for letters to come into, and what is in it afterwards. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { basePath } from '../../../src/press/data-folder.ts';
import { inForm } from '../../../src/press/content/problems.ts';
import { checkContent } from '../../../src/press/content/validate.ts';
import type { LetterMessage } from '../../../src/publication/letter-message.ts';
import type { ResponsesFile } from '../../../src/publication/schema.ts';
import { folderWith, type ReportData, reportOf } from '../import-folder.ts';

const article = {
  headline: 'The harbour opens again',
  authors: [],
  section: 'news',
  published: '2025-03-01',
  body: ['It opened.'],
};

export const letter: LetterMessage = {
  id: 'k3v9',
  article: 'harbour',
  name: 'Mira Lind',
  text: 'The harbour was never closed to us.\n\nWe came by the old steps.',
  date: '2025-03-02T10:00:00Z',
};

export const paper = (files: Record<string, object | string> = {}): string =>
  folderWith(
    Object.fromEntries(
      Object.entries({
        'publication.json': {
          format: 1,
          name: 'The Test',
          address: 'https://test.example/paper/',
          language: 'en',
          timeZone: 'Asia/Karachi',
          sections: [{ slug: 'news', name: 'News' }],
        },
        'articles/harbour.json': { ...article, aliases: ['old-harbour', '/2019/05/harbour.html'] },
        'articles/2025/night-trains.json': { ...article, headline: 'Night trains' },
        ...files,
      }).map(([path, value]) => [path, typeof value === 'string' ? value : JSON.stringify(value, undefined, 2)]),
    ),
  );

export const lettersIn = (data: string, slug = 'harbour'): ResponsesFile['letters'] => {
  const path = join(data, `responses/${slug}.json`);
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as ResponsesFile).letters : [];
};

/** Imports files into a folder. */
export const imported = (
  data: string,
  files: Record<string, string | Buffer>,
): Promise<ReportData & { code: number }> => reportOf('--data', data, folderWith(files));

export const errorsIn = (data: string): string[] =>
  checkContent(data, { base: basePath(data), now: new Date(), includeUnpublished: false })
    .problems.filter(({ severity }) => severity === 'error')
    .map(inForm);

/** What is told of the letters, each in a line. */
export const toldOf = ({ items }: ReportData): string[] =>
  items.map(({ column, name, notes }) => [column, name, ...notes.map(({ code }) => code)].join(' '));
