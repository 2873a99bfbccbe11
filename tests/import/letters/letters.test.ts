/** Letters to the editors come in through five doors, wait, and are there once, without what tells where they came from. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bytesOf, reportOf, folderWith } from '../import-folder.ts';
import { doors, eml, type Fields, form, secrets, table } from './letter-carriers.ts';
import { errorsIn, imported, letter, lettersIn, paper, toldOf } from './paper.ts';

const waiting = {
  id: 'k3v9',
  name: 'Mira Lind',
  text: ['The harbour was never closed to us.', 'We came by the old steps.'],
  date: '2025-03-02T10:00:00Z',
  status: 'waiting',
};

describe.each(Object.entries(doors))('a letter by %s', (_door, carried) => {
  test('waits under its article, once, and nothing tells where it came from', async () => {
    const data = paper();
    const files = carried({ ...letter, replyTo: undefined });
    const report = await imported(data, files);
    expect(report.sum).toEqual([{ of: 'letter', found: 1, taken: 1, changed: 0, leftOut: 0 }]);
    expect(report.items).toMatchObject([
      { name: 'Mira Lind', column: 'taken', to: 'responses/harbour.json', notes: [] },
    ]);
    expect(report.written).toEqual(['responses/harbour.json']);
    expect(lettersIn(data)).toEqual([waiting]);
    expect(errorsIn(data)).toEqual([]);

    const before = bytesOf(data);
    const again = await imported(data, files);
    expect([again.written, toldOf(again)]).toEqual([[], ['left out Mira Lind I405']]);
    expect(bytesOf(data)).toEqual(before);

    const kept = readFileSync(join(data, 'responses/harbour.json'), 'utf8');
    for (const secret of Object.values(secrets)) {
      expect(kept).not.toContain(secret);
      expect(JSON.stringify([report, again])).not.toContain(secret);
    }
  });

  test('about an article that is not here is left out, with what was meant', async () => {
    const data = paper();
    const report = await imported(data, carried({ ...letter, article: 'harbuor' }));
    expect(toldOf(report)).toEqual(['left out Mira Lind I701']);
    expect(report.items[0]?.notes[0]?.message).toBe('there is no article "harbuor". Did you mean "harbour"?');
    expect(report.written).toEqual([]);
  });
});

describe('fields', () => {
  /** What becomes of one posted letter. */
  async function posted(fields: Fields, data = paper()) {
    const report = await imported(data, { 'one.form': form({ ...letter, ...fields }) });
    return { told: toldOf(report), letters: lettersIn(data), message: report.items[0]?.notes[0]?.message, data };
  }

  test.each([
    'harbour',
    'old-harbour',
    '/articles/harbour/',
    '/articles/old-harbour/',
    '/paper/articles/harbour/',
    'https://test.example/paper/articles/harbour/?from=front#end',
    '/2019/05/harbour.html',
    'https://test.example/2019/05/harbour.html',
  ])('the article %s', async (article) => {
    expect((await posted({ article })).letters).toEqual([waiting]);
  });

  test.each<[string, Fields, string]>([
    ['a field that nobody sees is filled', { website: 'https://spam.example/' }, 'left out Mira Lind I703'],
    ['it was written too fast', { seconds: 2 }, 'left out Mira Lind I703'],
    ['it has no name', { name: ' ' }, 'left out (without a name) I702'],
    ['its name is an address', { name: secrets.address }, 'left out (without a name) I702'],
    ['its name has no end', { name: 'Mi'.repeat(60) }, `left out ${'Mi'.repeat(50)} I704`],
    ['there is nothing in it', { text: '\u200b\n \n' }, 'left out Mira Lind I112'],
    ['it is too long', { text: 'a'.repeat(20_001) }, 'left out Mira Lind I704'],
    ['it does not say what it is about', { article: '' }, 'left out Mira Lind I701'],
  ])('left out where %s', async (_why, fields, told) => {
    expect(await posted(fields)).toMatchObject({ told: [told], letters: [] });
  });

  test('as long as a letter may be, and not a second too fast', async () => {
    const { letters } = await posted({ text: `${'a'.repeat(9_999)}\n\n${'b'.repeat(9_999)}`, seconds: 3 });
    expect(letters).toHaveLength(1);
  });

  test('an address in a name is taken out of it', async () => {
    const { letters } = await posted({ name: `Mira Lind <${secrets.address}>` });
    expect(letters).toMatchObject([{ name: 'Mira Lind' }]);
  });

  test.each<[string, string | undefined, string, string]>([
    ['as it is written', '2025-03-02', '2025-03-02', 'taken Mira Lind'],
    ['in another spelling', '2 March 2025 10:00 +0500', '2025-03-02T10:00:00+05:00', 'taken Mira Lind'],
    ['in the future', '2999-01-01', '2025-03-03T09:30:00Z', 'changed Mira Lind I707'],
    ['of no calendar', '2025-02-30', '2025-03-03T09:30:00Z', 'changed Mira Lind I115'],
    ['not said', undefined, '2025-03-03T09:30:00Z', 'taken Mira Lind'],
  ])('a date %s; else it is when the host took it', async (_how, date, expected, told) => {
    const data = paper();
    const report = await imported(data, { 'letters.csv': table([{ ...letter, date }]) });
    expect(lettersIn(data)).toMatchObject([{ date: expected }]);
    expect(toldOf(report)).toEqual([told]);
  });

  test('without any date it is the moment of the import, and told', async () => {
    const before = Date.now() - 1000;
    const { letters, told } = await posted({ date: undefined });
    expect(told).toEqual(['taken Mira Lind I114']);
    expect(Date.parse(letters[0]!.date)).toBeGreaterThan(before);
    expect(letters[0]!.date).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  });

  const urdu = 'بندرگاہ ہمارے لیے کبھی بند نہیں تھی۔ ہم پرانی سیڑھیوں سے آتے تھے۔';
  const arabic = 'لم يكن الميناء مغلقا أمامنا قط. كنا نأتي من الدرج القديم.';

  test.each<[string, Fields, string | undefined, string]>([
    ['as it is named', { text: urdu, language: 'ur' }, 'ur', 'taken Mira Lind'],
    ['in its usual spelling', { text: urdu, language: 'UR-pk' }, 'ur-PK', 'taken Mira Lind'],
    ['told by letters where none is named', { text: urdu }, 'ur', 'taken Mira Lind I120'],
    ['told by letters where another is named', { text: urdu, language: 'en' }, 'ur', 'taken Mira Lind I120'],
    ['told by letters where none is meant', { text: arabic, language: '"><b>' }, 'ar', 'taken Mira Lind I120'],
    ['not written where it is that of the publication', { language: 'en' }, undefined, 'taken Mira Lind'],
    ['another of the same letters', { text: 'Der Hafen war nie zu.', language: 'de' }, 'de', 'taken Mira Lind'],
    ['not known', { text: 'Гавань никогда не закрывали.' }, undefined, 'taken Mira Lind I120'],
  ])('the language: %s', async (_how, fields, language, told) => {
    const { letters, told: all } = await posted(fields);
    expect(letters.map((one) => ('language' in one ? one.language : undefined))).toEqual([language]);
    expect(all).toEqual([told]);
  });

  test('an English letter to an Urdu publication', async () => {
    const data = paper();
    const publication = JSON.parse(readFileSync(join(data, 'publication.json'), 'utf8')) as object;
    const ofUrdu = paper({ 'publication.json': { ...publication, language: 'ur' } });
    expect((await posted({}, ofUrdu)).letters).toMatchObject([{ language: 'en' }]);
  });

  test.each([
    [
      'lines that a program broke are one',
      `${'A line of a mail is broken here, at seventy-two. '.repeat(2).trim()}\nand goes on.`,
      1,
      ' and goes on.',
    ],
    ['lines of a verse stay', 'The gulls were there,\nthe boats were not.', 1, 'there,\nthe boats'],
    ['empty lines part paragraphs', 'One.\r\n \r\n\r\nTwo.', 2, 'One.'],
    [
      'HTML stays the text that it is',
      '<script>alert(1)</script> & <b>more</b>',
      1,
      '<script>alert(1)</script> & <b>more</b>',
    ],
  ])('the text: %s', async (_how, text, paragraphs, holds) => {
    const [only] = (await posted({ text })).letters;
    expect(only).toMatchObject({ text: expect.arrayContaining([expect.stringContaining(holds)]) as unknown });
    expect('text' in only! && only.text.length).toBe(paragraphs);
  });

  test('what nobody can read, and what turns the direction, is taken out and told', async () => {
    const { letters, told } = await posted({ text: 'a\u0000b\u202ec', name: 'Mi\u0007ra' });
    expect(letters).toMatchObject([{ name: 'Mira', text: ['abc'] }]);
    expect(told).toEqual(['changed Mira I210 I211']);
  });

  test('without an id one is made of the words, the same every time', async () => {
    const { letters, data } = await posted({ id: undefined });
    expect(letters).toMatchObject([{ id: expect.stringMatching(/^[0-9a-f]{16}$/) as unknown }]);
    expect((await posted({ id: '', article: 'old-harbour' }, data)).told).toEqual(['left out Mira Lind I405']);
    expect((await posted({ id: '-' }, data)).told).toEqual(['left out Mira Lind I709 I405']);
  });
});

