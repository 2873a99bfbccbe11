/** Copies of an article at addresses that are none of the site: archives, saved pages, proxies. They stay what they are. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { lead } from './reading.ts';
import { expectErrors, useSite } from './site.ts';

const used = useSite();
const archive = '/web/20240601000000/https://example.com';

const htmlOf = (path: string) => readFileSync(join(used.built, path, 'index.html'), 'utf8');

/** Answers `at` with a document; what else is below `prefix` is that of the site. */
function copyAt(at: string, html: string, prefix = ''): void {
  used.site.intercept = (request, response) => {
    if (request.url === at) {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html);
      return true;
    }
    if (prefix && request.url?.startsWith(prefix)) request.url = request.url.slice(prefix.length);
    return false;
  };
}

/** As the reader has it when the app has decided: it has asked for what the address may be, and nothing more is on its way. */
async function opened(path: string) {
  const page = await used.open({ path: '' });
  expectErrors(page, /Failed to load resource|Content Security Policy|integrity/);
  const asked = page.waitForResponse((response) => response.url().endsWith('/404.json'));
  await page.goto(used.site.url + path);
  await asked;
  await page.waitForLoadState('networkidle');
  return page;
}

test.each([
  ['in an archive', `${archive}${lead.path}`, archive],
  ['saved as a file of a host', '/saved/page.html', ''],
  ['shown by a proxy', '/read?url=https%3A%2F%2Fexample.com', ''],
])('an article %s', async (_, at, prefix) => {
  const html = htmlOf(lead.path);
  copyAt(at, prefix ? html.replaceAll(/(href|src)="\//g, `$1="${prefix}/`) : html, prefix);
  const page = await opened(at);
  const words = await page.getByRole('main').innerText();
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(lead.title);
  expect(words).toContain('A victory, and a monument to it');
  expect(words).not.toMatch(/could not be loaded|no page at this address/);
});

test('a host that answers an unknown address with the front page is told apart', async () => {
  copyAt('/no/such/page/', htmlOf('/'));
  const page = await opened('/no/such/page/');
  const heading = page.getByRole('heading', { level: 1 });
  await expect.poll(() => heading.innerText()).toBe('There is no page at this address');
});
