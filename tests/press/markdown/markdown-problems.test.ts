/** What is wrong in a text is named with its place. */
import { describe, expect, it } from 'vitest';
import { compile, type CompileOptions } from '../../../src/press/markdown/markdown.ts';

const options: CompileOptions = {
  owner: 'first',
  base: '/',
  language: 'en',
  picture: (src) => (src === '/images/oak.jpg' ? { url: src, width: 640, height: 480 } : undefined),
};

/** "1:2:3 A401": the block from 0, line and column from 1. */
const problemsIn = (blocks: string[], language = 'en'): string[] =>
  compile(blocks, { ...options, language }).problems.map(
    ({ block, line, column, code, warning }) => `${block}:${line}:${column} ${code}${warning ? ' warning' : ''}`,
  );

const shut = '\u202c';
const rightToLeft = '\u202e';

const cases: { name: string; blocks: string[]; problems: string[]; language?: string }[] = [
  { name: 'javascript:', blocks: ['a', 'see [x](javascript:alert(1))'], problems: ['1:1:9 A401'] },
  {
    name: 'any case, in angle brackets, in a quote',
    blocks: ['> a\n> - b [x]( <JaVaScRiPt:a> )'],
    problems: ['0:2:13 A401'],
  },
  { name: 'a tab, decoded from an entity', blocks: ['[x](java&Tab;script:a)'], problems: ['0:1:5 A401'] },
  { name: 'a tab as it is', blocks: ['[x](java\tscript:alert(1))'], problems: ['0:1:5 A401'] },
  { name: 'a line end as it is', blocks: ['a\n[x](java\nscript:alert(1))'], problems: ['0:2:5 A401'] },
  { name: 'percent signs', blocks: ['[x](javascript%3Aalert(1))'], problems: ['0:1:5 A401'] },
  {
    name: 'data: and vbscript:',
    blocks: ['[x](data:text/html,a) [y](vbscript:a)'],
    problems: ['0:1:5 A401', '0:1:27 A401'],
  },
  { name: 'in angle brackets alone', blocks: ['a <javascript:alert(1)>'], problems: ['0:1:4 A401'] },
  {
    name: 'in a definition, once and where it stands',
    blocks: ['[x] [x]', 'a', '[x]:\n  <javascript:a>'],
    problems: ['2:2:4 A401'],
  },
  {
    name: 'in a table cell after an escaped pipe',
    blocks: ['| a | b |\n|---|---|\n| \\| | \\| [x](javascript:a) |'],
    problems: ['0:3:15 A401'],
  },
  {
    name: 'in code it is only text',
    blocks: ['`[x](javascript:a)` and `[x](java\tscript:a)`', '    [x](javascript:a)'],
    problems: [],
  },
  {
    name: 'another host without a scheme',
    blocks: ['[x](//a.example) [y](/\\a.example)'],
    problems: ['0:1:5 A401', '0:1:22 A401'],
  },
  { name: 'a user name that hides the host', blocks: ['[x](https://a.example@b.example)'], problems: ['0:1:5 A401'] },
  {
    name: 'relative links',
    blocks: ['[x](foo/) [y](../z) [w]()'],
    problems: ['0:1:5 A316', '0:1:15 A316', '0:1:25 A316'],
  },
  {
    name: 'a link that climbs out of the site',
    blocks: ['[x](/a/../../b/) [y](/%2e%2e/b/)'],
    problems: ['0:1:5 A316', '0:1:22 A316'],
  },
  {
    name: 'http:',
    blocks: ['[x](http://a.example)', 'a http://b.example'],
    problems: ['0:1:5 W504 warning', '1:1:3 W504 warning'],
  },
  {
    name: 'raw HTML, each tag',
    blocks: ['a <b>c</b>', '- x\n\n  <script src=x>'],
    problems: ['0:1:3 A402', '0:1:7 A402', '1:3:3 A402'],
  },
  {
    name: 'a comment, also over several paragraphs',
    blocks: ['a <!-- b --> c', '<!-- d\n\ne -->'],
    problems: ['0:1:3 A402', '1:1:1 A402'],
  },
  { name: 'HTML that is only shown', blocks: ['`<b>` \\<b> &lt;b> 1 < 2 a <b', '```\n<b>\n```'], problems: [] },
  { name: 'an open fence', blocks: ['a\n\n> ```js\n> b\n\nc', 'd'], problems: ['0:3:3 A403'] },
  {
    name: 'a closed fence, also an empty one',
    blocks: ['```\n```', '- ~~~\n  a\n  ~~~', '````\n```\n````'],
    problems: [],
  },
  { name: 'an open comment', blocks: ['a\n\nb <!-- c\n\nd', '-->'], problems: ['0:3:3 A403'] },
  { name: 'a heading of the first level', blocks: ['a\n\n# b', 'c\n==='], problems: ['0:3:1 A404', '1:1:1 A404'] },
  {
    name: 'levels left out',
    blocks: ['### a', '## b', '#### c', '### d', '## e'],
    problems: ['0:1:1 W505 warning', '2:1:1 W505 warning'],
  },
  { name: 'an empty heading', blocks: ['##', '> ## ##'], problems: ['0:1:1 A405', '1:1:3 A405'] },
  { name: 'an empty link', blocks: ['a [](/b/) [ **&nbsp;** ](/b/)'], problems: ['0:1:3 A406', '0:1:11 A406'] },
  {
    name: 'a link that says nothing',
    blocks: ['[here](/b/), [Click *here*](/b/), [یہاں](/b/), [here and there](/b/)'],
    problems: ['0:1:1 W506 warning', '0:1:14 W506 warning', '0:1:35 W506 warning'],
  },
  {
    name: 'an address with a blank, of which neither a link nor a picture comes',
    blocks: ['![A cup](/images/my photo.png)', 'a [x](/no such/), [y](b c (2).pdf) and [z](https://a.example/b c)'],
    problems: ['0:1:10 W530 warning', '1:1:7 W530 warning', '1:1:23 W530 warning', '1:1:44 W530 warning'],
  },
  {
    name: 'words in brackets behind others, code, and addresses that are written well',
    blocks: [
      '[sic](as he put it), `[x](/no such/)`, [x]\\(/no such/), [y](/b/ "c d"), [z](</b c/>)',
      '![Oaks](/images/oak.jpg "An oak") [![Oaks](/images/oak.jpg)](/b/)',
    ],
    problems: [],
  },
  { name: 'a footnote that is not defined', blocks: ['a[^1] and `[^2]` and \\[^3]'], problems: ['0:1:2 A407'] },
  {
    name: 'a footnote that is not used, and what is wrong in it',
    blocks: ['a', '[^x]: b [c](d)'],
    problems: ['1:1:1 W507 warning', '1:1:13 A316'],
  },
  { name: 'a footnote defined twice', blocks: ['a[^x]', '[^x]: b', 'c\n\n[^x]: d'], problems: ['2:3:1 A408'] },
  {
    name: 'headings alike or named like the browser',
    blocks: ['## a', '## a', '## constructor', '## __proto__'],
    problems: [],
  },
  {
    name: 'uneven rows',
    blocks: ['> | a | b |\n> |---|---|\n> | c |\n> | d | e | f |\n> | \\| | g |'],
    problems: ['0:3:3 W508 warning', '0:4:3 W508 warning'],
  },
  {
    name: 'no header',
    blocks: ['| | |\n|---|---|\n| a | b |', '| | a |\n|---|---|\n| b | c |'],
    problems: ['0:1:1 A409'],
  },
  {
    name: 'quotes without end',
    blocks: [`${'>'.repeat(100)} a`, `${'>'.repeat(101)} a`],
    problems: ['1:1:103 A410'],
  },
  {
    name: 'brackets without end',
    blocks: [`${'['.repeat(100)}a`, `ab ${'['.repeat(101)}`],
    problems: ['1:1:104 A410'],
  },
  { name: 'emphasis without end', blocks: [`a ${'**'.repeat(200)}b${'**'.repeat(200)}`], problems: ['0:1:3 A410'] },
  { name: 'more than 2 MB', blocks: ['a'.repeat(1_999_999), 'b', 'c'], problems: ['2:1:1 A215'] },
  {
    name: 'a character that turns the text, in words and in code',
    blocks: [`a${rightToLeft}b`, `x\n\n    c\n    d${rightToLeft}`, '&#x202e;', `\`${rightToLeft}\``],
    problems: ['0:1:2 A216', '1:4:6 A216', '2:1:1 A216', '3:1:2 A216'],
  },
  {
    name: 'in a text from the right when it is shut again',
    language: 'ur',
    blocks: [`الف ${rightToLeft}ب${shut}`, `الف ${rightToLeft}ب`, `\`${rightToLeft}ب${shut}\``],
    problems: ['1:1:5 A216', '2:1:2 A216'],
  },
  {
    name: 'a picture that is not there',
    blocks: ['![a](/images/no.jpg) ![b](oak.jpg)'],
    problems: ['0:1:6 A309', '0:1:27 A309'],
  },
  {
    name: 'a picture without words',
    blocks: ['![](/images/oak.jpg)', 'a ![ ][o]', '[o]: /images/oak.jpg'],
    problems: ['0:1:1 A213', '1:1:3 A213'],
  },
  {
    name: 'a picture whose words say nothing',
    blocks: [
      '![oak.jpg](/images/oak.jpg) ![Oak](/images/oak.jpg) ![Image of an oak](/images/oak.jpg) ![An oak](/images/oak.jpg)',
    ],
    problems: ['0:1:1 W503 warning', '0:1:29 W503 warning', '0:1:53 W503 warning'],
  },
  {
    name: 'a picture from elsewhere',
    blocks: ['![a](https://b.example/c.png) ![a](//b.example/c.png)', '![a](data:image/png;base64,AA)'],
    problems: ['0:1:6 A313', '0:1:36 A313', '1:1:6 A401'],
  },
  {
    name: 'columns after tabs, lists and lazy lines',
    blocks: ['-\ta\n\tb <i>\nc <i>'],
    problems: ['0:2:4 A402', '0:3:3 A402'],
  },
  { name: 'columns in a heading with closing marks', blocks: ['## a <i> ##'], problems: ['0:1:6 A402'] },
  {
    name: 'columns in a table in a footnote, and in a row that looks like one',
    blocks: ['a[^n]', '[^n]: | b |\n    |---|\n    | <i> |', '| a |\n|---|\n[^m]: <i>'],
    problems: ['1:3:7 A402', '2:3:1 A407', '2:3:7 A402'],
  },
  {
    name: 'columns in a footnote',
    blocks: ['a[^n]', '[^n]: b <i>\n\n    c <i>'],
    problems: ['1:1:9 A402', '1:3:7 A402'],
  },
];

describe('what is wrong is named with its place', () => {
  it.each(cases)('$name', ({ blocks, problems, language }) => expect(problemsIn(blocks, language)).toEqual(problems));

  it('messages say the value and the cure', () => {
    const { problems } = compile(['[x](vbscript:a)', '```js', '<img src=x onerror=a>', '[y](foo/)'], options);
    expect(problems.map(({ message }) => message)).toEqual([
      'A link with the scheme "vbscript:" is not allowed. Use https:, http:, mailto: or an address of this site.',
      'The code that starts at line 1 with ``` never ends. Close it with ``` on a line of its own.',
      '"<img src=x onerror=a>" is HTML with "onerror", which is not allowed. Use Markdown, or write \\< to show the sign.',
      '"foo/" depends on the page it is read on. Write it from the root, as /articles/<slug>/.',
    ]);
  });

  it('what is refused stays as text', () => {
    const { html } = compile(
      ['[x](javascript:a) ![An oak](https://b.example/c.png) <b>c</b> d[^1]', '>'.repeat(101)],
      options,
    );
    expect(html).toBe(`<p>x An oak &lt;b&gt;c&lt;/b&gt; d[^1]</p>\n<p>${'&gt;'.repeat(101)}</p>\n`);
  });
});
