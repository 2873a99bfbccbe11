/** Exports as they come, in a ZIP: read as folders are; what is hostile in one is told, and does no harm. */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { contentFolder, png } from '../press/content/content-folder.ts';
import { answerOf, bytesOf, contentOf, emptyFolder, folderWith, type ReportData, reportOf } from './import-folder.ts';
import { type ZipEntry, zipOf, zipWith } from './zip-file.ts';

const rain = '---\ntitle: Rain at last\ndate: 2026-03-01\n---\n\nIt rained.\n';
/** Known to be no text, and told as such where it is read. */
const noText = Buffer.from([0, 1, 2, 3, 0, 255]);
const good: ZipEntry = { name: 'rain-at-last.md', bytes: rain };

/** What `run` answers, with a temporary folder of its own, beside and in which nothing is left. */
async function leavingNothing<Answer>(run: () => Promise<Answer>): Promise<Answer> {
  const around = emptyFolder();
  mkdirSync(join(around, 'tmp'));
  vi.stubEnv('TMPDIR', join(around, 'tmp'));
  try {
    const answer = await run();
    expect([readdirSync(around), readdirSync(join(around, 'tmp'))]).toEqual([['tmp'], []]);
    return answer;
  } finally {
    vi.unstubAllEnvs();
  }
}

type Imported = ReportData & { code: number; data: string };

/** The report on files, of which the named ones are given to the command; else the whole folder. */
async function imported(files: Record<string, Buffer | string>, ...named: string[]): Promise<Imported> {
  const folder = folderWith(files);
  const data = contentFolder({ 'articles/rain.json': null, 'must-read.json': null });
  const paths = named.length > 0 ? named.map((name) => join(folder, name)) : [folder];
  const report = await leavingNothing(() => reportOf('--data', data, ...paths));
  for (const { found, taken, changed, leftOut } of report.sum) expect(taken + changed + leftOut).toBe(found);
  const names = [...report.files, ...report.items].map(({ file }) => file);
  expect(names.filter((name) => name.includes('broadsheet-unpacked'))).toEqual([]);
  return { ...report, data };
}

