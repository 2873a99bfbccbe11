/** Content with articles that hold pictures, and where they are on their pages. */
import { cpSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { build } from './built-site.ts';

/** Six pictures that can be looked at, and between the second and the third one that leads elsewhere. */
export const pictured = (lang: 'en' | 'ur' = 'en') => `/articles/pictures-${lang}/`;

export const fileWidth = 3000;
const smallWidth = 240;

const texts = {
  en: {
    headline: 'Six pictures',
    words: 'The river was high that week, and nobody on the quay said a word about it to anyone who asked. ',
    caption: 'The quay at noon, number',
    alt: 'A quay with boats, number',
  },
  ur: {
    headline: 'چھ تصویریں',
    words: 'اس ہفتے دریا چڑھا ہوا تھا، اور گھاٹ پر کسی نے اس کا ذکر نہ کیا۔ ',
    caption: 'دوپہر میں گھاٹ، جہاں کشتیاں کھڑی ہیں اور کوئی کچھ نہیں کہتا، شمار',
    alt: 'کشتیوں والا گھاٹ، شمار',
  },
} as const;

const drawing = (number: number, width: number) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${(width * 2) / 3}" viewBox="0 0 300 200">
  <path fill="hsl(${number * 50} 45% 70%)" d="M0 0h300v200H0z"/><circle cx="150" cy="100" r="70" fill="#fff"/>
  <path d="M40 160h220M150 30v130" stroke="#333" stroke-width="2"/></svg>`;

function articleIn(lang: 'en' | 'ur') {
  const { headline, words, caption, alt } = texts[lang];
  const picture = (number: number, isNamed = true) =>
    `![${alt} ${number}](/images/quay-${number}.svg${isNamed ? ` "${caption} ${number}."` : ''})`;
  const paragraph = words.repeat(6);
  return {
    headline,
    authors: ['broadsheet-desk'],
    section: 'reading',
    language: lang,
    published: '2026-02-02',
    image: { src: '/images/quay-1.svg', alt: `${alt} 1`, caption: `${caption} 1.`, credit: 'Jane Doe' },
    body: [
      `${paragraph}[^1]`,
      picture(2),
      paragraph,
      `[${picture(7)}](/about/)`,
      paragraph,
      picture(3, false),
      paragraph,
      picture(4),
      paragraph,
      picture(5),
      paragraph,
      picture(6),
      paragraph,
      `[^1]: ${words}`,
    ],
  };
}

/** Builds the shipped content with these articles; answers the folder of all and of the site. */
export function buildPictured(): { folder: string; site: string } {
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-pictures-'));
  const data = join(folder, 'data');
  cpSync('src/data', data, { recursive: true });
  for (const number of [1, 2, 3, 4, 5, 6, 7]) {
    writeFileSync(join(data, `images/quay-${number}.svg`), drawing(number, number === 6 ? smallWidth : fileWidth));
  }
  for (const lang of ['en', 'ur'] as const) {
    writeFileSync(join(data, `articles/pictures-${lang}.json`), JSON.stringify(articleIn(lang)));
  }
  build(join(folder, 'site'), { data });
  return { folder, site: join(folder, 'site') };
}

/** The picture in the text. */
export const pictureLink = (page: Page, number: number, lang: 'en' | 'ur' = 'en') =>
  page.getByRole('main').getByRole('link', { name: `${texts[lang].alt} ${number}`, exact: true });

export const dialog = (page: Page) => page.getByRole('dialog');

/** The dialog once it shows the picture of this caption. */
export const dialogOf = (page: Page, number: number, lang: 'en' | 'ur' = 'en') =>
  page.getByRole('dialog', { name: number === 3 ? `${texts[lang].alt} 3` : `${texts[lang].caption} ${number}.` });

/** The picture that the dialog shows; its neighbours are hidden from whoever does not see them. */
export const picture = (page: Page) => dialog(page).getByRole('img');
