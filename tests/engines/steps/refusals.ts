/** A browser that refuses, in every engine: to keep anything, or to run any script. */
import { expect, inject, test } from 'vitest';
import { staticHost } from '../../../src/press/static-host.ts';
import { giveNoOrigin, lead, pagesOfAllKinds } from '../../browser/reading.ts';
import { attribute, count, texts, waitForText } from '../finding.ts';
import { click } from '../pointing.ts';
import { changing } from '../changed-pages.ts';
import type { Walk } from '../walk.ts';

export function refusals(walk: Walk): void {
  test('where nothing may be kept, pages are read, and what is not saved is said', async () => {
    const folder = inject('shippedSite');
    // In WebKit, "self" in the policy of a page without an origin would be nobody.
    const withoutPolicy = (html: string) => html.replace(/<meta http-equiv="content-security-policy"[^>]*>/i, '');
    const host = changing(folder, withoutPolicy, staticHost(folder));
    walk.site.intercept = (request, response) => {
      giveNoOrigin(response);
      host(request, response);
      return true;
    };
    const window = await walk.open(lead.path);
    expect(await window.run(() => origin)).toBe('null');
    expect((await texts(window, 'main')).join(' ')).toContain(lead.words);
    await click(window, 'button Save to your shelf');
    await waitForText(window, 'This article is not saved.');
    expect(await attribute(window, 'button Save to your shelf', 'aria-pressed')).toBe('false');
    await window.go(`${walk.site.url}/shelf/`);
    await waitForText(window, 'storage is switched off, or this is a private window');
  });

  test('where no script runs, the text is whole and nothing pretends to work', async () => {
    walk.site.intercept = (_, response) => {
      response.setHeader('Content-Security-Policy', 'sandbox allow-same-origin');
      return false;
    };
    walk.expectErrors(/^Blocked script execution/);
    const window = await walk.openEmpty();
    for (const { path, title, words } of pagesOfAllKinds) {
      await window.go(walk.site.url + path);
      expect(await texts(window, 'h1')).toEqual([title]);
      expect((await texts(window, 'main')).join(' ')).toContain(words);
      for (const control of ['button:not(summary)', 'input', 'textarea', 'select']) {
        expect(await count(window, control), `${path}: ${control}`).toBe(0);
      }
    }
  });
}
