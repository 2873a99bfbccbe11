/** A publication in Arabic: every word of the interface, from right to left, in a Naskh that is there at once. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { staticHost } from '../../src/press/static-host.ts';
import { axeFaultsOnPapers } from './axe.ts';
import { build } from './built-site.ts';
import { closeAll, launch, openPage, serve, type Site } from './site.ts';

const folder = mkdtempSync(join(tmpdir(), 'broadsheet-arabic-'));
const path = '/articles/al-bayad/';

const content = {
  'publication.json': {
    name: 'الصحيفة',
    tagline: 'صفحات واضحة تُقرأ على مهل',
    address: 'https://paper.example/',
    language: 'ar',
    timeZone: 'Asia/Amman',
    sections: [{ slug: 'reading', name: 'قراءة' }],
    responses: 'device',
  },
  'authors/layla.json': { name: 'ليلى حداد' },
  'articles/al-bayad.json': {
    headline: 'البياض ليس فراغًا',
    standfirst: 'ما حول النص جزء منه.',
    authors: ['layla'],
    section: 'reading',
    published: '2026-05-03',
    body: ['السطر الطويل *يُتعب* العين. '.repeat(120).trim(), '> الخط الجيد لا يُرى.', 'وتبقى العادة أقوى من القاعدة.'],
  },
};

let site: Site;
let browser: Browser;
const opened: Page[] = [];

beforeAll(async () => {
  for (const [file, value] of Object.entries(content)) {
    mkdirSync(join(folder, 'data', dirname(file)), { recursive: true });
    writeFileSync(join(folder, 'data', file), JSON.stringify(value));
  }
  build(join(folder, 'site'), { data: join(folder, 'data') });
  [site, browser] = await Promise.all([serve(staticHost(join(folder, 'site'))), launch()]);
});
afterEach(() => closeAll(opened.splice(0)));
afterAll(async () => {
  await browser?.close();
  await site?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function open(width = 1280, at = path): Promise<Page> {
  const page = await openPage(browser, site, { path: at, width });
  opened.push(page);
  await page.getByRole('button', { name: 'إعدادات القراءة' }).waitFor();
  return page;
}

test('speaks Arabic to the reader, counts in its own forms, and runs from right to left', async () => {
  const page = await open();
  expect(await page.locator('html').evaluate(({ lang, dir }: HTMLElement) => [lang, dir])).toEqual(['ar', 'rtl']);
  expect(await page.getByRole('article').innerText()).toContain('بقلم ليلى حداد');
  expect(await page.getByText('دقيقتان').count()).toBeGreaterThan(0);
  await page.getByRole('heading', { name: 'التعليقات', exact: true }).scrollIntoViewIfNeeded();
  await page.getByRole('button', { name: 'حفظ على هذا الجهاز' }).waitFor();
  await page.getByRole('button', { name: 'إعدادات القراءة' }).click();
  await page.getByRole('dialog', { name: 'إعدادات القراءة' }).getByText('الورق').waitFor();
  const searching = await open(1280, '/search/?q=البياض');
  await searching.getByText('مقالة واحدة', { exact: true }).waitFor();
});

test('is set in a Naskh, asks for no face of Latin before, never slanted and never with a drop cap', async () => {
  const page = await open();
  expect(await page.locator('link[rel=preload][as=font]').count()).toBe(0);
  await page.evaluate(() => document.fonts.ready);
  const applied = await page.evaluate(() => {
    const [first] = document.querySelectorAll('[data-text="body"] > p');
    const slants = ['em', 'blockquote', '.tagline'].flatMap((part) =>
      Array.from(document.querySelectorAll(part), (element) => getComputedStyle(element).fontStyle),
    );
    return {
      face: getComputedStyle(first!).fontFamily.split(',')[0],
      isThere: document.fonts.check('16px "Noto Naskh Arabic"', 'بياض'),
      capital: getComputedStyle(first!, '::first-letter').getPropertyValue('initial-letter'),
      slants: [...new Set(slants)],
    };
  });
  expect(applied).toEqual({ face: '"Noto Naskh Arabic"', isThere: true, capital: 'normal', slants: ['normal'] });
});

test.each([1280, 320])('has room in %i pixels, and no fault that axe finds', async (width) => {
  const page = await open(width);
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
  ).toBeLessThanOrEqual(0);
  expect(await axeFaultsOnPapers(page, `${width}`)).toEqual([]);
});

test('has the marks of the reader at the right of the text, where its margin is', async () => {
  const page = await open(1440);
  await page.locator('main [data-text="body"] blockquote').evaluate((quote) => {
    quote.scrollIntoView({ block: 'center', behavior: 'instant' });
    getSelection()?.selectAllChildren(quote);
  });
  await page
    .getByRole('button', { name: /^تظليل/ })
    .first()
    .click();
  const stroke = page.getByRole('group', { name: 'علاماتك بجانب النص' }).getByRole('button');
  await stroke.waitFor();
  const [box, text] = await Promise.all([stroke.boundingBox(), page.locator('main [data-text="body"]').boundingBox()]);
  expect(box!.x).toBeGreaterThan(text!.x + text!.width);
});
