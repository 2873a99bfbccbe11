/** Plain text in the shapes that people have it in. */
import { describe, expect, test } from 'vitest';
import { Refusal } from '../../../src/import/format.ts';
import { text } from '../../../src/import/text/text.ts';
import { read, sourceOf } from '../source-of.ts';

const first =
  'The ferry across the sound has been late every morning this month, and nobody on either side of the water will say why.';
const second =
  'Its captain, who has made the crossing for thirty years, blames a sandbank that was not on any chart until the spring storms.';
const third =
  'The company promises a second boat by the summer. “We will believe it when we are on it,” said a teacher on the early boat.';

const newspaper = `A ferry that keeps nobody’s time

It’s not only the weather

${first}

${second}

${third}

Edda Lund
Edda Lund
The writer can be reached at: [email protected]


Please enter your comment!
Please enter your name here

Must Read

Harbour board ready to dredge the sound before the new timetable is...

NORTHPORT: The harbour board said on Monday that it was ready to begin dredging the sound “within weeks”, if the money is found...

The last lamplighter`;

const menu = ['News', 'Sports', 'Weather', 'Culture', 'Opinion', 'Harbour', 'Jobs'].join('\n');

const browserCopy = `${menu}
Sign in
Welcome! Log into your account
your username
your password
Search 
Tuesday, March 5, 2024
 The Sound Observer
${menu}
Home Harbour A ferry that keeps nobody’s time
Harbour
A ferry that keeps nobody’s time
By
Edda Lund
-
March 4, 2024
0
758
Facebook
Twitter
WhatsApp
The ferry at its pier. Photo: Ola Strand

${first}

Waiting for the tide

${second}

The company has said three things:

that the boat is old
that the sound is shallow
that the clock on the pier is fast

- Advertisement -

${third}

TAGS
ferry
harbour
Facebook
Twitter
Previous articleThe last lamplighter
Next articleRain until Friday
Edda Lund
Edda Lund has written about boats since she was too small to board one, and keeps a list of all that she has missed.
RELATED ARTICLESMORE FROM AUTHOR
Tide tables go missing
LEAVE A REPLY
Please enter your comment!
Please enter your name here
Latest articles
Harbour board ready to dredge the sound before the summer
March 3, 2024
© Copyright 2024 The Sound Observer`;

describe('a page of a newspaper', () => {
  test('gives headline, standfirst, text, writer and Must Read', async () => {
    const { articles, briefs, leftOut } = await read(text, newspaper);
    expect(articles).toEqual([
      {
        is: 'article',
        name: 'A ferry that keeps nobody’s time',
        line: 1,
        article: {
          headline: 'A ferry that keeps nobody’s time',
          standfirst: 'It’s not only the weather',
          authors: [{ name: 'Edda Lund', email: 'withheld' }],
          tags: [],
          body: [first, second, third],
          aliases: [],
        },
        notes: [
          {
            code: 'I511',
            message:
              'The page hides the e-mail address of Edda Lund; it is noted as withheld, and nothing was decoded.',
            line: 13,
          },
        ],
      },
    ]);
    expect(briefs).toEqual([
      {
        headline: 'Harbour board ready to dredge the sound before the new timetable is...',
        dateline: 'NORTHPORT',
        excerpt:
          'The harbour board said on Monday that it was ready to begin dredging the sound “within weeks”, if the money is found...',
      },
      { headline: 'The last lamplighter' },
    ]);
    expect(leftOut.map(({ of, name, line }) => ({ of, name, line }))).toEqual([
      { of: 'comment-form line', name: 'Please enter your comment!', line: 16 },
      { of: 'comment-form line', name: 'Please enter your name here', line: 17 },
    ]);
  });

  test.each([
    ['CRLF', newspaper.replaceAll('\n', '\r\n')],
    ['CR only', newspaper.replaceAll('\n', '\r')],
    ['a byte order mark', `\ufeff${newspaper}`],
    ['no empty lines', newspaper.replace(/\n+/g, '\n')],
  ])('reads the same with %s', async (_what, written) => {
    const { articles, briefs } = await read(text, written);
    expect(articles[0]?.article).toMatchObject({
      headline: 'A ferry that keeps nobody’s time',
      standfirst: 'It’s not only the weather',
      body: [first, second, third],
    });
    expect(articles[0]?.article.authors).toEqual([{ name: 'Edda Lund', email: 'withheld' }]);
    expect(briefs).toHaveLength(2);
  });

  test('an address that its owner shows is kept', async () => {
    const { articles } = await read(text, newspaper.replace('[email protected]', 'edda@sound.example.'));
    expect(articles[0]?.article.authors).toEqual([{ name: 'Edda Lund', email: 'edda@sound.example' }]);
    expect(articles[0]?.notes).toEqual([]);
  });
});

