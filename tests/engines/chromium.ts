/** Chromium, through Playwright: the browser that all other tests of pages use too. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext } from 'playwright-core';
import { launch } from '../browser/site.ts';
import { type Engine, keysOf, type Size, type Window } from './driver.ts';
import { windowOf } from './page-window.ts';

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
  return windowOf(page, {
    listen(toConsole, toUncaught) {
      page.on('console', toConsole);
      page.on('pageerror', toUncaught);
    },
    async press(pressed) {
      const { held, key } = keysOf(pressed);
      await page.keyboard.press([...held, key].join('+'));
    },
    resize: (to) => page.setViewportSize(to),
  });
}
