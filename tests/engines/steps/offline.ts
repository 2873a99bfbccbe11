/** Reading without a line, in every engine that has workers; in one that has none, nothing promises it. */
import { expect, test } from 'vitest';
import { lead } from '../../browser/reading.ts';
import { arrived, count, texts, until, waitForText } from '../finding.ts';
import { click } from '../pointing.ts';
import type { Window } from '../driver.ts';
import { hydrated, type Walk } from '../walk.ts';

const urdu = { path: '/articles/nastaliq-screen-par/', title: 'اسکرین پر نستعلیق' };

/** Whether a page is on the device already. */
const isKept = (window: Window, address: string) =>
  window.run(
    (of) =>
      new Promise<boolean>((resolve) => {
        const opening = indexedDB.open('broadsheet:/:kept');
        // Nobody else has made it yet: it is not ours to make.
        opening.addEventListener('upgradeneeded', () => opening.transaction?.abort());
        opening.addEventListener('error', () => resolve(false));
        opening.addEventListener('success', () => {
          const asking = opening.result.transaction('data').objectStore('data').count(of);
          asking.addEventListener('success', () => {
            opening.result.close();
            resolve(asking.result > 0);
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
    await until('the copy of an article', () => isKept(window, urdu.path));
    await until('the copy of another', () => isKept(window, lead.path));
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
}

async function promisesNothing(walk: Walk, window: Window): Promise<void> {
  await window.go(`${walk.site.url}/sections/guide/`);
  await hydrated(window);
  expect(await count(window, 'button Keep this section on this device')).toBe(0);
}
