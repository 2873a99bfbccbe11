/** Reading without a line, in every engine that has workers; in one that has none, nothing promises it. */
import { expect, test } from 'vitest';
import { lead } from '../../browser/reading.ts';
import { arrived, count, texts, until, waitForText } from '../finding.ts';
import { click } from '../pointing.ts';
import type { Window } from '../driver.ts';
import { hydrated, type Walk } from '../walk.ts';

const urdu = { path: '/articles/nastaliq-screen-par/', title: 'اسکرین پر نستعلیق' };

/** When the publication last had a page that is on the device, as it is there (ISO 8601); undefined where it is not. */
const keptSince = (window: Window, address: string) =>
  window.run(
    (of) =>
      new Promise<string | undefined>((resolve) => {
        const opening = indexedDB.open('broadsheet:/:kept');
        // Nobody else has made it yet: it is not ours to make.
        opening.addEventListener('upgradeneeded', () => opening.transaction?.abort());
        opening.addEventListener('error', () => resolve(undefined));
        opening.addEventListener('success', () => {
          const asking = opening.result.transaction('pages').objectStore('pages').get(of);
          asking.addEventListener('success', () => {
            opening.result.close();
            resolve((asking.result as { kept: string } | undefined)?.kept);
          });
        });
      }),
    address,
  );

const hasWorkers = (window: Window) => window.run(() => navigator.serviceWorker !== undefined);

export function offline(walk: Walk): void {
  test('what is kept opens without a line, and what is not says so; without workers nothing promises it', async () => {
    walk.letWorkerWork();
    walk.expectErrors(/./);
    const window = await walk.open(lead.path);
    if (!(await hasWorkers(window))) return promisesNothing(walk, window);
    await until('the copy of an article', () => keptSince(window, urdu.path));
    await until('the copy of another', () => keptSince(window, lead.path));
    walk.site.intercept = ({ socket }) => {
      socket.destroy();
      return true;
    };
    await window.go(walk.site.url + urdu.path);
    await arrived(window, urdu.title);
    await hydrated(window);
    await waitForText(window, 'There is no connection. This is the copy of');
    await click(window, `complementary > link ${lead.title}`);
    await arrived(window, lead.title);
    expect((await texts(window, 'main')).join(' ')).toContain(lead.words);
    await window.go(`${walk.site.url}/authors/m-a-hossain/`);
    await arrived(window, 'This page could not be loaded');
    await waitForText(window, 'What you can read here without a connection');
    walk.site.intercept = undefined;
    await arrived(window, 'M A Hossain');
    return undefined;
  });

  // WebKit puts a page away to be shown again by Back even in the middle of a transaction.
  test('a page that is left while it keeps the paper holds up nobody after it', async () => {
    walk.letWorkerWork();
    // Firefox says so of what a page was fetching when it was left.
    walk.expectErrors(/A ServiceWorker intercepted the request/);
    const window = await walk.openEmpty();
    let before = '';
    for (const { path, title } of [lead, urdu, lead, urdu]) {
      await window.go(walk.site.url + path);
      await arrived(window, title);
      if (!(await hasWorkers(window))) return;
      // Others are being kept when the front page is.
      const now = await until('the front page, kept again', async () => {
        const since = await keptSince(window, '/');
        return since === before ? undefined : since;
      });
      expect(now > before).toBe(true);
      before = now;
    }
  });
}

async function promisesNothing(walk: Walk, window: Window): Promise<void> {
  await window.go(`${walk.site.url}/sections/guide/`);
  await hydrated(window);
  expect(await count(window, 'button Keep this section on this device')).toBe(0);
}
