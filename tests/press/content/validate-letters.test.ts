/** What the press reports of responses/: letters to the editors. */
import { describe, expect, it } from 'vitest';
import { articleWith, type Case, contentFolder, expectEach, publication, read } from './content-folder.ts';

const rain = 'responses/rain.json';

const letter = {
  id: 'a1',
  name: 'Mira Lind',
  text: ['It rained here too.'],
  date: '2026-03-02',
  status: 'waiting',
};
const printed = { ...letter, status: 'printed', printed: '2026-03-04' };

/** Letters whose keys stand one a line: the first letter begins at line 3, its id is at line 4. */
const lettersOf = (...letters: object[]) => ({ [rain]: { letters } });

const cases: Case[] = [
  {
    name: 'an address that letters are posted to, without a page',
    files: { 'publication.json': { ...publication, responses: { post: '/letters/' } } },
    code: 'W523',
    at: 'publication.json:14:13',
    says: 'Write pages/letters.json, with thanks.',
  },
  ...(
    [
      ['desk', '13:16'],
      ['http://example.org/', '13:16'],
      [{}, '13:16'],
      [{ post: 'letters' }, '14:13'],
      [{ post: '//example.org' }, '14:13'],
      [{ letters: 'desk' }, '14:16'],
    ] satisfies [unknown, string][]
  ).map(([responses, where]): Case => ({
    name: `responses of ${JSON.stringify(responses)}`,
    files: { 'publication.json': { ...publication, responses } },
    code: 'A227',
    at: `publication.json:${where}`,
    says: 'Write "device", "off", { "letters": "desk@example.org" } or { "post": "/letters/" }.',
  })),
  {
    name: 'an article that is not here',
    files: { 'responses/rian.json': { letters: [letter] } },
    code: 'A327',
    at: 'responses/rian.json:1:1',
    says: 'letters to an article that is not here: "rian". Did you mean "rain"?',
  },
  {
    name: 'an article that is called otherwise now',
    files: {
      'articles/rain.json': articleWith({ aliases: ['showers'] }),
      'responses/showers.json': { letters: [letter] },
    },
    code: 'A327',
    at: 'responses/showers.json:1:1',
    says: 'It is "rain" now: call this rain.json.',
  },
  {
    name: 'an id that stands twice in one file',
    files: lettersOf(letter, { ...letter, name: 'Tomas' }),
    code: 'A328',
    at: `${rain}:13:13`,
    says: 'the id "a1" is that of another letter in this file. Remove one of them, or give it another id.',
  },
  {
    name: 'an id that stands in two files',
    files: {
      'articles/sun.json': articleWith({ headline: 'Sun' }),
      ...lettersOf(letter),
      'responses/sun.json': { letters: [letter] },
    },
    code: 'A328',
    at: 'responses/sun.json:4:13',
    says: 'responses/rain.json',
  },
  {
    name: 'an id that is none',
    files: lettersOf({ ...letter, id: '../a' }),
    code: 'A228',
    at: `${rain}:4:13`,
    says: 'no id of a letter',
  },
  {
    name: 'a date in the future',
    files: lettersOf({ ...letter, date: '2027-01-01T00:00:00Z' }),
    code: 'W510',
    at: `${rain}:9:15`,
    says: '"2027-01-01T00:00:00Z" is in the future.',
  },
  {
    name: 'a letter that was printed before it was written',
    files: lettersOf({ ...printed, printed: '2026-03-01T09:00:00+05:00' }),
    code: 'A329',
    at: `${rain}:11:18`,
    says: '"printed" is before "date": "2026-03-01T09:00:00+05:00" is earlier than "2026-03-02".',
  },
  {
    name: 'a printed letter that does not say since when',
    files: lettersOf({ ...letter, status: 'printed' }),
    code: 'W521',
    at: `${rain}:10:17`,
    says: 'Write "printed" with the date.',
  },
  {
    name: 'a reply to a letter that is not there',
    files: lettersOf({ ...letter, id: 'first' }, { ...letter, id: 'b2', replyTo: 'frist' }),
    code: 'A330',
    at: `${rain}:20:18`,
    says: '"replyTo" names a letter that is not in this file: "frist". Did you mean "first"?',
  },
  {
    name: 'a reply to itself',
    files: lettersOf({ ...letter, replyTo: 'a1' }),
    code: 'A330',
    at: `${rain}:11:18`,
    says: 'the letter answers itself. Remove "replyTo".',
  },
  {
    name: 'a reply to a reply',
    files: lettersOf(letter, { ...letter, id: 'b2', replyTo: 'a1' }, { ...letter, id: 'c3', replyTo: 'b2' }),
    code: 'A331',
    at: `${rain}:30:18`,
    says: '"b2" is a reply itself, and replies are one deep. Write "a1".',
  },
  {
    name: 'a printed reply to what waits',
    files: lettersOf(letter, { ...printed, id: 'b2', replyTo: 'a1' }),
    code: 'A332',
    at: `${rain}:21:18`,
    says: 'the reply is printed, and "a1", which it answers, is not: its status is "waiting".',
  },
  {
    name: 'a writer who is not here',
    files: lettersOf({ ...letter, author: 'jane-do' }),
    code: 'A304',
    at: `${rain}:11:17`,
    says: 'there is no author "jane-do". Known: "jane-doe". Did you mean "jane-doe"?',
  },
  {
    name: 'a letter that is too long as a whole',
    files: lettersOf({ ...letter, text: ['a'.repeat(10_000), 'b'.repeat(10_000)] }),
    code: 'A205',
    at: `${rain}:6:15`,
    says: 'the letter has 20002 characters. The limit is 20000.',
  },
  ...[
    ['HTML', 'Not <b>here</b>.', 14, '"<b>" is printed as it is written'],
    ['a link', 'See [this](https://a.example/).', 19, '"](https://a.example/)" is printed as it is written'],
    ['stress', 'It did **not** rain.', 17, '"**" is printed as it is written'],
  ].map(([name, text, column, says]) => ({
    name: `${name} in a letter`,
    files: lettersOf({ ...letter, text: ['Dear editors', text] }),
    code: 'W522',
    at: `${rain}:8:${column}`,
    says: String(says),
  })),
];

describe('letters', () => {
  expectEach(cases);

  it('may be under what is not in the built site: a draft, and an article that waits for its date', async () => {
    const folder = contentFolder({
      'articles/sun.json': articleWith({ headline: 'Sun', draft: true, published: undefined }),
      'articles/snow.json': articleWith({ headline: 'Snow', published: '2027-01-01' }),
      'responses/sun.json': { letters: [letter] },
      'responses/snow.json': { letters: [{ ...printed, id: 'b2' }] },
    });
    const { problems } = await read(folder);
    expect(problems.map(({ code }) => code)).toEqual(['W510']);
  });

  it('may answer one that is removed, and be answered by a writer', async () => {
    const removed = { id: 'gone', date: '2026-03-02', status: 'removed' };
    const folder = contentFolder({
      ...lettersOf(
        removed,
        { ...printed, replyTo: 'gone' },
        { ...printed, id: 'b2', name: 'Jane Doe', author: 'jane-doe' },
      ),
    });
    expect((await read(folder)).problems).toEqual([]);
  });
});
