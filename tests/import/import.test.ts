/** The command `npm run import`: its arguments, its report, what it writes and what it leaves alone. */
import { gzipSync } from 'node:zlib';
import { existsSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { basePath } from '../../src/press/data-folder.ts';
import { checkContent } from '../../src/press/content/validate.ts';
import { contentFolder, png, publication } from '../press/content/content-folder.ts';
import {
  reportOf,
  answerOf,
  bytesOf,
  codesOf,
  contentOf,
  emptyFolder,
  folderWith,
  runImport,
} from './import-folder.ts';

const post = (fields: Record<string, string>, body: string): string =>
  `---\n${Object.entries(fields)
    .map(([key, value]) => `${key}: ${value}\n`)
    .join('')}---\n\n${body}\n`;

const rain = post({ title: 'Rain at last', date: '2026-03-01', author: 'Jane Doe' }, 'It rained.');

const errorsIn = (data: string) =>
  checkContent(data, { base: basePath(data), now: new Date(), includeUnpublished: false }).problems.filter(
    ({ severity }) => severity === 'error',
  );

describe('a folder of posts', () => {
  test('becomes a publication where there is none', { timeout: 60_000 }, async () => {
    const folder = folderWith({
      'rain-at-last.md': rain,
      'wind.md': post({ title: 'Wind', categories: 'Weather' }, 'It blew.'),
    });
    const data = join(emptyFolder(), 'news', 'content');
    const { code, out } = await runImport(['--data', data, folder]);
    expect([code, errorsIn(data)]).toEqual([0, []]);
    expect(readdirSync(join(data, 'articles')).sort()).toEqual(['rain-at-last.json', 'wind.json']);
    expect(contentOf(data, 'publication.json')).toMatchObject({
      name: 'Content',
      address: 'http://localhost/',
      timeZone: 'UTC',
      sections: [
        { slug: 'imported', name: 'Imported' },
        { slug: 'weather', name: 'Weather' },
      ],
    });
    expect(out).toMatch(/article\s+Rain at last .*→ articles\/rain-at-last\.json/);
    expect(out).toMatch(/found\s+taken\s+changed\s+left out\n.*2/);
    expect(out).toContain('4 files written.');
  });

  test('is added to the publication that is there', async () => {
    const data = contentFolder();
    await reportOf('--data', data, '--section', 'news', folderWith({ 'rain-at-last.md': rain }));
    expect(contentOf(data, 'articles/rain-at-last.json')).toEqual({
      headline: 'Rain at last',
      authors: ['jane-doe'],
      section: 'news',
      published: '2026-03-01',
      body: ['It rained.'],
    });
    expect(contentOf(data, 'publication.json')).toEqual(publication);
    expect(errorsIn(data)).toEqual([]);
  });

  test('of no language, author, date or section says so and invents none', async () => {
    const data = contentFolder();
    const report = await reportOf('--data', data, folderWith({ 'bare.md': post({ title: 'Bare' }, 'Text.') }));
    expect(codesOf(report)).toEqual(expect.arrayContaining(['I114', 'I117', 'I118']));
    expect(contentOf(data, 'articles/bare.json')).toEqual({
      headline: 'Bare',
      authors: [],
      section: 'imported',
      body: ['Text.'],
    });
  });

  test('takes the section and author of the command where it names none', async () => {
    const data = contentFolder();
    const folder = folderWith({ 'bare.md': post({ title: 'Bare' }, 'Text.'), 'rain-at-last.md': rain });
    const { notes } = await reportOf('--data', data, '--section', 'far-east', '--author', 'jo-roe', folder);
    expect(contentOf(data, 'articles/bare.json')).toMatchObject({ authors: ['jo-roe'], section: 'far-east' });
    expect(contentOf(data, 'articles/rain-at-last.json')).toMatchObject({ authors: ['jane-doe'], section: 'far-east' });
    expect(contentOf(data, 'authors/jo-roe.json')).toEqual({ name: 'Jo roe' });
    expect(notes).toContainEqual({
      code: 'I118',
      message: 'the section "Far east" (far-east) was added to publication.json',
    });
  });
});

describe('the arguments of the command', () => {
  test.each([
    [[], "missing required argument 'file-or-folder'"],
    [['tests/import/import.tset.ts'], 'There is no such file. Did you mean "tests/import/import.test.ts"?'],
    [['--dry-rn', 'x'], "unknown option '--dry-rn'\n(Did you mean --dry-run?)"],
    [['--from', 'markdwon', '.'], "'markdwon' is invalid. Did you mean markdown?"],
    [['--from', '.'], "'.' is invalid. Kinds: "],
    [['--data'], "option '--data <folder>' argument missing"],
    [['--json=yes', '.'], "unknown option '--json=yes'"],
    [['--overwrite', '--skip', '.'], "option '--skip' cannot be used with option '--overwrite'"],
    [['--section', 'Far East', '.'], 'A slug has a-z, 0-9 and single hyphens. Write "far-east".'],
    [['--data', 'package.json', '.'], "argument 'package.json' is invalid. It is no folder."],
    [['--fetch-images', '.'], "unknown option '--fetch-images'"],
  ])('%j answers 2', async (args, says) => {
    const { code, err, out } = await answerOf(args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(says);
    expect(err).toContain('Usage: npm run import');
  });

  test('--help answers 0', async () => {
    expect(await answerOf(['--help'])).toMatchObject({
      code: 0,
      out: expect.stringContaining('Usage: npm run import'),
    });
  });
});

describe('files that are not what they seem', () => {
  test.each([
    ['feed.xml', gzipSync('<rss/>'), 'I003', 'looks like gzip: unpack it first'],
    ['feed.xml', Buffer.from('PK\x03\x04rest'), 'I008', 'the ZIP is broken, or was not loaded to its end: '],
    ['page.html', Buffer.from('%PDF-1.7'), 'I003', 'looks like PDF'],
    ['a.md', Buffer.from([0, 1, 2, 3, 0, 255]), 'I003', 'is no text'],
    ['a.md', png(2, 2), 'I003', 'is a picture'],
    ['strange.bin', Buffer.from('{"neither": "one", "nor": "the other"}'), 'I002', 'Write --from '],
    ['empty.md', Buffer.from(''), 'I108', 'the file is empty'],
  ])('%s of %# is refused by name, and the others go on', async (name, bytes, code, says) => {
    const folder = folderWith({ [name]: bytes, 'rain-at-last.md': rain });
    const data = contentFolder();
    const report = await reportOf('--data', data, join(folder, name), join(folder, 'rain-at-last.md'));
    expect(report.code).toBe(1);
    const [refused] = report.files;
    expect(refused).toMatchObject({ refused: { code } });
    expect(refused?.refused?.message).toContain(says);
    expect(report.written).toEqual(['articles/rain-at-last.json', 'publication.json']);
  });

  test('are left out and listed where they lie in a folder', async () => {
    const folder = folderWith({
      'style.css': 'p { color: red }',
      'a.rar': 'Rar!\x1a\x07',
      'rain-at-last.md': rain,
      '.hidden': 'x',
    });
    symlinkSync('/etc', join(folder, 'etc'));
    const { code, items, notes } = await reportOf('--data', contentFolder(), folder);
    expect(code).toBe(0);
    const left = items.filter(({ of }) => of === 'file').map(({ name, notes: [why] }) => [name, why?.code]);
    expect(left).toEqual(expect.arrayContaining([['a.rar', 'I003']]));
    expect(notes).toContainEqual({
      code: 'I006',
      message: 'not read: 1 name beginning with a dot and 1 symbolic link',
    });
  });

  test('a folder with nothing in it answers 1 and writes nothing (I108)', async () => {
    const data = join(emptyFolder(), 'content');
    const { code, out } = await answerOf(['--data', data, emptyFolder()]);
    expect([code, existsSync(data)]).toEqual([1, false]);
    expect(out).toContain('I108  Nothing to import was found');
  });
});

describe('what is there already', () => {
  test('is not written a second time: the second run changes nothing', async () => {
    const folder = folderWith({
      'rain-at-last.md': rain,
      'wind.md': post({ title: 'Wind', section: 'Weather' }, 'It blew.'),
    });
    const data = contentFolder();
    await reportOf('--data', data, folder);
    const before = bytesOf(data);
    const again = await reportOf('--data', data, folder);
    expect([again.code, again.written]).toEqual([0, []]);
    expect(again.items.map(({ column }) => column)).toEqual(['left out', 'left out']);
    expect(codesOf(again)).toContain('I405');
    expect(bytesOf(data)).toEqual(before);
    expect((await answerOf(['--data', data, folder])).out).toContain('Nothing to write: 0 changes.');
  });

  const edited = post({ title: 'Rain at last', date: '2026-03-01', author: 'Jane Doe' }, 'It rained for hours.');

  test('and differs stops the run, with its name (I401)', async () => {
    const data = contentFolder();
    await reportOf('--data', data, folderWith({ 'rain-at-last.md': rain }));
    const before = bytesOf(data);
    const input = folderWith({ 'rain-at-last.md': edited, 'wind.md': post({ title: 'Wind' }, 'It blew.') });
    const { code, stopped } = await reportOf('--data', data, input);
    expect(code).toBe(1);
    expect(stopped).toEqual({
      code: 'I401',
      message: '1 file is here already and differs. Write --overwrite to replace them or --skip to keep them',
      files: ['articles/rain-at-last.json'],
    });
    expect(bytesOf(data)).toEqual(before);
  });

  test.each([
    ['--overwrite', 'It rained for hours.', 'taken'],
    ['--skip', 'It rained.', 'left out'],
  ])('and differs is as %s asks', async (option, text, column) => {
    const data = contentFolder();
    await reportOf('--data', data, folderWith({ 'rain-at-last.md': rain }));
    const input = folderWith({ 'rain-at-last.md': edited, 'wind.md': post({ title: 'Wind' }, 'It blew.') });
    const { code, items } = await reportOf('--data', data, option, input);
    expect([code, contentOf(data, 'articles/rain-at-last.json')]).toMatchObject([0, { body: [text] }]);
    expect(items[0]?.column === column || items[0]?.column === 'changed').toBe(true);
    expect(contentOf(data, 'articles/wind.json')).toMatchObject({ body: ['It blew.'] });
  });

  test('a folder whose publication.json cannot be read is not touched (I403)', async () => {
    const data = contentFolder({ 'publication.json': '{ "name": ' });
    const before = bytesOf(data);
    const { code, err } = await answerOf(['--data', data, folderWith({ 'rain-at-last.md': rain })]);
    expect([code, err]).toEqual([1, expect.stringContaining('I403  ')]);
    expect(bytesOf(data)).toEqual(before);
  });

  test('errors of the folder itself are told, and do not stop the run', async () => {
    const data = contentFolder({ 'articles/sun.json': { headline: 'Sun' } });
    const { code, notes } = await reportOf('--data', data, folderWith({ 'rain-at-last.md': rain }));
    expect([code, notes.map(({ code }) => code)]).toEqual([0, expect.arrayContaining(['I404'])]);
  });
});

describe('without writing', () => {
  test('--dry-run says what it would do', async () => {
    const data = contentFolder();
    const before = bytesOf(data);
    const { code, written, wouldWrite } = await reportOf(
      '--data',
      data,
      '--dry-run',
      folderWith({ 'rain-at-last.md': rain }),
    );
    expect([code, written, wouldWrite]).toEqual([0, [], ['articles/rain-at-last.json', 'publication.json']]);
    expect(bytesOf(data)).toEqual(before);
  });

  test('--strict stops at what had to be changed', async () => {
    const data = contentFolder();
    const before = bytesOf(data);
    const input = folderWith({ 'pictures.md': post({ title: 'Pictures' }, '![A pier](https://pics.example/a.jpg)') });
    const { code, stopped } = await reportOf('--data', data, '--strict', input);
    expect([code, stopped?.code]).toEqual([1, 'strict']);
    expect(bytesOf(data)).toEqual(before);
    expect((await reportOf('--data', data, '--strict', folderWith({ 'rain-at-last.md': rain }))).code).toBe(0);
  });
});

describe('names', () => {
  test('without a title come from the first words, in any script', async () => {
    const input = folderWith({
      'a.md': '---\ndate: 2026-01-02\n---\nThe harbour was quiet that morning.\n\nThen it was not.',
    });
    const data = contentFolder();
    const report = await reportOf('--data', data, '--from', 'md', input);
    expect(codesOf(report)).toContain('I111');
    expect(report.items[0]?.to).toMatch(/^articles\/(?:a|the-harbour-was-quiet-that-morning)\.json$/);
  });

  test('doubled are numbered and told', async () => {
    const one = post({ title: 'Rain', date: '2026-03-01' }, 'One.');
    const other = post({ title: 'Rain', date: '2026-04-01' }, 'Other.');
    const data = contentFolder({ 'articles/rain.json': null, 'must-read.json': null });
    const report = await reportOf('--data', data, folderWith({ 'x/rain.md': one, 'y/rain.md': other }));
    expect(report.items.map(({ to }) => to)).toEqual(['articles/rain.json', 'articles/rain-2.json']);
    expect(report.items[1]?.notes).toContainEqual({
      code: 'I203',
      message: 'the slug "rain" is taken: it is "rain-2"',
    });
  });

  test('that lead out of the folder are cleaned', async () => {
    const data = contentFolder();
    const report = await reportOf(
      '--data',
      data,
      folderWith({ 'keys.md': post({ title: 'Keys', slug: '../../.ssh/x' }, 'Text.') }),
    );
    expect(report.items[0]?.to).toBe('articles/ssh-x.json');
    expect(codesOf(report)).toContain('I201');
  });

  test('of one person in two spellings are one author, told', async () => {
    const data = contentFolder();
    const input = folderWith({
      'one.md': post({ title: 'One', author: 'Mary Major' }, 'Text.'),
      'two.md': post({ title: 'Two', author: 'mary  major' }, 'Text too.'),
    });
    const report = await reportOf('--data', data, input);
    expect(report.written.filter((path) => path.startsWith('authors/'))).toEqual(['authors/mary-major.json']);
    expect(contentOf(data, 'articles/two.json')).toMatchObject({ authors: ['mary-major'] });
    expect(codesOf(report)).toContain('I123');
  });
});

describe('pictures', () => {
  test('of the folder are copied, remote ones become links, missing ones are named', async () => {
    const body = [
      '![A pier](pier.png)',
      '![Far away](https://pics.example/far.jpg)',
      '![Lost](lost.png)',
      '![Secret](../../../../etc/passwd)',
      '![Not one](not.png)',
      '![](pier.png)',
    ].join('\n\n');
    const input = folderWith({
      'posts/pictures.md': post({ title: 'Pictures' }, body),
      'posts/pier.png': png(40, 30),
      'posts/not.png': 'text',
    });
    const data = contentFolder();
    const report = await reportOf('--data', data, input);
    const { body: blocks } = contentOf(data, 'articles/pictures.json') as unknown as { body: string[] };
    expect(blocks).toEqual([
      '![A pier](/images/pier.png)',
      '[Far away](https://pics.example/far.jpg)',
      'Lost (`lost.png`)',
      'Secret (`../../../../etc/passwd`)',
      'Not one (`not.png`)',
      '![pier\\.png](/images/pier.png)',
    ]);
    expect(codesOf(report)).toEqual(expect.arrayContaining(['I206', 'I207', 'I208', 'I209']));
    expect(existsSync(join(data, 'images', 'pier.png'))).toBe(true);
    expect(errorsIn(data)).toEqual([]);
  });

  test('outside the folder are not followed by a link', async () => {
    const outside = folderWith({ 'secret.png': png(1, 1) });
    const input = folderWith({ 'linked.md': post({ title: 'Linked' }, '![x](inside.png)') });
    symlinkSync(join(outside, 'secret.png'), join(input, 'inside.png'));
    const data = contentFolder();
    await reportOf('--data', data, input);
    expect(contentOf(data, 'articles/linked.json')).toMatchObject({ body: ['x (`inside.png`)'] });
  });
});

describe('links', () => {
  test('from one file to another lead to the article it became', async () => {
    const input = folderWith({
      'one.md': post({ title: 'One' }, 'See [the other](sub/two.md#part) and [nothing](none.md).'),
      'sub/two.md': post({ title: 'Two' }, 'See [the first](../one.md) and [the style](../style.css).'),
      'style.css': 'p {}',
    });
    const data = contentFolder();
    const report = await reportOf('--data', data, input);
    expect(contentOf(data, 'articles/one.json')).toMatchObject({
      body: ['See [the other](/articles/two/) and nothing (`none.md`).'],
    });
    expect(contentOf(data, 'articles/two.json')).toMatchObject({
      body: ['See [the first](/articles/one/) and the style (`../style.css`).'],
    });
    expect(codesOf(report)).toEqual(expect.arrayContaining(['I218', 'I107']));
  });
});

test('the report lists by file, aligned, and says the sums', async () => {
  const { out } = await answerOf([
    '--data',
    contentFolder(),
    '--section',
    'news',
    folderWith({ 'rain-at-last.md': rain }),
  ]);
  const lines = out.replaceAll(/\S*broadsheet-import-\w+/g, 'FOLDER').split('\n');
  expect(lines).toEqual([
    'FOLDER/rain-at-last.md  (markdown, UTF-8)',
    '  taken     article  Rain at last (line 6)                             → articles/rain-at-last.json',
    '            I118  no section is named: it is in "news"',
    '',
    '              found    taken  changed left out',
    'article           1        1        0        0',
    '',
    '1 file written.',
    '',
  ]);
});

test('a brief that is too long for its place is shortened, and told', async () => {
  const data = contentFolder();
  const list = `title,url,time_added,tags,status\n${'salt '.repeat(80)},https://a.example/,1700000000,,unread\n`;
  const report = await reportOf('--data', data, folderWith({ 'pocket.csv': list }));
  expect(report.items[0]?.notes).toContainEqual({
    code: 'I122',
    message: 'the headline is longer than 300 characters: shortened',
  });
});

test('a run leaves nothing beside the content folder', async () => {
  const parent = emptyFolder();
  await reportOf('--data', join(parent, 'content'), folderWith({ 'rain-at-last.md': rain }));
  writeFileSync(join(parent, 'other'), '');
  expect(readdirSync(parent).sort()).toEqual(['content', 'other']);
});
