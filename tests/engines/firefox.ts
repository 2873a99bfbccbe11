/** Firefox, through WebDriver BiDi. A reader is a user context: it shares nothing with the others. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, type KeyInput, launch, type Page } from 'puppeteer-core';
import { type Engine, keysOf, type Size, wayFrom, type Window } from './driver.ts';

export async function startFirefox(executablePath: string): Promise<Engine> {
  const downloads = mkdtempSync(join(tmpdir(), 'broadsheet-firefox-'));
  const browser = await launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    extraPrefsFirefox: {
      'ui.prefersReducedMotion': 1,
      // Scrollbars that take room would make its pages narrower than those of the others.
      'ui.useOverlayScrollbars': 1,
      'browser.download.folderList': 2,
      'browser.download.dir': downloads,
    },
  });
  return {
    downloads,
    tellsErrors: true,
    async newReader() {
      const context = await browser.createBrowserContext();
      return {
        newWindow: (size) => openWindow(context, size),
        leave: () => context.close(),
      };
    },
    async close() {
      await browser.close();
      rmSync(downloads, { recursive: true, force: true });
    },
  };
}

async function openWindow(context: BrowserContext, size: Size): Promise<Window> {
  const page = await context.newPage();
  await page.setViewport(size);
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
      const { held, key } = keysOf(pressed) as { held: KeyInput[]; key: KeyInput };
      for (const one of held) await page.keyboard.down(one);
      await page.keyboard.press(key);
      for (const one of held) await page.keyboard.up(one);
    },
    type: (text) => page.keyboard.type(text),
    resize: (size) => page.setViewport(size),
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
