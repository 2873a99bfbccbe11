/** What a reader writes, in every engine: a response is kept, and everything is carried away, deleted and brought back. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { lead } from '../../browser/reading.ts';
import type { Window } from '../driver.ts';
import { attribute, texts, until, valueOf, waitFor, waitForText } from '../finding.ts';
import { click } from '../pointing.ts';
import { hydrated, type Walk } from '../walk.ts';

/** The form comes when it is near. */
async function openForm(window: Window): Promise<void> {
  await hydrated(window);
  await window.run(() => document.querySelector('.responses-section')?.scrollIntoView({ behavior: 'instant' }));
  await waitFor(window, 'button Keep on this device');
}

const kept = (window: Window) => texts(window, 'list Responses kept on this device > listitem');

/** Chooses a file of this text, as the dialog of the system would. */
const choose = (window: Window, text: string) =>
  window.run((text) => {
    const input = document.querySelector<HTMLInputElement>('input[type=file]')!;
    const chosen = new DataTransfer();
    chosen.items.add(new File([text], 'backup.json', { type: 'application/json' }));
    input.files = chosen.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  }, text);

/** The backup among the downloads, once all of it is there. */
function savedIn(folder: string): Promise<string> {
  const whole = () => {
    const name = readdirSync(folder).find((one) => /^broadsheet-backup-[\d-]+\.json$/.test(one));
    const text = name && readFileSync(join(folder, name), 'utf8');
    return text?.trimEnd().endsWith('}') ? text : undefined;
  };
  return until('the backup among the downloads', async () => whole());
}

export function keeping(walk: Walk): void {
  test('a response is kept, a draft too, and both are there after a reload', async () => {
    const window = await walk.open(lead.path);
    await openForm(window);
    await click(window, 'textbox Comment');
    await window.type('Well said.');
    await window.press('Tab');
    await window.type('Ada');
    await click(window, 'button Keep on this device');
    await waitForText(window, 'Kept on this device. Not sent to anybody.');
    await click(window, 'textbox Comment');
    await window.type('Half a thou');
    await window.reload();
    await openForm(window);
    await expect.poll(() => kept(window)).toEqual([expect.stringContaining('Well said.')]);
    await expect.poll(() => valueOf(window, 'textbox Comment')).toBe('Half a thou');
    expect(await valueOf(window, 'textbox Name')).toBe('Ada');
  });

  test('a backup is saved, everything is deleted, and the backup brings it back', async () => {
    const window = await walk.open(lead.path);
    await click(window, 'button Save to your shelf');
    await expect.poll(() => attribute(window, 'button Save to your shelf', 'aria-pressed')).toBe('true');
    await window.go(`${walk.site.url}/shelf/`);
    await waitFor(window, `region Saved > link ${lead.title}`);
    await click(window, 'button Save a backup file');
    await waitForText(window, 'was handed to the browser');
    const backup = await savedIn(walk.downloads());
    expect(JSON.parse(backup)).toMatchObject({ records: { saved: [{ article: 'a-hill-in-pyongyang' }] } });

    await click(window, 'button Delete everything on this device…');
    await click(window, 'dialog > button Delete everything');
    await waitForText(window, 'Everything that was yours is deleted on this device.');
    await waitForText(window, 'Nothing is saved yet.');

    await waitFor(window, 'region Restore');
    await choose(window, backup);
    await click(window, 'region What this file will do > button Restore');
    await waitForText(window, 'Done: ');
    await waitFor(window, `region Saved > link ${lead.title}`);
  });
}
