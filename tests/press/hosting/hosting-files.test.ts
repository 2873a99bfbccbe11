/** What hosts are told: policy, cache rules, old addresses. */
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { hostingFiles } from '../../../src/press/hosting/hosting-files.ts';
import { hostRules, type HostRules } from '../../../src/press/hosting/host-rules.ts';
import { contentSecurityPolicy, hashesOf } from '../../../src/press/hosting/policy.ts';
import { editionOf } from '../../../src/publication/edition.ts';
import { press } from '../../../src/words/en/interface.ts';
import { contentOf } from '../../fixtures/edition.ts';

const sha = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const hashes = { scripts: [sha('a()')], sheets: [sha('b{}')] };

const moved = contentOf({
  publication: { address: 'https://post.example/folder/' },
  articles: {
    harbour: { aliases: ['old-harbour', '/2019/05/harbour.html', '/?p=12', '/قدیم/'] },
    quay: { aliases: ['/a b/"c"/'] },
  },
});

describe('the policy', () => {
  test('names the inline script and sheet of the document by their hashes, and no data block', () => {
    const html =
      '<script>a()</script><script type="module" src="/x.js"></script><style>b{}</style><script type="application/json" id="page">{}</script>';
    expect(hashesOf(html)).toEqual(hashes);
  });

  test('allows nothing unsafe and no wildcard, and lets the header alone speak of frames', () => {
    const header = contentSecurityPolicy(hashes, 'header');
    expect(header).not.toMatch(/unsafe|\*|https?:|data:|blob:/);
    expect(header).toContain(`script-src 'self' ${sha('a()')};`);
    expect(header).toContain(`style-src 'self' ${sha('b{}')};`);
    expect(header).toContain("frame-ancestors 'none'");
    expect(header).toContain("require-trusted-types-for 'script'; trusted-types reader");
    expect(contentSecurityPolicy(hashes, 'meta')).not.toContain('frame-ancestors');
  });
});

test('nginx may go on with what it has read of other code: its policy names no script and no sheet of a page', () => {
  const files = (of: typeof hashes) => hostingFiles(editionOf(moved, press, '/'), of).beside;
  expect(files(hashes)).toEqual(files({ scripts: [sha('c()')], sheets: [sha('d{}')] }));
  const site = files(hashes).find(({ file }) => file === 'nginx/site.conf')?.text ?? '';
  const policies = [...site.matchAll(/^location (\S+).*\n {2}add_header Content-Security-Policy "([^"]*)"/gm)];
  expect(policies.length).toBeGreaterThan(4);
  for (const [, match, policy] of policies) {
    expect(policy).toContain("frame-ancestors 'none'; require-trusted-types-for 'script'");
    expect(/default-src 'none'; script-src 'self'; style-src 'self'; /.test(policy ?? '')).toBe(match !== '/');
    expect(/(?:default|script|style)-src/.test(policy ?? '')).toBe(match !== '/');
  }
});

test('the moment of the next build is told by the last step alone', () => {
  const { beside } = hostingFiles(editionOf(moved, press, '/'), hashes);
  const steps = beside.filter(({ file }) => /^upload\/[2-5]/.test(file));
  const leaveIt = steps.map(({ text }) => text.split('\n').includes('- /next-build.txt'));
  expect(leaveIt).toEqual([true, true, true, false]);
});

test('an upload has its steps by name, and the last, which deletes, leaves assets alone', () => {
  const { beside } = hostingFiles(editionOf(moved, press, '/'), hashes);
  const steps = beside.filter(({ file }) => file.startsWith('upload/'));
  expect(steps.map(({ file }) => file.slice('upload/'.length))).toEqual([
    '1-assets',
    '2-files',
    '3-data',
    '4-pages',
    '5-rest',
  ]);
  expect(steps.at(-1)?.text).toBe('- /assets/\n- /assets/**\n');
});

describe.each(['/', '/folder/'])('below %s', (base) => {
  let folder: string;
  let rules: HostRules;
  const files = hostingFiles(editionOf(moved, press, base), hashes);
  const inside = new Map(files.inside.map(({ file, text }) => [file, text]));
  const beside = new Map(files.beside.map(({ file, text }) => [file, text]));

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'hosting-'));
    writeFileSync(join(folder, '_headers'), inside.get('/_headers') ?? '');
    writeFileSync(join(folder, '_redirects'), inside.get('/_redirects') ?? '');
    rules = hostRules(folder);
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  test.each([
    '',
    'articles/harbour/',
    'articles/harbour/page.json',
    'assets/x.js',
    'images/x.svg',
    'feed.xml',
    'none/',
  ])('every answer carries the policy: %s', (path) => {
    expect(rules.headersFor(base + path)).toMatchObject({
      'Content-Security-Policy': contentSecurityPolicy(hashes, 'header'),
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'strict-origin-when-cross-origin',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Strict-Transport-Security': 'max-age=31536000',
    });
  });

  test.each([
    ['assets/index-abc.js', 'public, max-age=31536000, immutable', 'same-origin'],
    ['images/hill.svg', 'no-cache', 'cross-origin'],
    ['feed.xml', 'public, max-age=300', 'cross-origin'],
    ['articles/harbour/', undefined, undefined],
  ])('%s may be kept for %s and embedded by %s', (path, cacheControl, resourcePolicy) => {
    const headers = rules.headersFor(base + path);
    expect(headers['Cache-Control']).toBe(cacheControl);
    expect(headers['Cross-Origin-Resource-Policy']).toBe(resourcePolicy);
  });

  test.each([
    ['articles/old-harbour/', 'articles/harbour/'],
    ['articles/old-harbour', 'articles/harbour/'],
    ['2019/05/harbour.html', 'articles/harbour/'],
    ['%D9%82%D8%AF%DB%8C%D9%85/', 'articles/harbour/'],
    ['a%20b/%22c%22/', 'articles/quay/'],
  ])('%s has moved', (from, to) => {
    expect(rules.movedTo(base + from)).toBe(base + to);
  });

  test('an old address is also a page that leads on, for hosts that know no rules', () => {
    const page = inside.get('/2019/05/harbour.html');
    expect(page).toContain(`<meta http-equiv="refresh" content="0; url=${base}articles/harbour/">`);
    expect(page).toContain(`<link rel="canonical" href="https://post.example${base}articles/harbour/">`);
    expect([...inside.keys()]).toContain('/articles/old-harbour/index.html');
    expect([...inside.keys()]).not.toContain('/index.html');
  });

  test('nginx has the headers in every location, includes nothing, and compares decoded addresses', () => {
    const site = beside.get('nginx/site.conf') ?? '';
    const locations = site.split(/^location /m).slice(1);
    expect(locations.length).toBeGreaterThan(4);
    for (const location of locations) expect(location).toContain('add_header X-Content-Type-Options "nosniff" always;');
    const moves = beside.get('nginx/http.conf');
    expect(site + moves).not.toMatch(/^\s*include /m);
    expect(moves).toContain(`"${base}قدیم/" "${base}articles/harbour/";`);
    expect(moves).toContain(`"${base}a b/\\"c\\"/" "${base}articles/quay/";`);
  });
});

test('a folder without rules has none', () => {
  const rules = hostRules(join(tmpdir(), 'no-such-folder'));
  expect(rules.headersFor('/')).toEqual({});
  expect(rules.movedTo('/')).toBeUndefined();
});