describe('all of a page as a browser copies it', () => {
  test('gives the article between its menus', async () => {
    const { articles, leftOut } = await read(text, browserCopy);
    expect(articles.map(({ article }) => article)).toEqual([
      {
        headline: 'A ferry that keeps nobody’s time',
        authors: [
          {
            name: 'Edda Lund',
            biography:
              'Edda Lund has written about boats since she was too small to board one, and keeps a list of all that she has missed.',
          },
        ],
        tags: [],
        section: 'Harbour',
        published: '2024-03-04',
        body: [
          first,
          '## Waiting for the tide',
          second,
          'The company has said three things:',
          '- that the boat is old\n- that the sound is shallow\n- that the clock on the pier is fast',
          third,
        ],
        aliases: [],
      },
    ]);
    expect(new Set(leftOut.map(({ of }) => of))).toEqual(
      new Set([
        'menu',
        'account form',
        'foot of the page',
        'row of buttons',
        'caption',
        'advertisement',
        'tags',
        'link to the article before or after',
        'list',
        'comment-form line',
      ]),
    );
  });

  test('every line is in the article or in what was left out', async () => {
    const { articles, leftOut } = await read(text, browserCopy);
    const told = leftOut.reduce(
      (sum, { why }) => sum + (/^(\d+) lines/.exec(why.message)?.[1] ? Number(/^(\d+)/.exec(why.message)![1]) : 1),
      0,
    );
    const { article } = articles[0]!;
    const taken =
      article.body.flatMap((block) => block.split('\n')).length +
      ['headline', 'By', 'name', 'date', 'name below', 'biography'].length;
    expect(told + taken).toBe(browserCopy.split('\n').filter((line) => line.trim() !== '').length);
  });
});

describe('a dump of a text browser', () => {
  const wrap = (paragraph: string, width = 72): string => {
    const lines = [''];
    for (const word of paragraph.split(' ')) {
      if (lines.at(-1) === '') lines[lines.length - 1] = word;
      else if (`${lines.at(-1)} ${word}`.length > width) lines.push(word);
      else lines[lines.length - 1] += ` ${word}`;
    }
    return lines.join('\n');
  };
  const dump = `    
  • News
      □ Harbour
  • Sports

Search [                    ]
[logo-300x90]

A ferry that keeps nobody’s time

By Edda Lund
March 4, 2024
Facebook
Twitter

[ferry-696x380]
The ferry at its pier

[drop-cap]${wrap(first)}

${wrap(second)}

  • ${wrap('that the boat is old, and older than anybody who is still asked to', 66).replace('\n', '\n    ')}
    steer it
  • that the sound is shallow

${wrap(third)}

Edda Lund

LEAVE A REPLY Cancel reply

[                    ]
Please enter your comment!`;

  test('is put together again where it was broken', async () => {
    const { articles } = await read(text, dump);
    expect(articles[0]?.article).toMatchObject({
      headline: 'A ferry that keeps nobody’s time',
      authors: [{ name: 'Edda Lund' }],
      published: '2024-03-04',
      body: [
        first,
        second,
        '- that the boat is old, and older than anybody who is still asked to steer it\n- that the sound is shallow',
        third,
      ],
    });
  });

  test('is left as it is where no program broke it', async () => {
    const verse = `Rain\n\n${first}\n\nThe rain comes down,\nthe tide goes out,\nand nobody knows why.`;
    const { articles } = await read(text, verse);
    expect(articles[0]?.article.body).toEqual([
      first,
      'The rain comes down,\\\nthe tide goes out,\\\nand nobody knows why.',
    ]);
  });
});

