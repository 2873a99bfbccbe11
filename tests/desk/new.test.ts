/** `npm run new`: what is begun is valid at once, is where it is said to be, and takes the place of nothing. */
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { main } from '../../src/desk/new.ts';
import { asked } from '../../src/desk/new-publication.ts';
import { readContent } from '../../src/press/content/validate.ts';
import { contentFolder } from '../press/content/content-folder.ts';
import { answerOf, filesIn } from './desk-command.ts';

let around: string;
let paper: string;

beforeEach(() => {
  around = mkdtempSync(join(tmpdir(), 'broadsheet-new-'));
  paper = join(around, 'paper');
});

afterEach(() => rmSync(around, { recursive: true, force: true }));

const begin = (...args: string[]) => answerOf(main, ...args);
const publication = (...args: string[]) =>
  begin('publication', paper, '--name', 'The Harbour Post', '--time-zone', 'Asia/Karachi', ...args);
const problemsOf = async (folder: string) =>
  (await readContent(folder, { base: '/', now: new Date(), includeUnpublished: true })).problems;
const written = (path: string) => JSON.parse(filesIn(paper)[path] ?? 'null') as Record<string, unknown>;

describe('a publication', () => {
  test.each(['en', 'ur', 'fr', 'ar'])('in %s has no mistake, and something to read', async (language) => {
    const { code, out, err } = await publication('--language', language);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('is a publication now: 8 files.');
    expect(Object.keys(filesIn(paper))).toEqual([
      '.github/workflows/publish.yml',
      '.gitignore',
      'README.md',
      'articles/first-page.json',
      'authors/editors.json',
      'images/hand-press.svg',
      'must-read.json',
      'publication.json',
    ]);
    expect(await problemsOf(paper)).toEqual([]);
    expect(written('publication.json')).toMatchObject({
      format: 1,
      name: 'The Harbour Post',
      address: 'https://example.org/',
      language,
      timeZone: 'Asia/Karachi',
    });
  });

  test('is begun in Urdu where Urdu is read, and in English where there are no words yet', async () => {
    await publication('--language', 'ur');
    expect(written('articles/first-page.json')).toMatchObject({ headline: 'پہلا صفحہ' });
    expect(written('articles/first-page.json')).not.toHaveProperty('language');
    rmSync(paper, { recursive: true });
    await publication('--language', 'fr');
    expect(written('articles/first-page.json')).toMatchObject({ headline: 'The first page', language: 'en' });
  });

  test('needs a name where nobody can be asked', async () => {
    const { code, err } = await begin('publication', paper);
    expect([code, existsSync(paper)]).toEqual([2, false]);
    expect(err).toContain('Write --name "The Harbour Post".');
  });

  test('leaves what a repository has', async () => {
    mkdirSync(join(paper, '.git'), { recursive: true });
    writeFileSync(join(paper, '.git/HEAD'), 'ref: refs/heads/main\n');
    writeFileSync(join(paper, 'README.md'), 'ours');
    const { code, out } = await publication();
    expect([code, out]).toEqual([0, expect.stringContaining('Left as they were: README.md.')]);
    expect(filesIn(paper)).toMatchObject({ 'README.md': 'ours', '.git/HEAD': 'ref: refs/heads/main\n' });
  });

  test('is not begun over another', async () => {
    const folder = contentFolder();
    const before = filesIn(folder);
    const { code, err } = await begin('publication', folder, '--name', 'Another');
    expect([code, err]).toEqual([1, expect.stringContaining('holds content already. Name another folder.')]);
    expect(filesIn(folder)).toEqual(before);
  });

  test('is asked for on a terminal, again until it can be used', async () => {
    const [input, output] = [new PassThrough(), new PassThrough({ encoding: 'utf8' })];
    const answers = ['', 'The Harbour Post', 'English', 'ur', 'Asia/Karach', 'Asia/Karachi'];
    let said = '';
    output.on('data', (text: string) => {
      said += text;
      if (text.endsWith(': ')) input.write(`${answers.shift()}\n`);
    });
    expect(await asked({ address: 'https://example.org/' }, input, output)).toEqual({
      name: 'The Harbour Post',
      language: 'ur',
      timeZone: 'Asia/Karachi',
      address: 'https://example.org/',
    });
    expect(said).toContain('Name of the publication: Write at least one visible character.');
    expect(said).toContain('Language [en]: Write "en".');
    expect(said).toContain('Did you mean "Asia/Karachi" or');
  });
});

