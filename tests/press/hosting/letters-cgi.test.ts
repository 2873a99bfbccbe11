/** The CGI script that takes letters behind nginx: it keeps a body as it came, or nothing. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { hostingFiles } from '../../../src/press/hosting/hosting-files.ts';
import { lettersCgi } from '../../../src/press/hosting/letters-cgi.ts';
import { editionWith } from '../../fixtures/edition.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'broadsheet-letters-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Runs it as a server does: `given` are the variables of RFC 3875. */
function answer(body: Buffer | string, given: Record<string, string> = {}) {
  const bytes = Buffer.from(body);
  const ran = spawnSync('sh', ['-c', lettersCgi('/paper/letters/').text], {
    input: bytes,
    env: {
      PATH: process.env['PATH'],
      LETTERS: folder,
      REQUEST_METHOD: 'POST',
      CONTENT_LENGTH: String(bytes.length),
      ...given,
    },
  });
  const kept = readdirSync(folder).map((name) => [name, readFileSync(join(folder, name))] as const);
  return { said: ran.stdout.toString(), status: ran.status, kept };
}

test.each([
  ['a letter', 'name=Mira&text=One%0ATwo&article=hill'],
  ['Urdu, as it may come', 'name=عائشہ&text=خط'],
  ['what a shell would act on', '$(touch x) `id` ; rm -rf "$LETTERS" \\ %s\n\0 end'],
  ['nothing', ''],
])('keeps %s byte for byte', (_, body) => {
  const { said, kept } = answer(body);
  expect(said).toBe('Status: 303 See Other\r\nLocation: /paper/letters/\r\n\r\n');
  expect(kept).toEqual([[expect.stringMatching(/^letter-\w+\.form$/), Buffer.from(body)]]);
});

test('a script is answered without a page', () => {
  expect(answer('a=b', { HTTP_ACCEPT: 'application/json' }).said).toBe('Status: 204 No Content\r\n\r\n');
});

test.each([
  ['405', 'Allow: POST\r\n', { REQUEST_METHOD: 'GET' }],
  ['411', '', { CONTENT_LENGTH: '' }],
  ['411', '', { CONTENT_LENGTH: '1;id' }],
  ['411', '', { CONTENT_LENGTH: '99999999999999999999' }],
  ['413', '', { CONTENT_LENGTH: '262145' }],
  // The line was cut.
  ['500', '', { CONTENT_LENGTH: '10' }],
  ['500', '', { LETTERS: '/no/such/folder' }],
])('answers %s and keeps nothing', (status, header, given) => {
  const { said, kept } = answer('a=b', given);
  expect(said).toMatch(new RegExp(`^Status: ${status} [A-Z][A-Za-z ]+\r\n${header}\r\n$`));
  expect(kept).toEqual([]);
});

test('only a publication whose letters are posted has it, and nginx hands it what is posted', () => {
  const beside = (responses: object | 'device') =>
    new Map(
      hostingFiles(editionWith({ publication: { responses: responses as 'device' } }), {
        scripts: [],
        sheets: [],
      }).beside.map(({ file, text }) => [file, text]),
    );
  const [posted, device] = [beside({ post: '/letters/' }), beside('device')];
  expect(posted.get('nginx/letters.cgi')).toContain('Location: /letters/');
  expect(posted.get('nginx/site.conf')).toMatch(
    /location = \/letters\/ \{[^}]*Content-Security-Policy[^}]*return 418;/,
  );
  expect(posted.get('nginx/site.conf')).toContain('SCRIPT_FILENAME $document_root/../hosting/nginx/letters.cgi;');
  expect([...device.keys()]).not.toContain('nginx/letters.cgi');
  expect(device.get('nginx/site.conf')).not.toContain('fastcgi');
});
