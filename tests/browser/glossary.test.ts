/** The glossary in the built site: from a word of an article to its explanation and back, by keyboard, without script, and in search. */
import { expect, test } from 'vitest';
import { axeFaultsOnPapers } from './axe.ts';
import { arrived, link } from './reading.ts';
import { hydrated, useSite } from './site.ts';

const used = useSite();
const urdu = '/articles/nastaliq-screen-par/';

test('a term leads to its explanation, which leads to the articles that use it, and Back is where it was', async () => {
  const page = await used.open({ path: '/articles/how-must-read-is-ordered/' });
  await hydrated(page);
  const term = link(page, 'dateline');
  await term.focus();
  await page.keyboard.press('Enter');
  const panel = page.getByRole('dialog', { name: 'dateline', exact: true });
  await panel.getByRole('link', { name: 'In the glossary' }).press('Enter');
  await arrived(page, 'Glossary');
  expect(new URL(page.url()).hash).toBe('#g-dateline');
  const explained = page.locator('[id="g-dateline"]');
  expect(await explained.innerText()).toContain('A dateline says that the writer was there.');
  const top = await explained.evaluate((element) => element.getBoundingClientRect().top / innerHeight);
  expect(top).toBeGreaterThanOrEqual(0);
  expect(top).toBeLessThan(1);
  await page.goBack();
  await arrived(page, 'How Must Read is ordered');
  await page.goForward();
  await link(page, 'What a dateline promises').click();
  await arrived(page, 'What a dateline promises');
});

test('the term is told from other links by its dots, in Urdu too, and is written on like its text', async () => {
  for (const [path, word] of [
    ['/articles/what-a-dateline-promises/', 'dateline'],
    [urdu, 'نستعلیق'],
  ] as const) {
    const page = await used.open({ path });
    const looks = await link(page, word).evaluate((element) => {
      const [own, around] = [getComputedStyle(element), getComputedStyle(element.parentElement!)];
      return [own.textDecorationLine, own.textDecorationStyle, own.fontFamily === around.fontFamily];
    });
    expect(looks).toEqual(['underline', 'dotted', true]);
  }
});

test('without script the term is a link to the page that explains it', async () => {
  const page = await used.open({ path: urdu, script: false });
  await link(page, 'نستعلیق').click();
  await arrived(page, 'Glossary');
  expect(await page.locator(':target').getAttribute('lang')).toBe('ur');
});

test('the page of the glossary has no faults that axe knows of, on any paper', async () => {
  const page = await used.open({ path: '/glossary/' });
  await hydrated(page);
  expect(await axeFaultsOnPapers(page, 'glossary')).toEqual([]);
});

test('the glossary is asked for once, and not before something is searched for', async () => {
  const page = await used.open({ path: '/search/' });
  const results = page.getByRole('region', { name: 'Results' });
  const asked = () => used.site.requests.filter((path) => path === '/glossary/page.json').length;
  await results.waitFor();
  expect(asked()).toBe(0);
  await page.getByRole('searchbox').fill('standfirst');
  const first = results.getByRole('heading', { level: 2 }).first();
  await expect.poll(() => first.innerText()).toBe('standfirst');
  await page.getByRole('searchbox').fill('byline');
  await expect.poll(() => first.innerText()).toBe('byline');
  expect(asked()).toBe(1);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await arrived(page, 'Glossary');
  expect(new URL(page.url()).hash).toBe('#g-byline');
});

test('a glossary that cannot be had takes no article from the results', async () => {
  const page = await used.open({ path: '/search/' });
  used.site.intercept = ({ url }, response) => {
    if (url !== '/glossary/page.json') return false;
    response.writeHead(200, { 'content-type': 'text/html' }).end('<p>Not it');
    return true;
  };
  await page.getByRole('searchbox').fill('moranbong');
  const results = page.getByRole('region', { name: 'Results' }).getByRole('heading', { level: 2 });
  await expect.poll(() => results.count()).toBe(1);
});
