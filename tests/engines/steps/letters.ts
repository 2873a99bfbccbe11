/** Letters to the editors in every engine: read under their article and on pages of their own, written and received. */
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Host, staticHost } from '../../../src/press/static-host.ts';
import { action, letterSite, path } from '../../browser/letter-sites.ts';
import { letter } from '../../fixtures/letters.ts';
import { arrived, count, texts, waitFor, waitForText } from '../finding.ts';
import { click } from '../pointing.ts';
import { hydrated, phone, type Walk } from '../walk.ts';

const slug = path.split('/')[2]!;

const many = Array.from({ length: 60 }, (_, index) =>
  letter(`n${index}`, {
    date: new Date(Date.UTC(2026, 4, 2, index)).toISOString(),
    ...(index === 1 && { language: 'ur', name: 'عائشہ', text: ['یہ ایک خط ہے۔'] }),
    ...(index === 2 && { replyTo: 'n0' }),
  }),
);

export function letters(walk: Walk): void {
  let folder: string | undefined;
  let host: Host;

  beforeAll(() => {
    const made = letterSite({ post: action }, { letters: { [slug]: many } });
    folder = made.folder;
    host = staticHost(made.site);
  });
  afterAll(() => {
    if (folder) rmSync(folder, { recursive: true, force: true });
  });
  beforeEach(() => {
    walk.site.intercept = (request, response) => {
      // The worker is that of the walk.
      if (request.url === '/sw.js') return false;
      if (request.method === 'POST') response.writeHead(204).end();
      else host(request, response);
      return true;
    };
  });

  test('stand under their article, and the rest of a page comes when the reader is near', async () => {
    const window = await walk.open(path, phone);
    await waitFor(window, 'region 60 letters');
    await window.run(() => document.querySelector('.letters')?.scrollIntoView({ block: 'end', behavior: 'instant' }));
    await expect.poll(() => count(window, 'region 60 letters > listitem')).toBe(50);
    const urdu = await window.run(() => {
      const text = document.querySelector('.letter-text[lang=ur]')!;
      return [getComputedStyle(text).direction, getComputedStyle(text).fontFamily.includes('Nastaliq')];
    });
    expect(urdu).toEqual(['rtl', true]);
    expect(await window.run(() => [innerWidth, document.documentElement.scrollWidth])).toEqual([390, 390]);
    await click(window, 'link All 60 letters');
    await arrived(window, 'A hill in Pyongyang, and the case for an old alliance');
    expect(await count(window, 'main > listitem')).toBe(50);
    await click(window, 'link Newer');
    await waitForText(window, 'The words of n59.');
    expect(await texts(window, 'main > listitem')).toHaveLength(10);
  });

  test('are written, kept and received', async () => {
    const window = await walk.open(path);
    await window.run(() => document.querySelector('.responses-section')?.scrollIntoView({ behavior: 'instant' }));
    await waitFor(window, 'button Keep on this device');
    await click(window, 'textbox Comment');
    await window.type('Well said.');
    await window.press('Tab');
    await window.type('Ada');
    await click(window, 'button Send to the editors');
    await waitForText(window, 'Received by the publication on');
    await window.reload();
    await hydrated(window);
    await window.run(() => document.querySelector('.responses-section')?.scrollIntoView({ behavior: 'instant' }));
    await expect
      .poll(() => texts(window, 'list Responses kept on this device > listitem'))
      .toEqual([expect.stringMatching(/Well said\.[^]*Received by the publication on/)]);
  });
}
