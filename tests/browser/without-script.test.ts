/** Script is switched off: everything is there to be read, every link leads on, and nothing pretends to work. */
import { expect, test } from 'vitest';
import { arrived, headline, lead, pagesOfAllKinds } from './reading.ts';
import { expectErrors, useSite } from './site.ts';

const used = useSite();

test('every kind of page can be read, and none offers a control that is dead', async () => {
  const page = await used.open({ path: '', script: false });
  for (const { path, title, words } of pagesOfAllKinds) {
    await page.goto(used.site.url + path);
    expect(await headline(page)).toBe(title);
    expect(await page.getByRole('main').innerText()).toContain(words);
    expect(await page.getByRole('button').or(page.getByRole('textbox')).or(page.getByRole('radio')).count()).toBe(0);
    const feed =
      path === '/must-read/' ? page.getByRole('main') : page.getByRole('complementary', { name: 'Must Read' });
    expect(await feed.getByText('Age is just a number').isVisible()).toBe(true);
  }
  expect(used.site.requests.filter((path) => /\.(?:js|json)$/.test(path))).toEqual([]);
});

test('every link of the whole site leads to a page or a file that is there', async () => {
  const page = await used.open({ path: '', script: false });
  const waiting = ['/'];
  const seen = new Set(waiting);
  const broken: string[] = [];
  for (const path of waiting) {
    const response = await page.request.get(used.site.url + path);
    if (response.status() !== 200) broken.push(path);
    if (!/html/.test(response.headers()['content-type'] ?? '')) continue;
    const html = await response.text();
    const ids = new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    const root = html.slice(html.indexOf('<body'), html.indexOf('<script type="application/json"'));
    for (const [, href = ''] of root.matchAll(/ (?:href|src)="([^"]+)"/g)) {
      if (href.startsWith('#') && !ids.has(href.slice(1))) broken.push(`${path}${href}`);
      const [to = ''] = href.split(/[?#]/);
      if (!href.startsWith('/') || seen.has(to)) continue;
      seen.add(to);
      waiting.push(to);
    }
  }
  expect(broken).toEqual([]);
  for (const { path } of pagesOfAllKinds) expect(waiting).toContain(path);
});

test('links are followed, the outline opens, notes lead down and back', async () => {
  const page = await used.open({ script: false });
  await page.getByRole('main').getByRole('link', { name: lead.title }).first().click();
  await arrived(page, lead.title);
  const outline = page.getByRole('navigation', { name: 'In this article' });
  expect(await outline.isVisible()).toBe(false);
  await page.getByText('In this article').first().click();
  await outline.getByRole('link', { name: 'The conclusion he draws' }).click();
  expect(page.url()).toMatch(/#h-the-conclusion-he-draws$/);
  await page.getByRole('link', { name: 'Note 2', exact: true }).click();
  expect(page.url()).toMatch(/#fn-/);
  await page.getByRole('link', { name: 'Back to the text' }).nth(1).click();
  expect(page.url()).toMatch(/#fnref-/);
  const responses = await page.getByRole('region', { name: 'Responses' }).innerText();
  expect(responses).toContain('Writing a response needs JavaScript.');
  await page.getByRole('complementary').getByRole('link', { name: 'One sentence, many scripts' }).click();
  await arrived(page, 'One sentence, many scripts');
});

test('an unknown address is said to be unknown, with ways on that work', async () => {
  const page = await used.open({ path: '', script: false });
  expectErrors(page, /404 \(Not Found\)/);
  const response = await page.goto(`${used.site.url}/no/such/page/`);
  expect(response?.status()).toBe(404);
  expect(await headline(page)).toBe('There is no page at this address');
  await page.getByRole('link', { name: 'All authors' }).click();
  await arrived(page, 'Authors');
});