describe('an article', () => {
  beforeEach(() => publication());

  test('is a draft of today that says where it is and is read', async () => {
    const { code, out } = await begin('article', ' A walk\n in  June ', '--author', 'editors', '--data', paper);
    expect([code, out.split('\n')]).toEqual([
      0,
      [
        expect.stringMatching(/paper\/articles\/a-walk-in-june\.json$/),
        'http://localhost:5173/articles/a-walk-in-june/',
        '',
      ],
    ]);
    expect(written('articles/a-walk-in-june.json')).toEqual({
      $schema: expect.stringMatching(/^\.\.\/.*\/public\/schemas\/article\.schema\.json$/),
      headline: 'A walk in June',
      authors: ['editors'],
      section: 'notes',
      published: new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Karachi' }).format(),
      draft: true,
      body: ['Write here.'],
    });
    expect((await problemsOf(paper)).map(({ message }) => message)).toEqual([]);
  });

  test('is in another language, of several authors, in a section, under a slug of its own', async () => {
    await begin('author', 'Jane Doe', '--data', paper);
    const words = ['--author', 'editors', '--author', 'jane-doe', '--section', 'notes', '--slug', 'june-walk'];
    const { code } = await begin('article', 'جون کی سیر', '--language', 'ur', ...words, '--data', paper);
    expect([code, written('articles/june-walk.json')]).toEqual([
      0,
      expect.objectContaining({ language: 'ur', authors: ['editors', 'jane-doe'], body: ['یہاں لکھیے۔'] }),
    ]);
  });

  test.each([
    [['--author', 'editor'], 'There is no author "editor". Did you mean "editors"?'],
    [['--section', 'note'], 'There is no section "note". Did you mean "notes"?'],
    [
      ['--slug', 'first-page'],
      'articles/first-page.json is there already. For another one, write --slug first-page-2.',
    ],
    [['--language', 'English'], 'Write "en".'],
    [['--slug', 'A Walk'], 'Write "a-walk".'],
    [['--sectoin', 'notes'], 'Did you mean --section?'],
  ])('%j changes nothing and says what to write', async (args, says) => {
    const before = filesIn(paper);
    const { code, err } = await begin('article', 'A walk', ...args, '--data', paper);
    expect([code > 0, err]).toEqual([true, expect.stringContaining(says)]);
    expect(filesIn(paper)).toEqual(before);
  });

  test('has a publication to be in', async () => {
    const { code, err } = await begin('article', 'A walk', '--data', join(around, 'none'));
    expect([code, err]).toEqual([1, expect.stringContaining('npm run new -- publication')]);
    expect(existsSync(join(around, 'none'))).toBe(false);
  });
});

test('an author and a page are one file each', async () => {
  await publication('--language', 'ur');
  await begin('author', 'Zoë Müller', '--language', 'de', '--data', paper);
  await begin('page', 'About us', '--language', 'en', '--data', paper);
  expect(written('authors/zoe-muller.json')).toMatchObject({ name: 'Zoë Müller', language: 'de' });
  expect(written('pages/about-us.json')).toMatchObject({ title: 'About us', language: 'en', body: ['Write here.'] });
  expect((await problemsOf(paper)).filter(({ severity }) => severity === 'error')).toEqual([]);
});

describe('names and arguments of somebody who means harm', () => {
  beforeEach(() => publication());

  /** Refused, or a file of its own in the folder of its kind. */
  test.each<[string, string, string[]]>([
    ['article', '../../etc/passwd', ['articles/etc-passwd.json']],
    ['article', '/etc/passwd', ['articles/etc-passwd.json']],
    ['article', '..\\..\\windows\\system.ini', ['articles/windows-system-ini.json']],
    ['article', 'C:\\paper.json', ['articles/c-paper-json.json']],
    ['article', '%2e%2e%2f%2e%2e%2fescape', ['articles/2e-2e-2f-2e-2e-2fescape.json']],
    ['article', '~/.ssh/id_rsa', ['articles/ssh-id-rsa.json']],
    ['article', 'con', ['articles/con-article.json']],
    ['article', 'NUL', ['articles/nul-article.json']],
    ['article', 'index', ['articles/index-article.json']],
    ['article', '404', ['articles/404-article.json']],
    ['article', '.', ['articles/article-cdb4ee2a.json']],
    ['article', '..', ['articles/article-5ec1f7e7.json']],
    ['article', '...', ['articles/article-ab5df625.json']],
    ['article', '', []],
    ['article', '   ', []],
    ['article', '\u200b\u200d\ufeff', []],
    ['article', '\u202egnp.exe', ['articles/gnp-exe.json']],
    ['article', '\u001b[31mred\u001b[0m', ['articles/31mred-0m.json']],
    ['article', '\r\nheadline: other', ['articles/headline-other.json']],
    ['article', '🜂🜄', ['articles/article-d64554e2.json']],
    ['article', 'x'.repeat(301), []],
    ['article', 'x'.repeat(300), [`articles/${'x'.repeat(80)}.json`]],
    ['article', '</script><script>alert(1)</script>', ['articles/script-script-alert-1-script.json']],
    ['article', '"}, "draft": false, {"', ['articles/draft-false.json']],
    ['article', '${jndi:ldap://x}', ['articles/jndi-ldap-x.json']],
    ['article', '$(touch pwned)', ['articles/touch-pwned.json']],
    ['article', '`touch pwned`', ['articles/touch-pwned.json']],
    ['article', '; rm -rf .', ['articles/rm-rf.json']],
    ['article', '--help-me', []],
    ['article', '-x', []],
    ['article', '__proto__', ['articles/proto.json']],
    ['article', 'constructor', ['articles/constructor.json']],
    ['article', 'a\u0301\u0301\u0301\u0301', ['articles/a.json']],
    ['article', 'پاکستان', ['articles/article-0ba5ffc1.json']],
    ['author', '../editors', []],
    ['author', 'editors', []],
    ['author', '../../publication', ['authors/publication.json']],
    ['page', 'articles', []],
    ['page', '../publication', ['pages/publication.json']],
    ['page', 'must read', []],
    ['page', 'images/../../x', ['pages/images-x.json']],
    ['publication', '', []],
    ['publication', 'package.json', []],
    ['publication', 'package.json/below', []],
    ['publication', '--name', []],
  ])('%s %j: %j', async (what, name, made) => {
    const before = filesIn(around);
    const { code, err } = await begin(what, name, ...(what === 'publication' ? ['--name', 'X'] : ['--data', paper]));
    const { ...after } = filesIn(around);
    const added = Object.keys(after).filter((path) => !(path in before));
    for (const path of added) delete after[path];
    expect([added, after]).toEqual([made.map((path) => `paper/${path}`), before]);
    expect([code > 0, /^error: \S/.test(err)]).toEqual([made.length === 0, made.length === 0]);
    // oxlint-disable-next-line no-control-regex
    expect(err).not.toMatch(/\u001b/);
    expect((await problemsOf(paper)).filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});