describe('what is here already', () => {
  const file = (...letters: object[]) => ({
    'responses/harbour.json': { $schema: '/schemas/responses.schema.json', letters },
  });

  async function sent(data: string, ...letters: object[]) {
    return toldOf(await imported(data, { 'letters.json': JSON.stringify(letters) }));
  }

  test('is replaced by what its writer changed while it waits', async () => {
    const data = paper(file({ ...waiting, text: ['Before.'] }, { ...waiting, id: 'next' }));
    expect(await sent(data, letter)).toEqual(['changed Mira Lind I706']);
    expect(lettersIn(data)).toEqual([waiting, { ...waiting, id: 'next' }]);
    expect(readFileSync(join(data, 'responses/harbour.json'), 'utf8')).toContain('responses.schema.json');
  });

  test.each([
    ['printed', { ...waiting, status: 'printed', printed: '2025-03-04', text: ['Before.'] }, 'I705'],
    ['refused', { ...waiting, status: 'refused', text: ['Before.'] }, 'I705'],
    ['removed', { id: 'k3v9', date: '2025-03-02', status: 'removed' }, 'I705'],
    ['refused with the same words', { ...waiting, status: 'refused' }, 'I405'],
    ['written later', { ...waiting, date: '2025-03-05', text: ['After.'] }, 'I405'],
    ['of a writer of the paper', { ...waiting, text: ['We know.'], author: 'jane-doe' }, 'I705'],
  ])('stays where it is %s', async (_how, before, code) => {
    const data = paper({ ...file(before), 'authors/jane-doe.json': { name: 'Jane Doe' } });
    expect(await sent(data, letter)).toEqual([`left out Mira Lind ${code}`]);
    expect(lettersIn(data)).toEqual([before]);
  });

  test('stays where the id is that of a letter under another article', async () => {
    const data = paper({ 'responses/night-trains.json': { letters: [waiting] } });
    expect(await sent(data, letter)).toEqual(['left out Mira Lind I705']);
  });

  test('is not touched where the file is broken', async () => {
    const data = paper({ 'responses/harbour.json': '{ "letters": [' });
    const before = bytesOf(data);
    expect(await sent(data, letter)).toEqual(['left out Mira Lind I403']);
    expect(bytesOf(data)).toEqual(before);
  });

  test('comes before what is new, which is in the order of its dates', async () => {
    const data = paper(file({ ...waiting, id: 'first', date: '2025-03-09' }));
    const at = (id: string, date: string) => ({ ...letter, id, date, text: id });
    await sent(data, at('c', '2025-03-08'), at('a', '2025-03-01'), at('b', '2025-03-02T00:00:00+05:00'));
    expect(lettersIn(data).map(({ id }) => id)).toEqual(['first', 'a', 'b', 'c']);
  });

  test('of two with one id in one run, the later words count', async () => {
    const data = paper();
    const later = { ...letter, text: 'On second thought.', date: '2025-03-03' };
    expect(await sent(data, later, letter, letter)).toEqual([
      'taken Mira Lind',
      'left out Mira Lind I406',
      'left out Mira Lind I406',
    ]);
    expect(lettersIn(data)).toMatchObject([{ text: ['On second thought.'] }]);
    expect((await imported(data, { 'letters.json': JSON.stringify([later, letter]) })).written).toEqual([]);
  });

  test('is answered: one deep, and never what is not there', async () => {
    const data = paper(file(waiting));
    const reply = (id: string, replyTo: string) => ({
      ...letter,
      id,
      replyTo,
      text: `I am ${id}.`,
      date: `2025-03-0${id.length + 2}`,
    });
    expect(
      await sent(data, reply('b', 'k3v9'), reply('cc', 'b'), reply('ddd', 'nobody'), reply('eeee', 'eeee')),
    ).toEqual(['taken Mira Lind', 'changed Mira Lind I708', 'changed Mira Lind I708', 'changed Mira Lind I708']);
    expect(lettersIn(data).map((one) => ('replyTo' in one ? one.replyTo : undefined))).toEqual([
      undefined,
      'k3v9',
      'k3v9',
      undefined,
      undefined,
    ]);
    expect(errorsIn(data)).toEqual([]);
  });
});

