/** Content with articles that hold notes, and what tests of notes do on their pages. */
import { cpSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { build } from './built-site.ts';

export const noted = (count: number, lang = 'en') => `/articles/notes-${lang}-${count}/`;

/** Notes of one line and of many, some within each other; marks close together and far apart. */
function bodyWith(count: number, [words, note]: readonly [string, string]): string[] {
  const body: string[] = [];
  const paragraphs = Math.max(6, Math.ceil(count / 3));
  let set = 0;
  for (let paragraph = 0; paragraph < paragraphs; paragraph += 1) {
    const many = Math.min(count - set, (paragraph * 7) % 6);
    const isLast = paragraph === paragraphs - 1;
    const marks = Array.from({ length: isLast ? count - set : many }, () => `${words}[^${(set += 1)}]`);
    body.push([words, ...marks, words, words].join(' '));
  }
  for (let number = 1; number <= count; number += 1) {
    const other = number === 1 ? ' See also this.[^inner] And [the page about us](/about/).' : '';
    body.push(`[^${number}]: ${`${note} `.repeat(1 + ((number * 5) % 4))}${other}`);
  }
  body.push('[^inner]: A note that only a note leads to.');
  return body;
}

const texts = {
  en: ['The river was high that week, and nobody on the quay said a word about it.', 'As the harbour book has it.'],
  ur: ['اس ہفتے دریا چڑھا ہوا تھا، اور گھاٹ پر کسی نے اس کا ذکر نہ کیا۔', 'بندرگاہ کے رجسٹر میں یہی لکھا ہے۔'],
} as const;

/** Builds the shipped content with an article for every count and language; answers the folder of all and of the site. */
export function buildNoted(counts: readonly number[]): { folder: string; site: string } {
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-notes-'));
  const data = join(folder, 'data');
  cpSync('src/data', data, { recursive: true });
  for (const lang of ['en', 'ur'] as const) {
    for (const count of counts) {
      const article = {
        headline: `${count} notes (${lang})`,
        authors: ['broadsheet-desk'],
        section: 'reading',
        language: lang,
        published: '2026-02-02',
        body: bodyWith(count, texts[lang]),
      };
      writeFileSync(join(data, `articles/notes-${lang}-${count}.json`), JSON.stringify(article));
    }
  }
  build(join(folder, 'site'), { data });
  return { folder, site: join(folder, 'site') };
}

export const markOf = (page: Page, number: number) =>
  page
    .locator('[data-text="body"]')
    .getByRole('link', { name: `Note ${number}`, exact: true })
    .first();

export const note = (page: Page, number: number) => page.getByRole('dialog', { name: `Note ${number}`, exact: true });

export const beside = (page: Page) => page.getByRole('group', { name: 'Notes beside the text' });

/** Pairs of notes beside the text that stand over each other, or over anything of the text. */
export const overlaps = (page: Page) =>
  page.evaluate(() => {
    const boxes = [...document.querySelectorAll('.aside:not([hidden], [data-left-out])')].map((one) =>
      one.getBoundingClientRect(),
    );
    const text = document.querySelector('[data-text="body"]')!.getBoundingClientRect();
    const list = document.querySelector('.must-read')!.getBoundingClientRect();
    const isOver = (one: DOMRect, other: DOMRect) =>
      one.left < other.right && other.left < one.right && one.top < other.bottom - 0.5 && other.top < one.bottom - 0.5;
    return {
      shown: boxes.length,
      each: boxes.filter((box, index) => boxes.slice(index + 1).some((other) => isOver(box, other))).length,
      text: boxes.filter((box) => isOver(box, text) || isOver(box, list)).length,
      outside: boxes.filter(({ left, right }) => left < 0 || right > innerWidth).length,
    };
  });
