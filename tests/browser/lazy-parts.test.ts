/** Parts that are loaded lazily, when one of their files does not come: said, asked for again, whole at the next try. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { answer, isSameDocument, lead, markDocument } from './reading.ts';
import { expectErrors, hydrated, useSite } from './site.ts';

const used = useSite();

type Part = {
  name: string;
  path: string;
  /** The files without which it is not shown: its script, what that imports, its sheet. */
  files: string[];
  /** What the reader does to have it. */
  ask: (page: Page) => Promise<void>;
  /** What is there then. */
  shown: (page: Page) => Locator;
};

const press = (key: string) => async (page: Page) => {
  await hydrated(page);
  await page.keyboard.press(key);
};

const parts: Part[] = [
  {
    name: 'the settings',
    path: lead.path,
    files: ['SettingsPanel.js', 'SettingsPanel.css', 'switch.css'],
    ask: async (page) => {
      await page.getByRole('button', { name: 'Reading settings' }).click();
    },
    shown: (page) => page.getByRole('dialog', { name: 'Reading settings' }),
  },
  {
    name: 'the list of keys',
    path: lead.path,
    files: ['KeysDialog.js', 'switch.css'],
    ask: press('?'),
    shown: (page) => page.getByRole('dialog', { name: 'Keys' }),
  },
  {
    name: 'marks',
    path: lead.path,
    files: ['Marks.js', 'use-draft.js', 'mark-hash.css'],
    ask: press('m'),
    shown: (page) => page.getByRole('toolbar', { name: 'Selected words' }),
  },
  {
    name: 'a picture looked at closely',
    path: lead.path,
    files: ['PictureDialog.js', 'PictureDialog.css'],
    ask: async (page) => {
      await hydrated(page);
      await page.getByRole('main').getByRole('figure').getByRole('link').first().click();
    },
    shown: (page) => page.getByRole('dialog', { name: 'A monument on a hill' }),
  },
  {
    name: 'the form for responses',
    path: lead.path,
    files: ['Responses.js', 'hand-over.js', 'use-draft.js', 'responses.js', 'Responses.css'],
    ask: (page) => page.getByRole('heading', { name: 'Responses', exact: true }).scrollIntoViewIfNeeded(),
    shown: (page) => page.getByRole('textbox', { name: 'Comment' }),
  },
  {
    name: 'the shelf',
    path: '/shelf/',
    files: ['Shelf.js', 'mark-hash.js', 'Shelf.css'],
    ask: async () => {},
    shown: (page) => page.getByRole('region', { name: 'Saved', exact: true }),
  },
  {
    name: 'search',
    path: '/search/?q=Hossain',
    files: ['Search.js', 'search.js', 'Search.css'],
    ask: async () => {},
    shown: (page) => page.getByRole('region', { name: 'Results' }).getByRole('link', { name: lead.title }),
  },
  {
    name: 'what every reader has in the masthead',
    path: '/about/',
    files: ['ReaderParts.js', 'letters-at.js', 'reader.js', 'ReaderParts.css'],
    ask: async () => {},
    shown: (page) => page.getByRole('button', { name: 'Reading settings' }),
  },
];

/** The address of a file of the build, which has a hash in its name. */
function addressOf(file: string): string {
  const [name, ending] = file.split('.');
  const built = readdirSync(join(inject('shippedSite'), 'assets')).find((one) =>
    new RegExp(`^${name}-[\\w-]{8}\\.${ending}$`).test(one),
  );
  if (!built) throw new Error(`The build has no ${file}.`);
  return `/assets/${built}`;
}

/** The sheets of the page. */
const sheetsOf = (page: Page) =>
  page.evaluate(() => Array.from(document.styleSheets, ({ href }) => href && new URL(href).pathname));

const failure = (page: Page) => page.getByRole('alert').filter({ hasText: 'Load the page again' });

describe.each(parts)('$name', ({ path, files, ask, shown }) => {
  test.each(files)('without %s: it is said, and the next try brings it', async (file) => {
    const page = await used.open({ path: '' });
    expectErrors(page, /Failed to load resource/);
    answer(
      used.site,
      (asked) => asked === addressOf(file),
      (response) => response.writeHead(404).end(),
    );
    await page.goto(used.site.url + path);
    await markDocument(page);
    await ask(page);
    await failure(page).waitFor();
    expect(await shown(page).count()).toBe(0);

    used.site.intercept = undefined;
    await failure(page).getByRole('button', { name: 'Try again' }).click();
    await shown(page).waitFor();
    await failure(page).waitFor({ state: 'detached' });
    const sheets = files.filter((name) => name.endsWith('.css')).map(addressOf);
    expect(await sheetsOf(page)).toEqual(expect.arrayContaining(sheets));
    expect(await isSameDocument(page)).toBe(true);
  });
});

test.for([
  [
    'a page of the host',
    (response: Answer) => response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Hi</h1>'),
  ],
  ['half a script', (response: Answer) => cutOff(response)],
  ['nothing', (response: Answer) => response.destroy()],
] as const)(
  'a part that is answered with %s is said to be missing, and a plain link loads the page again',
  async ([, how]) => {
    const page = await used.open({ path: '' });
    expectErrors(page, /Failed to load resource/);
    answer(used.site, (asked) => asked === addressOf('SettingsPanel.js'), how);
    await page.goto(used.site.url + lead.path);
    await hydrated(page);
    await markDocument(page);
    await page.getByRole('button', { name: 'Reading settings' }).click();
    await page.getByText('The settings could not be loaded.').waitFor();
    used.site.intercept = undefined;
    await failure(page).getByRole('link', { name: 'Load the page again' }).click();
    await expect.poll(() => isSameDocument(page).catch(() => true)).toBe(false);
    expect(new URL(page.url()).pathname).toBe(lead.path);
    await hydrated(page);
    await page.getByRole('button', { name: 'Reading settings' }).click();
    await page.getByRole('dialog', { name: 'Reading settings' }).waitFor();
  },
);

test('a part whose first request is dropped comes with the second, and nobody notices', async () => {
  const page = await used.open({ path: '' });
  expectErrors(page, /Failed to load resource/);
  let dropped = 0;
  answer(
    used.site,
    (asked) => asked === addressOf('SettingsPanel.js') && dropped === 0,
    (response) => {
      dropped += 1;
      response.destroy();
    },
  );
  await page.goto(used.site.url + lead.path);
  await hydrated(page);
  await page.getByRole('button', { name: 'Reading settings' }).click();
  await page.getByRole('dialog', { name: 'Reading settings' }).waitFor();
  expect(dropped).toBe(1);
  expect(await failure(page).count()).toBe(0);
});

type Answer = import('node:http').ServerResponse;

function cutOff(response: Answer): void {
  response.writeHead(200, { 'content-type': 'text/javascript', 'content-length': 9000 });
  response.write('export const a = 1;', () => response.destroy());
}
