/** Search in every engine: in English, in Urdu, and in Urdu from a keyboard of Arabic. */
import { expect, test } from 'vitest';
import { lead } from '../../browser/reading.ts';
import { arrived, focused, texts, waitFor } from '../finding.ts';
import { click } from '../pointing.ts';
import type { Walk } from '../walk.ts';

export function search(walk: Walk): void {
  test('a term of the glossary leads there from a text, and stands first where it is searched for', async () => {
    // The page is left while its faces are on their way.
    walk.expectErrors(/font/i);
    const window = await walk.open('/articles/what-a-dateline-promises/');
    await click(window, 'main > link dateline');
    await waitFor(window, 'dialog dateline');
    await click(window, 'dialog dateline > link In the glossary');
    await arrived(window, 'Glossary');
    expect(await window.run(() => location.hash)).toBe('#g-dateline');
    await window.go(`${walk.site.url}/search/?q=datelines`);
    await waitFor(window, 'region Results > heading What a dateline promises');
    expect((await texts(window, 'region Results > h2')).slice(0, 2)).toEqual(['dateline', 'What a dateline promises']);
  });

  test.each([
    ['English', 'moranbong', lead.title],
    ['Urdu', 'اسکرین نستعلیق', 'اسکرین پر نستعلیق'],
    ['Urdu with the ي and ك of Arabic', 'اسكرين نستعليق', 'اسکرین پر نستعلیق'],
    ['Urdu with the ه and ي of Arabic', 'آپ كا لكها آپ هي كے پاس', 'آپ کا لکھا آپ ہی کے پاس رہتا ہے'],
  ])('%s is typed, found, marked and followed', async (_, words, headline) => {
    const window = await walk.open('/search/');
    await click(window, 'searchbox');
    await window.type(words);
    await waitFor(window, `region Results > heading ${headline}`);
    expect((await texts(window, 'region Results > h2'))[0]).toBe(headline);
    expect((await texts(window, 'region Results > mark')).length).toBeGreaterThan(0);
    await window.press('ArrowDown');
    await expect.poll(() => focused(window)).toBe(`a ${headline}`);
    await window.press('Enter');
    await arrived(window, headline);
  });
}
