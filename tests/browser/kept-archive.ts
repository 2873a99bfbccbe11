/** A publication of many short articles, to be kept on a device: its content, its site, and the way of a reader to keep it. */
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { ArticleFile } from '../../src/publication/schema.ts';
import { build } from './built-site.ts';
import { keptPages } from './kept.ts';

/** How many articles a section has, by its slug. */
export type Sections = Record<string, number>;

export const articleOf = (section: string, number: number) => {
  const slug = `${section}-${number}`;
  return { slug, path: `/articles/${slug}/`, title: `Number ${number} of ${section}` };
};

export const articlesOf = (section: string, count: number) =>
  Array.from({ length: count }, (_, number) => articleOf(section, number));

/** All articles are of one writer with a portrait; every tenth has a picture of its own. */
export function writeKeptArchive(folder: string, sections: Sections): void {
  const write = (path: string, value: unknown) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), JSON.stringify(value));
  };
  write('publication.json', {
    name: 'The Kept Archive',
    tagline: 'To be read in a tunnel',
    address: 'https://kept.example/',
    language: 'en-GB',
    timeZone: 'UTC',
    sections: Object.keys(sections).map((slug) => ({ slug, name: slug })),
  });
  // Where the list is empty, the newest articles are in it.
  write('must-read.json', { entries: [{ article: articleOf(Object.keys(sections)[0]!, 0).slug }] });
  write('pages/about.json', { title: 'About', body: ['It was made to be kept.'] });
  write('authors/writer.json', {
    name: 'The Writer',
    role: 'Writes',
    biography: 'Writes short articles.',
    portrait: { src: '/images/portrait.svg', alt: 'An emblem' },
  });
  mkdirSync(join(folder, 'images'), { recursive: true });
  copyFileSync('src/data/images/emblem-broadsheet-desk.svg', join(folder, 'images/portrait.svg'));
  for (const [section, count] of Object.entries(sections)) {
    for (let number = 0; number < count; number += 1) writeArticle(folder, section, number);
  }
}

function writeArticle(folder: string, section: string, number: number): void {
  const { slug, title } = articleOf(section, number);
  const picture = number % 10 === 0 ? `/images/${slug}.svg` : undefined;
  const article: ArticleFile = {
    headline: title,
    standfirst: `What there is to say of number ${number}.`,
    authors: ['writer'],
    section,
    published: new Date(Date.UTC(2026, 0, 1, number)).toISOString(),
    ...(picture && { image: { src: picture, alt: 'A hand press' } }),
    body: [
      `This is the text of ${title}.`,
      ...Array.from({ length: 3 }, (_, part) =>
        `Part ${part} of ${title} says “little”, and at some length. `.repeat(8),
      ),
    ],
  };
  if (picture) copyFileSync('src/data/images/hand-press.svg', join(folder, `images/${slug}.svg`));
  mkdirSync(join(folder, 'articles'), { recursive: true });
  writeFileSync(join(folder, `articles/${slug}.json`), JSON.stringify(article));
}

export const buildKeptArchive = (data: string, outDir: string, base = '/') =>
  build(outDir, { data, arguments: ['--base', base], env: { BROADSHEET_SHARE_IMAGES: 'off' } });

export const sectionOf = (section: string) => `/sections/${section}/`;

export const control = (page: Page) => page.getByRole('group', { name: 'Keep this section on this device' });

/** On the page of a section: asks how much it is, and has it kept. */
export async function keepSection(page: Page): Promise<void> {
  await control(page).getByRole('button', { name: 'Keep this section on this device' }).click();
  await control(page).getByRole('button', { name: 'Keep it', exact: true }).click();
}

export const isWhole = (page: Page) => control(page).getByText('This section is on this device.').waitFor();

/** Those of a section that are kept for it. */
export const keptOf = async (page: Page, section: string, base?: string) =>
  (await keptPages(page, base)).filter(({ reasons }) => reasons.includes(`section ${sectionOf(section)}`));

/** Waits until a section is kept whole. */
export async function sectionIsKept(page: Page, section: string, count: number): Promise<void> {
  await isWhole(page);
  expect(await keptOf(page, section)).toHaveLength(count);
}
