/** The shipped publication where letters go somewhere, and a host that takes them. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { LetterFile } from '../../src/publication/schema.ts';
import { build } from './built-site.ts';
import { lead } from './reading.ts';
import { hydrated, type Site } from './site.ts';

/** Where the host takes letters; for those without script it is the page that thanks them. */
export const action = '/letters-received/';
export const thanks = 'Your letter is with the editors';

/** Builds it, for `useSite`; `letters` are printed under its articles. */
export function letterSite(
  responses: object,
  { language, letters = {} }: { language?: string; letters?: Record<string, LetterFile[]> } = {},
): { folder: string; site: string } {
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-letters-'));
  const [data, site] = [join(folder, 'data'), join(folder, 'site')];
  cpSync('src/data', data, { recursive: true });
  const publication = JSON.parse(readFileSync(join(data, 'publication.json'), 'utf8')) as object;
  writeFileSync(
    join(data, 'publication.json'),
    JSON.stringify({ ...publication, responses, ...(language && { language }) }),
  );
  writeFileSync(join(data, 'pages/letters-received.json'), JSON.stringify({ title: thanks, body: ['Thank you.'] }));
  for (const [slug, of] of Object.entries(letters)) {
    mkdirSync(join(data, 'responses'), { recursive: true });
    writeFileSync(join(data, `responses/${slug}.json`), JSON.stringify({ letters: of }));
  }
  build(site, { data, env: { BROADSHEET_SHARE_IMAGES: 'off', BROADSHEET_PICTURES: 'off' } });
  return { folder, site };
}

type Answer = (response: ServerResponse, request: IncomingMessage) => void;

/** From now on the host takes what is posted, and answers so; what came is in the list. */
export function takeLetters(site: Site, answer: Answer): Record<string, string>[] {
  const letters: Record<string, string>[] = [];
  site.intercept = async (request, response) => {
    if (request.method !== 'POST' || request.url !== action) return false;
    let body = '';
    for await (const chunk of request.setEncoding('utf8')) body += chunk;
    letters.push(Object.fromEntries(new URLSearchParams(body)));
    answer(response, request);
    return true;
  };
  return letters;
}

/** An answer of plain JSON. */
export const received: Answer = (response) => {
  response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
};

export const comment = (page: Page) => page.getByRole('textbox', { name: 'Comment' });
export const name = (page: Page) => page.getByRole('textbox', { name: 'Name' });
export const send = (page: Page) =>
  page.locator('.response-form').last().getByRole('button', { name: 'Send to the editors' });
export const keep = (page: Page) => page.getByRole('button', { name: 'Keep on this device' });
export const kept = (page: Page) =>
  page.getByRole('list', { name: 'Responses kept on this device' }).getByRole('listitem');

/** The form of the app, near enough to have come. */
export async function openForm(page: Page): Promise<void> {
  await hydrated(page);
  await page.getByRole('heading', { name: 'Responses', exact: true }).scrollIntoViewIfNeeded();
  await keep(page).waitFor();
}

export async function write(page: Page, text: string): Promise<void> {
  await comment(page).last().fill(text);
  await name(page).last().fill('Ada');
}

export const path = lead.path;
