/** The built site on three hosts, at the root and in a folder: status, type, headers and cache rule of every kind of address. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { build } from './built-site.ts';
import { bare, nginx, nginxPath, preview, type HostedSite } from './hosts.ts';
import { expectErrors, hydrated, useSite } from './site.ts';

const used = useSite();
const lead = 'articles/a-hill-in-pyongyang/';
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'broadsheet-folder-'));
  build(join(folder, 'site'), { arguments: ['--base', '/folder/'] });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const siteAt = (base: string): string => (base === '/' ? inject('shippedSite') : join(folder, 'site'));

const hosts = [
  { name: 'the preview', start: preview, rules: true },
  { name: 'a bare host', start: bare, rules: false },
  { name: 'nginx', start: nginx, rules: true },
];

const isHere = (name: string): boolean => name !== 'nginx' || nginxPath !== undefined;

for (const { name, start, rules, base } of hosts.flatMap((host) =>
  ['/', '/folder/'].map((base) => ({ ...host, base })),
)) {
  describe.skipIf(!isHere(name))(`${isHere(name) ? 'on' : 'not run: no'} ${name}, at ${base}`, () => {
    let host: HostedSite;
    let asset: string;

    beforeAll(async () => {
      host = await start(siteAt(base), base);
      asset = readdirSync(join(siteAt(base), 'assets')).find((file) => file.endsWith('.js')) ?? '';
    });

    afterAll(() => host.close());

    const ask = (path: string) => fetch(host.url + base + path, { redirect: 'manual' });
    const page = { type: /^text\/html/ };

    test.each([
      ['', 200, page.type, 'no-cache'],
      [lead, 200, page.type, 'no-cache'],
      [`${lead}page.json`, 200, /^application\/json/, 'no-cache'],
      ['images/hand-press.svg', 200, /^image\/svg\+xml/, 'no-cache'],
      ['share/a-hill-in-pyongyang.png', 200, /^image\/png/, 'no-cache'],
      ['feed.xml', 200, /xml/, 'public, max-age=300'],
      ['authors/broadsheet-desk/feed.json', 200, /json/, rules && name === 'nginx' ? 'public, max-age=300' : undefined],
      ['sitemap.xml', 200, /xml/, 'no-cache'],
      ['manifest.webmanifest', 200, /manifest\+json/, 'no-cache'],
      ['no/such/page/', 404, page.type, 'no-cache'],
      ['no-such-page', 404, page.type, 'no-cache'],
      ['assets/none.js', 404, /^text\/plain/, undefined],
      ['images/none.png', 404, /^text\/plain/, undefined],
      ['no/such/page.json', 404, /^text\/plain/, undefined],
    ])('%s answers %i', async (path, status, type, cache) => {
      const answer = await ask(path);
      expect(answer.status).toBe(status);
      expect(answer.headers.get('content-type')).toMatch(type);
      if (rules && cache !== undefined) expect(answer.headers.get('cache-control')).toBe(cache);
      if (rules) {
        expect(answer.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
        expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
        expect(answer.headers.get('strict-transport-security')).toBe('max-age=31536000');
      }
      if (status === 404 && type === page.type)
        expect(await answer.text()).toContain('There is no page at this address');
    });

    test('an asset may be kept for ever, where the host knows it', async () => {
      const answer = await ask(`assets/${asset}`);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-type')).toMatch(/javascript/);
      if (rules) expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    });

    test('a missing slash is added', async () => {
      const answer = await ask(lead.slice(0, -1));
      expect([301, 302, 308]).toContain(answer.status);
      expect(new URL(answer.headers.get('location') ?? '', host.url).pathname).toBe(base + lead);
    });

    test('an old address leads to the new one', async () => {
      const [from, to] = ['help/new-article/', 'articles/how-to-add-an-article/'];
      const answer = await ask(from);
      if (rules) {
        expect(answer.status).toBe(301);
        expect(new URL(answer.headers.get('location') ?? '', host.url).pathname).toBe(base + to);
      } else {
        expect(await answer.text()).toContain(`<meta http-equiv="refresh" content="0; url=${base}${to}">`);
      }
    });

    test('a deep link and a reload show the page, and the app takes over without a complaint', async () => {
      const tab = await used.open({ path: '' });
      const complaints: string[] = [];
      const foreign: string[] = [];
      await tab.exposeFunction('complain', (text: string) => complaints.push(text));
      await tab.addInitScript(
        `addEventListener('securitypolicyviolation', (event) => complain(event.violatedDirective + ' ' + event.blockedURI))`,
      );
      tab.on('request', (request) => {
        if (!request.url().startsWith(host.url)) foreign.push(request.url());
      });
      await tab.goto(host.url + base + lead);
      await hydrated(tab);
      await tab.reload();
      await hydrated(tab);
      await tab.getByRole('button', { name: 'Reading settings' }).click();
      await tab.getByRole('radio', { name: 'Sepia' }).check();
      await tab.keyboard.press('Escape');
      await tab.getByRole('complementary').getByRole('link', { name: 'How to publish' }).click();
      await tab.getByRole('heading', { level: 1, name: 'How to publish' }).waitFor();
      await tab.getByRole('heading', { name: 'Responses' }).scrollIntoViewIfNeeded();
      await tab.getByRole('textbox', { name: 'Comment' }).fill('Kept where it was written.');
      await tab.getByRole('textbox', { name: 'Name' }).fill('A reader');
      await tab.getByRole('button', { name: 'Keep on this device' }).click();
      await tab.getByText('Kept on this device. Not sent to anybody.').waitFor();
      await tab.pdf();
      expect(complaints).toEqual([]);
      expect(foreign).toEqual([]);
      expect(await tab.context().cookies()).toEqual([]);
    });

    test('a script and a string of markup that were slipped in are stopped', async () => {
      const tab = await used.open({ path: '' });
      expectErrors(tab, /Trusted|Content Security Policy/);
      await tab.goto(host.url + base);
      const happened = await tab.evaluate(() => {
        const attempts = [
          () => {
            const planted = document.createElement('script');
            planted.textContent = 'window.planted = true';
            document.body.append(planted);
          },
          () => {
            const planted = document.createElement('script');
            planted.append('window.planted = true');
            document.body.append(planted);
          },
          () => document.body.insertAdjacentHTML('beforeend', '<img id="sunk" alt="">'),
          () => document.body.setAttribute('onclick', 'window.planted = true'),
        ];
        for (const attempt of attempts) {
          try {
            attempt();
          } catch {
            // Stopped at the door.
          }
        }
        document.body.click();
        return { planted: 'planted' in window, sunk: document.getElementById('sunk') !== null };
      });
      expect(happened).toEqual({ planted: false, sunk: false });
    });
  });
}

test.each(['/', '/folder/'])('at %s every link and every file that a page names is there', (base) => {
  const site = siteAt(base);
  const files = new Set(
    readdirSync(site, { recursive: true, encoding: 'utf8' }).map((file) => file.replaceAll('\\', '/')),
  );
  const missing: string[] = [];
  for (const file of files) {
    if (!file.endsWith('.html')) continue;
    const html = readFileSync(join(site, file), 'utf8');
    for (const [, url = ''] of html.matchAll(/\s(?:href|src)="([^"#?]+)[^"]*"/g)) {
      if (/^(?:https?|mailto):/.test(url)) continue;
      const path = decodeURI(url.replaceAll('&amp;', '&'));
      const inside = path.startsWith(base) ? path.slice(base.length) : undefined;
      const target =
        inside === undefined ? undefined : inside === '' || inside.endsWith('/') ? `${inside}index.html` : inside;
      if (target === undefined || !files.has(target)) missing.push(`${file}: ${url}`);
    }
    if (/\sstyle="/.test(html.replace(/<style[^>]*>[^]*?<\/style>/g, ''))) missing.push(`${file}: a style attribute`);
  }
  expect(missing).toEqual([]);
});

test('two builds of the same content are the same bytes, in any zone and language of the machine', () => {
  const other = mkdtempSync(join(tmpdir(), 'broadsheet-again-'));
  build(join(other, 'site'), { env: { TZ: 'Pacific/Kiritimati', LC_ALL: 'tr_TR.UTF-8', LANG: 'ar_EG.UTF-8' } });
  const listed = (site: string) =>
    readdirSync(site, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(site.length))
      .toSorted();
  const [first, second] = [inject('shippedSite'), join(other, 'site')];
  expect(listed(second)).toEqual(listed(first));
  const differing = listed(first).filter(
    (file) => !readFileSync(join(first, file)).equals(readFileSync(join(second, file))),
  );
  rmSync(other, { recursive: true });
  expect(differing).toEqual([]);
});
