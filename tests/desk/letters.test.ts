/** `npm run letters`: what waits is listed, printed, refused, answered and forgotten, and nothing else is changed. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { main } from '../../src/desk/letters.ts';
import { readContent } from '../../src/press/content/validate.ts';
import type { LetterFile } from '../../src/publication/schema.ts';
import { contentFolder } from '../press/content/content-folder.ts';
import { letter } from '../fixtures/letters.ts';
import { answerOf, filesIn } from './desk-command.ts';

const waiting = (id: string, parts = {}) => letter(id, { status: 'waiting', ...parts });

const folderWith = (...letters: LetterFile[]) => contentFolder({ 'responses/rain.json': { letters } });

const lettersOf = (folder: string, file = 'responses/rain.json') =>
  (JSON.parse(filesIn(folder)[file] ?? '{"letters":[]}') as { letters: Record<string, unknown>[] }).letters;

const said = (folder: string, ...words: string[]) => answerOf(main, ...words, '--data', folder);

const problemsOf = async (folder: string) =>
  (await readContent(folder, { base: '/', now: new Date(), includeUnpublished: false })).problems.filter(
    ({ severity }) => severity === 'error',
  );

beforeEach(() => {
  vi.spyOn(process, 'cwd').mockReturnValue(mkdtempSync(join(tmpdir(), 'broadsheet-letters-')));
});
afterEach(() => {
  rmSync(process.cwd(), { recursive: true });
  vi.restoreAllMocks();
});

test('lists what waits, whole, under its article, and says how one is printed', async () => {
  const folder = folderWith(
    waiting('abc1', { name: 'Mira\u001b[31m', text: ['One.', 'Two.'] }),
    letter('printed1', { text: ['Not this.'] }),
    letter('refused1', { status: 'refused', text: ['Nor this.'] }),
    waiting('abc2', { replyTo: 'printed1' }),
  );
  const before = filesIn(folder);
  const { code, out } = await said(folder);
  expect(code).toBe(0);
  expect(out).toContain('/articles/rain/\n');
  expect(out).toContain('  abc1  Mira\\u001b[31m, 2026-05-02\n    One.\n    Two.\n');
  expect(out).toContain('  abc2  Writer of abc2, 2026-05-02, to printed1\n');
  expect(out).not.toMatch(/Not this|Nor this/);
  expect(out).toMatch(/2 letters wait\. To print one: npm run letters -- print abc1\n$/);
  expect(filesIn(folder)).toEqual(before);
  expect((await said(contentFolder())).out).toBe('No letter waits.\n');
});

test('prints and refuses, by the beginning of an id, and all else of the file stays as it is written', async () => {
  const folder = contentFolder();
  const text = `{\r\n\t"letters": [\r\n\t\t{ "id": "abc1", "name": "Mira", "text": ["One \\u2013 two."], "date": "2026-05-02", "status": "waiting" },\r\n\t\t{ "id": "xyz1", "name": "Ole", "text": ["No."], "date": "2026-05-02", "status": "printed", "printed": "2026-05-03" }\r\n\t]\r\n}\r\n`;
  mkdirSync(join(folder, 'responses'));
  writeFileSync(join(folder, 'responses/rain.json'), text);
  const printed = await said(folder, 'print', 'abc');
  expect([printed.code, printed.out]).toEqual([0, 'abc1  Mira: printed under http://localhost:5173/articles/rain/\n']);
  expect((await said(folder, 'refuse', 'xyz1')).out).toBe('xyz1  Ole: refused\n');
  expect(lettersOf(folder)).toMatchObject([
    { id: 'abc1', status: 'printed', printed: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as string },
    { id: 'xyz1', status: 'refused' },
  ]);
  expect(lettersOf(folder)[1]).not.toHaveProperty('printed');
  expect(filesIn(folder)['responses/rain.json']).toContain('"text": ["One \\u2013 two."], "date": "2026-05-02"');
  expect(await problemsOf(folder)).toEqual([]);
});

test.each([
  [['print', 'nobody'], 'There is no letter "nobody".'],
  [['print', 'abc'], '2 letters begin with "abc". Write more of the id.'],
  [['print', 'gone1'], "gone1 was removed at the writer's wish."],
  [['print', 'abc1', 'nobody'], 'There is no letter "nobody".'],
  [['reply', 'abc1', 'Words.', '--author', 'nobody'], 'There is no author "nobody"'],
  [['forget', 'Nobody'], 'There is no letter "Nobody".'],
])('%j changes nothing: %s', async (words, message) => {
  const folder = folderWith(waiting('abc1'), waiting('abc2'), { id: 'gone1', date: '2026-05-01', status: 'removed' });
  const before = filesIn(folder);
  const { code, err } = await said(folder, ...words);
  expect(code).toBe(1);
  expect(err).toContain(message);
  expect(filesIn(folder)).toEqual(before);
});

test('a reply is printed as that of a writer, one deep, whatever it answers', async () => {
  const folder = folderWith(letter('abc1'), letter('abc2', { replyTo: 'abc1' }));
  const { code } = await said(folder, 'reply', 'abc2', 'We looked.\n\nYou are right.', '--author', 'jane-doe');
  expect(code).toBe(0);
  expect(lettersOf(folder)[2]).toMatchObject({
    name: 'Jane Doe',
    author: 'jane-doe',
    text: ['We looked.', 'You are right.'],
    status: 'printed',
    replyTo: 'abc1',
  });
  expect(await problemsOf(folder)).toEqual([]);
});

test('forgets a letter, or all of whoever wrote: nothing but its id and date stay', async () => {
  const folder = contentFolder({
    'articles/sun.json': JSON.parse(filesIn(contentFolder())['articles/rain.json']!) as object,
    'responses/rain.json': {
      letters: [
        letter('a', { name: 'Mira  Lind' }),
        letter('b', { replyTo: 'a' }),
        letter('c', { name: 'mira lind', status: 'refused' }),
        letter('d'),
      ],
    },
    'responses/sun.json': { letters: [letter('e', { name: 'MIRA LIND' })] },
  });
  const { code, out } = await said(folder, 'forget', 'Mira Lind');
  expect([code, out]).toEqual([0, expect.stringMatching(/^3 letters are gone/)]);
  const gone = (id: string) => ({ id, date: '2026-05-02', status: 'removed' });
  expect(lettersOf(folder)).toMatchObject([gone('a'), { id: 'b' }, gone('c'), { id: 'd' }]);
  expect(lettersOf(folder, 'responses/sun.json')).toEqual([gone('e')]);
  expect(JSON.stringify(filesIn(folder))).not.toMatch(/mira/i);
  expect((await said(folder, 'forget', 'd')).out).toMatch(/^1 letter is gone/);
  expect(lettersOf(folder)[3]).toEqual(gone('d'));
  expect(await problemsOf(folder)).toEqual([]);
});

test('what builds keep of texts is forgotten too, and pictures are kept', async () => {
  const cache = join(process.cwd(), 'node_modules/.cache/broadsheet');
  mkdirSync(cache, { recursive: true });
  for (const name of ['parsed-1', 'words-1', 'manifest-1', 'pictures-1']) writeFileSync(join(cache, name), 'x');
  const folder = folderWith(letter('a'));
  await said(folder, 'print', 'a');
  expect(readdirSync(cache)).toHaveLength(4);
  await said(folder, 'forget', 'a');
  expect(readdirSync(cache)).toEqual(['pictures-1']);
});

test('a file with faults is named before anything is changed', async () => {
  const folder = contentFolder({ 'responses/rain.json': { letters: [{ id: 'a' }] } });
  const { code, err } = await said(folder, 'print', 'a');
  expect([code, err]).toEqual([1, expect.stringContaining('responses/rain.json has faults')]);
});
