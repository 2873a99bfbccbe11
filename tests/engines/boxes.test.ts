/** The same page in all engines: its parts stand at the same places, on a phone and on a desktop. */
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { staticHost } from '../../src/press/static-host.ts';
import { pagesOfAllKinds } from '../browser/reading.ts';
import { serve, type Site } from '../browser/site.ts';
import { type Boxes, differences, measure, type Measured, pageParts, settingsParts } from './boxes.ts';
import type { Engine, Window } from './driver.ts';
import { findEngines } from './find-engines.ts';
import { waitForText } from './finding.ts';
import { desktop, hydrated, openSettings, phone } from './walk.ts';

const here = findEngines().filter(({ start }) => start);
const started: Record<string, Engine> = {};
let site: Site;

beforeAll(async () => {
  site = await serve(staticHost(inject('shippedSite')));
  // A face may be late at a first visit, and would break lines and columns elsewhere in one engine.
  site.intercept = (request, response) => {
    const isFace = request.url?.endsWith('.woff2') ?? false;
    if (isFace) response.writeHead(404).end();
    return isFace;
  };
  for (const { name, start } of here) started[name] = await start!();
});
afterAll(async () => {
  await Promise.all(Object.values(started).map((engine) => engine.close()));
  await site?.close();
});

/** What every engine says of the parts of a page that is made ready, in both windows. */
async function compared(path: string, parts: Measured[], ready: (window: Window) => Promise<unknown>) {
  const found: Record<string, Record<string, Boxes>> = { phone: {}, desktop: {} };
  const look = async ([name, engine]: [string, Engine]) => {
    const reader = await engine.newReader();
    const window = await reader.newWindow(desktop);
    await window.go(site.url + path);
    await ready(window);
    found['desktop']![name] = await measure(window, parts);
    await window.resize(phone);
    found['phone']![name] = await measure(window, parts);
    await reader.leave();
  };
  await Promise.all(Object.entries(started).map(look));
  return Object.entries(found).flatMap(([size, engines]) => differences(engines).map((one) => `${size}: ${one}`));
}

test.skipIf(here.length < 2).each(pagesOfAllKinds)('of $path', async ({ path }) => {
  expect(await compared(path, pageParts, hydrated)).toEqual([]);
});

test.skipIf(here.length < 2).each(['/', '/articles/nastaliq-screen-par/'])('of the settings on %s', async (path) => {
  const ready = async (window: Window) => {
    await openSettings(window);
    // Both pages have words in Urdu, and the panel looks for some when it is opened.
    await waitForText(window, 'Typeface of Urdu');
  };
  expect(await compared(path, settingsParts, ready)).toEqual([]);
});