describe('other texts', () => {
  test('an article as somebody typed it', async () => {
    const { articles } = await read(text, `On ferries\nBy Edda Lund and Ola Strand\n\n${first}\n\n${second}`);
    expect(articles[0]?.article).toMatchObject({
      headline: 'On ferries',
      authors: [{ name: 'Edda Lund' }, { name: 'Ola Strand' }],
      body: [first, second],
    });
  });

  test('what is said of a day and a place under the headline is no headline', async () => {
    const about = ['When: Sunday 5 May', 'Where: the old quay', 'Entry: free'];
    const { articles } = await read(text, ['The harbour fair is back', '', ...about, '', first, '', second].join('\n'));
    expect(articles[0]?.article).toMatchObject({ headline: 'The harbour fair is back' });
    expect(articles[0]?.article.body.join('\n')).toContain(about.join('\\\n'));
  });

  test('in Urdu, with the writer above it', async () => {
    const line =
      'صبح کی کشتی اس مہینے میں ایک دن بھی وقت پر نہیں آئی اور دونوں کناروں پر کوئی بتانے کو تیار نہیں کہ آخر ایسا کیوں ہو رہا ہے۔';
    const { articles, briefs } = await read(
      text,
      `کشتی جو وقت نہیں جانتی\n\nتحریر: احمد ندیم\n\n${line}\n\n${line.replace('صبح', 'شام')}\n\nضرور پڑھیں\n\nسمندر کے کنارے ایک پرانا چراغ`,
    );
    expect(articles[0]?.article).toMatchObject({
      headline: 'کشتی جو وقت نہیں جانتی',
      authors: [{ name: 'احمد ندیم' }],
      body: [line, line.replace('صبح', 'شام')],
    });
    expect(briefs).toEqual([{ headline: 'سمندر کے کنارے ایک پرانا چراغ' }]);
  });

  test('signs of Markdown and HTML are words', async () => {
    const { articles } = await read(
      text,
      `Signs\n\n<script>alert(1)</script> *is* what a page says when it means [nothing](javascript:x), and a reader sees all of it.`,
    );
    expect(articles[0]?.article.body).toEqual([
      '\\<script>alert(1)\\</script> \\*is\\* what a page says when it means \\[nothing\\](javascript:x), and a reader sees all of it.',
    ]);
  });

  test('a menu alone is no article', async () => {
    const { articles, leftOut } = await read(text, menu);
    expect(articles).toEqual([]);
    expect(leftOut[0]).toMatchObject({ of: 'page', why: { code: 'I521' } });
  });

  test('a line of 10 MB is refused, with its number', async () => {
    const reading = read(text, `Headline\n\n${'word '.repeat(2_000_000)}`);
    await expect(reading).rejects.toBeInstanceOf(Refusal);
    await expect(reading).rejects.toMatchObject({
      code: 'I302',
      line: 3,
      message: expect.stringMatching(/^Line 3 is longer/),
    });
  });

  test.each([
    ['words', 'Headline\n\nText', true],
    ['HTML', '<!doctype html><p>x', false],
    ['XML', '<?xml version="1.0"?><rss/>', false],
    ['JSON', '{"a": 1}', false],
    ['front matter', '---\ntitle: x\n---\n', false],
    ['nothing', ' \n', false],
  ])('%s: whether it is one', (_what, written, expected) => {
    expect(text.recognises(sourceOf(written))).toBe(expected);
  });
});

describe('a file of records', () => {
  const entry =
    'AUTHOR: Edda Lund\nTITLE: A late ferry\nSTATUS: Draft\nCATEGORY: Piers\n\nDATE: 05/02/2016 01:05:00 AM\n';
  test.each([
    ['an export of Movable Type', `${entry}-----\nBODY:\nIt came in late.\n-----\n--------\n`, 'Movable Type'],
    ['a vCard', 'BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Edda Lund\r\nEND:VCARD\r\n', 'a file of records'],
    ['LDIF', 'dn: cn=Edda,dc=pier\nobjectClass: top\nobjectClass: person\ncn: Edda\n', 'a file of records'],
    [
      'BibTeX',
      '@book{ferry,\n  title = {A late ferry},\n  author = {Lund, Edda},\n  year = 2016\n}\n',
      'a file of records',
    ],
    ['RIS', 'TY  - JOUR\nAU  - Lund, Edda\nTI  - A late ferry\nER  - \n', 'a file of records'],
    ['settings', '; of the pier\n[lamp]\nheight = 4\ncolour=red\nlit: always\n', 'a file of records'],
    ['names in any script', 'Название: Паром\nАвтор: Эдда\nДата: вчера\n', 'a file of records'],
  ])('%s is refused by name', async (_what, written, says) => {
    await expect(read(text, written)).rejects.toMatchObject({ code: 'I608', message: expect.stringContaining(says) });
  });

  const talk = ['Edda: Is it late again?', 'Ola: It is late.', 'Edda: Why?', 'Ola: Nobody will say why it is.'].join(
    '\n',
  );
  test.each([
    ['a talk of two', `${talk}\n\nThe two of them have stood on this pier every evening since the spring storms.`],
    [
      'a headline above them',
      `A late ferry\n\nWhere: the pier\nWhen: at nine\nWho: Edda Lund\n\nIt came in late, and nobody would say why.`,
    ],
    ['addresses', 'https://a.example/\nhttps://b.example/\nhttps://c.example/\n'],
  ])('is not %s', async (_what, written) => {
    await expect(read(text, written)).resolves.toBeDefined();
  });
});