test('a letter may be about an article that comes in the same run', async () => {
  const data = paper();
  const report = await imported(data, {
    'a.json': JSON.stringify([{ ...letter, article: 'the-salt-road' }]),
    'the-salt-road.md': '---\ntitle: The salt road\ndate: 2025-03-01\n---\n\nThe salt comes down on mules.\n',
  });
  expect(report.written).toContain('responses/the-salt-road.json');
  expect(errorsIn(data)).toEqual([]);
});

test('with --dry-run nothing is written, and with --strict nothing that was changed', async () => {
  const data = paper();
  const before = bytesOf(data);
  const folder = folderWith({ 'one.form': form({ ...letter, date: '2999-01-01' }) });
  expect((await reportOf('--data', data, '--dry-run', folder)).wouldWrite).toEqual(['responses/harbour.json']);
  expect((await reportOf('--data', data, '--strict', folder)).stopped?.code).toBe('strict');
  expect(bytesOf(data)).toEqual(before);
});

describe('what other formats read stays theirs', () => {
  test.each<[string, Record<string, string>, string]>([
    [
      'a JSON Feed',
      {
        'a.json':
          '{"version":"https://jsonfeed.org/version/1","title":"T","items":[{"id":"1","title":"A","content_text":"B"}]}',
      },
      'feed',
    ],
    [
      'a list of bookmarks',
      { 'b.json': '[{"id":1,"url":"https://a.example/","title":"\\"article\\": \\"name\\": \\"text\\":"}]' },
      'bookmarks',
    ],
    ['a table of Pocket', { 'c.csv': 'title,url,time_added,tags,status\nA,https://a.example/,1,,unread\n' }, 'pocket'],
    [
      'an article with a date line',
      {
        'd.txt':
          'From: our correspondent\nDate: 3 March\n\nThe harbour opens again\n\nIt opened on Monday, and nobody came to see it but gulls and two of us.\n',
      },
      'text',
    ],
    [
      'a page that a browser saved as a message',
      {
        'e.mhtml':
          'From: <Saved by Blink>\r\nSubject: A\r\nDate: Mon, 3 Mar 2025 09:30:00 +0500\r\nMIME-Version: 1.0\r\n\r\nText\r\n',
      },
      'text',
    ],
    [
      'one line of a query',
      { 'f.txt': 'Is a=b&c=d a query? It is none of ours, and it is an article about queries.\n\nOf some length.' },
      'text',
    ],
  ])('%s', async (_what, files, kind) => {
    expect((await imported(paper(), files)).files[0]?.kind).toBe(kind);
  });

  test('and ours is told from its bytes, whatever it is called', async () => {
    const data = paper();
    const files = { a: eml(letter), b: JSON.stringify(letter), c: table([letter]), d: form(letter) };
    const { files: told } = await imported(data, files);
    expect(told.map(({ kind, encoding }) => [kind, encoding])).toEqual([
      ['mail', undefined],
      ['letters', 'utf-8'],
      ['letters', 'utf-8'],
      ['letters', 'utf-8'],
    ]);
  });
});
