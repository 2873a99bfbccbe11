/** What a reader keeps of reading, in every engine: the shelf, the place, and what Must Read says of it. */
import { expect, test } from 'vitest';
import { lead } from '../../browser/reading.ts';
import type { Window } from '../driver.ts';
import { attribute, arrived, focused, texts, until, waitFor } from '../finding.ts';
import { click } from '../pointing.ts';
import { desktop, phone, type Walk } from '../walk.ts';

const long = '/articles/what-makes-a-page-readable/';

/** From now on a second of the page lasts a twentieth: reading takes its time. */
const hurry = (window: Window) =>
  window.run(() => {
    const [now, every, started] = [performance.now.bind(performance), setInterval, performance.now()];
    performance.now = () => started + (now() - started) * 20;
    Object.assign(globalThis, { setInterval: (task: () => void, wait: number) => every(task, wait / 20) });
    // Whoever comes back to the window begins to be watched anew, by this clock.
    document.dispatchEvent(new Event('visibilitychange'));
  });

/** The places that the device has kept: how far in which article. */
const places = (window: Window) =>
  window.run(
    () =>
      new Promise<{ article: string; fraction: number; passage: { exact: string } }[]>((resolve) => {
        const opening = indexedDB.open('broadsheet:/');
        opening.addEventListener('success', () => {
          const all = opening.result.transaction('places').objectStore('places').getAll();
          all.addEventListener('success', () => {
            opening.result.close();
            resolve(all.result);
          });
        });
      }),
  );

/** Begins in the middle, and reads on, a third of a window after another, until the device has kept the place. */
async function readOn(window: Window): Promise<void> {
  await window.run(() => document.querySelector('[data-text="body"] > :nth-child(12)')?.scrollIntoView());
  await hurry(window);
  let due = 0;
  await until('a place that is kept', async () => {
    const now = await window.run(() => performance.now());
    if (due !== 0 && now >= due) await window.run(() => scrollBy({ top: innerHeight / 3, behavior: 'instant' }));
    if (now >= due) due = now + 15_000;
    return (await places(window)).length > 0;
  });
}

export function reading(walk: Walk): void {
  test('an article is saved to the shelf, and found there', async () => {
    const window = await walk.open(lead.path, phone);
    await click(window, 'button Save to your shelf');
    await expect.poll(() => attribute(window, 'button Save to your shelf', 'aria-pressed')).toBe('true');
    await click(window, 'banner > link Your shelf');
    await arrived(window, 'Your shelf');
    await waitFor(window, `region Saved > link ${lead.title}`);
  });

  test('the place is kept, offered at another width, and Must Read says how much was read', async () => {
    const window = await walk.open(long, phone);
    await readOn(window);
    const [place] = await places(window);
    expect(place).toMatchObject({ article: 'what-makes-a-page-readable' });
    const other = await walk.open(long, desktop);
    await click(other, 'button Continue where you were*');
    await expect.poll(() => focused(other)).toContain(place!.passage.exact.slice(0, 40));
    const about = await walk.open('/about/');
    await expect
      .poll(() => texts(about, 'complementary > listitem'))
      .toContainEqual(expect.stringMatching(/What makes a page readable.*\d% read/));
  });
}