/** Names below the folder that was given. */
const shown = ({ files }: ReportData): string[] =>
  files.map(({ file }) => file.replace(/^.*?broadsheet-import-\w+\//, ''));
const told = ({ items }: ReportData): string[] =>
  items.flatMap(({ of, name, notes: [why] }) => (of === 'file' ? [`${name}: ${why?.code} ${why?.message}`] : []));
const articles = ({ items }: ReportData): (string | undefined)[] =>
  items.flatMap(({ of, to }) => (of === 'article' ? [to] : []));

describe('an export in a ZIP', () => {
  const table =
    'post_id,post_date,is_published,email_sent_at,type,audience,title,subtitle,podcast_url\n1.salt,2019-07-26T20:48:19.814Z,TRUE,,newsletter,everyone,Salt,,\n';

  test('of Substack is read with the texts beside its table, and other pages with their pictures', async () => {
    const bytes = zipWith({
      'posts.csv': table,
      'posts/1.salt.html': '<p>Text.</p>',
      'pages/pier.md': '---\ntitle: Pier\n---\n\n![A pier](../pictures/pier.png)\n',
      'pictures/pier.png': png(40, 30),
    });
    const report = await imported({ 'export.zip': bytes }, 'export.zip');
    expect([report.code, shown(report)]).toEqual([
      0,
      ['export.zip', 'export.zip/posts.csv', 'export.zip/pages/pier.md'],
    ]);
    expect(report.files.map(({ kind }) => kind)).toEqual(['zip', 'substack', 'markdown']);
    expect(contentOf(report.data, 'articles/salt.json')).toMatchObject({ body: ['Text.'], aliases: ['/p/salt'] });
    expect(contentOf(report.data, 'articles/pier.json')).toMatchObject({ body: ['![A pier](/images/pier.png)'] });
    expect(existsSync(join(report.data, 'images', 'pier.png'))).toBe(true);
  });

  test('of Ghost is read, be it in a folder of the ZIP, with what stands beside it', async () => {
    const ghost = {
      db: [
        {
          meta: { version: '5.0' },
          data: { posts: [{ title: 'Salt', slug: 'salt', status: 'published', html: '<p>Text.</p>' }] },
        },
      ],
    };
    const bytes = zipWith({ 'my blog/ghost.json': JSON.stringify(ghost), 'my blog/theme/style.css': 'p {}' });
    const report = await imported({ 'a/ghost.zip': bytes, 'a/rain-at-last.md': rain });
    expect(articles(report)).toEqual(['articles/salt.json', 'articles/rain-at-last.json']);
    expect(shown(report)).toContain('a/ghost.zip/my blog/ghost.json');
  });

  test('is the same as its folder', async () => {
    const files = {
      'one.md': '---\ntitle: One\n---\n\nSee [the other](sub/two.md).\n',
      'sub/two.md': '---\ntitle: Two\n---\n\n![A pier](../pier.png)\n',
      'pier.png': png(40, 30),
    };
    const [packed, open] = [await imported({ 'x.zip': zipWith(files) }), await imported(files)];
    const contents = ({ data }: Imported) => Object.values(bytesOf(data));
    expect(packed.written).toEqual(open.written);
    expect(contents(packed)).toEqual(contents(open));
  });

  test('is read once more without a change', async () => {
    const folder = folderWith({ 'x.zip': zipOf([good]) });
    const data = contentFolder();
    await leavingNothing(() => reportOf('--data', data, folder));
    const again = await leavingNothing(() => reportOf('--data', data, folder));
    expect([again.written, again.stopped]).toEqual([[], undefined]);
  });

  test('may have names in any script, whether the ZIP says so or not, and folders as entries', async () => {
    const report = await imported({
      'x.zip': zipOf([
        { name: 'بارش/', mode: 0o040755, method: 0 },
        { name: 'بارش/one.md', bytes: rain, flags: 0 },
        { name: './été/zwei.md', bytes: rain.replace('Rain', 'Wind') },
        { name: Buffer.from('caf\x82.md', 'latin1'), bytes: rain.replace('Rain', 'Snow'), flags: 0 },
      ]),
    });
    expect(shown(report)).toEqual(['x.zip', 'x.zip/café.md', 'x.zip/été/zwei.md', 'x.zip/بارش/one.md']);
    expect(told(report)).toEqual([]);
  });

  test('what macOS and others put beside files is passed over and counted', async () => {
    const { notes, written } = await imported({
      'x.zip': zipOf([good, { name: '__MACOSX/._rain-at-last.md' }, { name: '.DS_Store' }, { name: 'a/.git/HEAD' }]),
    });
    expect(notes).toContainEqual({ code: 'I006', message: 'not read: 3 names beginning with a dot' });
    expect(written).toContain('articles/rain-at-last.json');
  });

  test('with nothing in it, or nothing to be read, says so', async () => {
    for (const bytes of [zipOf([]), zipOf([{ name: 'posts/' }, { name: '.DS_Store' }])]) {
      const { code, files } = await imported({ 'x.zip': bytes }, 'x.zip');
      expect([code, files[0]?.refused]).toEqual([
        1,
        { code: 'I108', message: 'there is nothing in the ZIP to be read' },
      ]);
    }
  });
});

describe('an entry of a ZIP that cannot be taken is told, and stops no other', () => {
  const long = 'x'.repeat(256);
  test.each<[what: string, entries: ZipEntry[], says: string[]]>([
    ['a way up', [{ name: '../up.md' }], ['../up.md: I007 has a name that leads out of the folder']],
    ['a way up further on', [{ name: 'a/../../up.md' }], ['a/../../up.md: I007 has a name that leads out']],
    ['a way up at the end', [{ name: 'a/..' }], ['a/..: I007 has a name that leads out']],
    ['an absolute path', [{ name: '/etc/cron.d/x' }], ['/etc/cron.d/x: I007 has an absolute path']],
    ['a host', [{ name: '//host/share/x' }], ['//host/share/x: I007 has an absolute path']],
    ['a drive', [{ name: 'C:/x.md' }], ['C:/x.md: I007 has an absolute path']],
    ['a drive without a slash', [{ name: 'c:x.md' }], ['c:x.md: I007 has an absolute path']],
    ['backslashes', [{ name: '..\\up.md' }], ['..\\up.md: I007 has a backslash in its name']],
    ['a backslash between folders', [{ name: 'a\\b.md' }], ['a\\b.md: I007 has a backslash']],
    ['a zero byte', [{ name: 'a.md\0.exe' }], ['a.md\0.exe: I007 has control characters in its name']],
    ['a line end', [{ name: 'a\n.md' }], ['a\n.md: I007 has control characters']],
    ['no name', [{ name: '' }], [': I007 has no name']],
    ['a folder that is its own', [{ name: '.' }], ['.: I007 has no name']],
    ['too many folders', [{ name: `${'d/'.repeat(33)}x.md` }], [': I007 stands in more than 32 folders']],
    ['too long a name', [{ name: `${long}.md` }], ['.md: I007 has a name of more than 255 bytes between']],
    [
      'too long a path',
      [{ name: `${'dddd/'.repeat(20)}${'y/'.repeat(4)}${'é'.repeat(360)}` }],
      [': I007 has a name of more'],
    ],
    ['a link', [{ name: 'a.md', bytes: '/etc/passwd', mode: 0o120777 }], ['a.md: I007 is a link']],
    [
      'a link, and a file below it',
      [
        { name: 'l', bytes: '/tmp', mode: 0o120777 },
        { name: 'l/x.css', bytes: noText },
      ],
      ['l: I007 is a link', 'l/x.css: I003 '],
    ],
    ['a device', [{ name: 'a.md', mode: 0o020666 }], ['a.md: I007 is no file']],
    ['a pipe', [{ name: 'a.md', mode: 0o010666 }], ['a.md: I007 is no file']],
    ['an encrypted file', [{ name: 'a.md', bytes: 'x', flags: 0x801, method: 0 }], ['a.md: I007 is encrypted']],
    [
      'an unknown method',
      [{ name: 'a.md', bytes: 'x', method: 14 }],
      ['a.md: I007 is packed in a way that is not known (method 14)'],
    ],
    [
      'a wrong sum',
      [{ name: 'a.md', bytes: rain, said: { crc: 1 } }],
      ['a.md: I007 is damaged: its bytes are not those'],
    ],
    ['a size that is too small', [{ name: 'a.md', bytes: rain, said: { size: 3 } }], ['a.md: I007 is damaged']],
    ['a size that is too large', [{ name: 'a.md', bytes: rain, said: { size: 9_999_999 } }], ['a.md: I007 is damaged']],
    [
      'a stored file of another size',
      [{ name: 'a.md', bytes: rain, method: 0, said: { size: 3 } }],
      ['a.md: I007 is damaged'],
    ],
    [
      'bytes that are not packed',
      [{ name: 'a.md', bytes: 'not deflated', method: 0, said: { packed: 4 } }],
      ['a.md: I007 is damaged'],
    ],
    ['bytes beyond the end', [{ name: 'a.md', bytes: rain, said: { packed: 99_999_999 } }], ['a.md: I007 is damaged']],
    [
      'a head that is not there',
      [{ name: 'a.md', bytes: rain, said: { offset: 99_999_999 } }],
      ['a.md: I007 is damaged'],
    ],
    ['a head that is none', [{ name: 'a.md', bytes: rain, said: { offset: 3 } }], ['a.md: I007 is damaged']],
    [
      'one name twice',
      [good, { name: 'rain-at-last.md', bytes: 'Other.' }],
      ['rain-at-last.md: I007 is there twice: the first is read'],
    ],
    [
      'one name twice but for case',
      [good, { name: 'Rain-At-Last.md', bytes: 'Other.' }],
      ['Rain-At-Last.md: I007 is "rain-at-last.md" once more'],
    ],
    [
      'one name twice but for its accent',
      [
        { name: 'é.css', bytes: noText },
        { name: 'e\u0301.css', bytes: noText },
      ],
      ['once more', 'é.css: I003 '],
    ],
    [
      'a file where a folder is',
      [
        { name: 'a/x.css', bytes: noText },
        { name: 'a', bytes: 'x' },
      ],
      ['a: I007 is a folder and a file at once', 'a/x.css: I003 '],
    ],
    [
      'a folder where a file is',
      [{ name: 'a', bytes: noText }, { name: 'a/x.css' }],
      ['a/x.css: I007 stands in "a", which is a file', 'a: I003 '],
    ],
    [
      'another ZIP',
      [{ name: 'in.zip', bytes: zipOf([good]) }],
      ['in.zip: I003 is a ZIP in a ZIP: unpack the outer one'],
    ],
    [
      'a bomb',
      [{ name: 'a.md', bytes: Buffer.alloc(40_000_000, 'a') }],
      ['a.md: I005 comes out more than 200 times as large'],
    ],
  ])('%s', async (_what, entries, says) => {
    const report = await imported({
      'x.zip': zipOf([...entries, { name: 'wind.md', bytes: rain.replace('Rain', 'Wind') }]),
    });
    expect(report.code).toBe(0);
    expect(articles(report)).toContain('articles/wind.json');
    const lines = told(report);
    expect(lines).toHaveLength(says.length);
    for (const [index, line] of lines.entries()) expect(line).toContain(says[index]);
  });

  test('the name in the list counts, not the one at the bytes', async () => {
    const report = await imported({ 'x.zip': zipOf([{ ...good, headName: '../../../up.md' }]) });
    expect([articles(report), told(report)]).toEqual([['articles/rain-at-last.json'], []]);
  });
});

describe('a ZIP that is none, or is broken', () => {
  const whole = zipWith({ 'rain-at-last.md': rain, 'wind.md': rain.replace('Rain', 'Wind') });
  const list = whole.indexOf(Buffer.from('PK\x01\x02', 'latin1'));

  test.each([
    ['cut off in its bytes', whole.subarray(0, 60)],
    ['cut off before its list', whole.subarray(0, list)],
    ['cut off in its list', whole.subarray(0, list + 30)],
    ['cut off in its end', whole.subarray(0, -3)],
    ['with something after its end', Buffer.concat([whole, Buffer.from('more')])],
    ['of one head', Buffer.from('PK\x03\x04rest', 'latin1')],
  ])('%s is refused by a message of its own, and the others go on', async (_what, bytes) => {
    const report = await imported({ 'x.zip': bytes, 'snow.md': rain.replace('Rain', 'Snow') });
    const { refused } = report.files.find(({ file }) => file.endsWith('x.zip'))!;
    expect([report.code, refused?.code]).toEqual([1, 'I008']);
    expect(refused?.message).toMatch(/^the ZIP is broken, or was not loaded to its end: .*\. Export it again$/);
    expect(articles(report)).toEqual(['articles/snow.json']);
  });

  test.each([
    ['an entry less than it says', zipOf([good], 3), 'is broken after 1 of 3: '],
    [
      'an entry with a broken field',
      zipOf([good, { name: 'a.md', extra: Buffer.from([1, 0, 99, 0, 1]) }]),
      'is broken after 1 of 2: ',
    ],
    ['strong encryption', zipOf([good, { name: 'a.md', flags: 0x841 }]), 'is broken after 1 of 2: strong encryption'],
  ])('with %s is read as far as it goes', async (_what, bytes, says) => {
    const report = await imported({ 'x.zip': bytes });
    expect(report.files[0]?.refused?.message).toContain(says);
    expect([report.code, articles(report)]).toEqual([1, ['articles/rain-at-last.json']]);
  });
});

describe('a document that is a ZIP by its bytes', () => {
  test.each([
    ['letter.docx', zipWith({ '[Content_Types].xml': '', 'word/document.xml': '' }), 'a document of Word'],
    ['no-ending', zipWith({ 'word/document.xml': '', '[Content_Types].xml': '' }), 'a document of Word'],
    ['list.xlsx', zipWith({ '[Content_Types].xml': '', 'xl/workbook.xml': '' }), 'a table of Excel'],
    ['talk.pptx', zipWith({ '[Content_Types].xml': '', 'ppt/presentation.xml': '' }), 'slides of PowerPoint'],
    ['strange.xps', zipWith({ '[Content_Types].xml': '' }), 'a document of an office program'],
    ['book.epub', zipOf([{ name: 'mimetype', bytes: 'application/epub+zip', method: 0 }]), 'an EPUB book'],
    [
      'letter.odt',
      zipOf([{ name: 'mimetype', bytes: 'application/vnd.oasis.opendocument.text', method: 0 }]),
      'a document of LibreOffice',
    ],
    ['letter.pages', zipWith({ 'Index/Document.iwa': '' }), 'a document of Pages, Numbers or Keynote'],
  ])('%s is refused by name, with a way out', async (name, bytes, is) => {
    const says = { code: 'I003', message: `is ${is}: save it there as a web page (HTML) or as plain text first` };
    const alone = await imported({ [name]: bytes }, name);
    expect([alone.code, alone.files[0]?.refused]).toEqual([1, says]);
    const inZip = await imported({ 'x.zip': zipOf([good, { name, bytes }]) });
    expect([inZip.code, told(inZip)]).toEqual([0, [`${name}: ${says.code} ${says.message}`]]);
  });
});

describe('a run that does not come to its end', () => {
  test('for want of room, leaves the content as it was and no temporary folder', async () => {
    const data = contentFolder();
    const before = bytesOf(data);
    const folder = folderWith({ 'x.zip': zipOf([good]) });
    vi.stubEnv('TMPDIR', join(folder, 'not-there'));
    const { code, err } = await answerOf(['--data', data, folder]);
    vi.unstubAllEnvs();
    expect([code, err]).toEqual([3, expect.stringContaining('I402  the content folder is as it was')]);
    expect(bytesOf(data)).toEqual(before);
  });

  test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('for %s, does the same', { timeout: 60_000 }, async (signal) => {
    const [data, tmp] = [contentFolder(), emptyFolder()];
    const before = bytesOf(data);
    const many = Array.from({ length: 20_000 }, (_, index) => ({ name: `${index}.md`, bytes: `Text ${index}.` }));
    const folder = folderWith({ 'x.zip': zipOf(many) });
    const args = ['src/press/run.mjs', 'src/import/import.ts', '--data', data, join(folder, 'x.zip')];
    const child = spawn(process.execPath, args, { env: { ...process.env, TMPDIR: tmp }, stdio: 'ignore' });
    const ended = new Promise((resolve) => child.once('exit', resolve));
    await vi.waitFor(() => expect(readdirSync(tmp)).toHaveLength(1), { timeout: 50_000, interval: 5 });
    child.kill(signal);
    expect([await ended, readdirSync(tmp)]).toEqual([130, []]);
    expect(bytesOf(data)).toEqual(before);
  });
});
