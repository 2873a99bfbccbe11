/** Which engines are on this machine, where they are, and how each is started. */
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { findBrowser } from '../browser/find-browser.ts';
import { startChromium } from './chromium.ts';
import type { Engine } from './driver.ts';
import { startFirefox } from './firefox.ts';
import { startWebKit } from './webkit.ts';

export type EngineName = 'Chromium' | 'Firefox' | 'WebKit';

/** Without `start`, the engine is not here; `path` is where it is. */
export type FoundEngine = { name: EngineName; path?: string; start?: () => Promise<Engine> };

export function findEngines(): FoundEngine[] {
  // Chromium is found or brought along; where it is not, the tests of it fail, as all tests of pages do.
  return [{ name: 'Chromium', path: findBrowser().executablePath, start: startChromium }, findFirefox(), findWebKit()];
}

function findFirefox(): FoundEngine {
  const path = onPath('firefox-esr') ?? onPath('firefox');
  return path === undefined ? { name: 'Firefox' } : { name: 'Firefox', path, start: () => startFirefox(path) };
}

function findWebKit(): FoundEngine {
  const [driver, screen, browser] = [onPath('WebKitWebDriver'), onPath('Xvfb'), miniBrowser()];
  return driver && screen && browser
    ? { name: 'WebKit', path: browser, start: () => startWebKit({ driver, screen, browser }) }
    : { name: 'WebKit' };
}

function onPath(name: string): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}

/** It lies beside the library, in a folder that is named for the kind of machine. */
function miniBrowser(): string | undefined {
  const folders = ['/usr/lib', ...below('/usr/lib'), '/usr/libexec'];
  const paths = folders.map((folder) => join(folder, 'webkit2gtk-4.1/MiniBrowser'));
  return paths.find((path) => existsSync(path));
}

const below = (folder: string): string[] =>
  existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [];
