/** Firefox, through WebDriver BiDi. A reader is a user context: it shares nothing with the others. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, type KeyInput, launch } from 'puppeteer-core';
import { type Engine, keysOf, type Size, type Window } from './driver.ts';
import { windowOf } from './page-window.ts';

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
  return windowOf(page, {
    listen(toConsole, toUncaught) {
      page.on('console', toConsole);
      page.on('pageerror', toUncaught);
    },
    async press(pressed) {
      const { held, key } = keysOf(pressed) as { held: KeyInput[]; key: KeyInput };
      for (const one of held) await page.keyboard.down(one);
      await page.keyboard.press(key);
      for (const one of held) await page.keyboard.up(one);
    },
    resize: (to) => page.setViewport(to),
  });
}
