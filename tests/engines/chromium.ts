/** Chromium, through Playwright: the browser that all other tests of pages use too. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { launch } from '../browser/site.ts';
import { type Engine, keysOf, type Size, wayFrom, type Window } from './driver.ts';

export async function startChromium(): Promise<Engine> {
  const browser = await launch();
  const downloads = mkdtempSync(join(tmpdir(), 'broadsheet-chromium-'));
  return {
    downloads,
    tellsErrors: true,
    async newReader() {
      // As on a phone, for there a scrollbar takes no room: else pages would be narrower than in the others.
      const context = await browser.newContext({ reducedMotion: 'reduce', isMobile: true });
      return {
        newWindow: (size) => openWindow(context, size, downloads),
        leave: () => context.close(),
      };
    },
    async close() {
      await browser.close();
      rmSync(downloads, { recursive: true, force: true });
    },
  };
}

async function openWindow(context: BrowserContext, size: Size, downloads: string): Promise<Window> {
  const page = await context.newPage();
  await page.setViewportSize(size);
  page.on('download', (file) => void file.saveAs(join(downloads, file.suggestedFilename())));
  const errors = errorsOf(page);
  return {
    async go(address) {
      await page.goto(address);
    },
    async reload() {
      await page.reload();
    },
    back: () => page.evaluate(() => history.back()),
    run: (task, ...values) =>
      page.evaluate(`(${String(task)})(...${JSON.stringify(values)})`) as Promise<Awaited<ReturnType<typeof task>>>,
    hover: ({ x, y }) => page.mouse.move(x, y),
    click: ({ x, y }) => page.mouse.click(x, y),
    async drag(from, to) {
      await page.mouse.move(from.x, from.y);
      await page.mouse.down();
      for (const { x, y } of wayFrom(from, to)) await page.mouse.move(x, y);
      await page.mouse.up();
    },
    async press(pressed) {
      const { held, key } = keysOf(pressed);
      await page.keyboard.press([...held, key].join('+'));
    },
    type: (text) => page.keyboard.type(text),
    resize: (size) => page.setViewportSize(size),
    errors: () => errors,
  };
}

function errorsOf(page: Page): string[] {
  const errors: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(String(error)));
  return errors;
}
