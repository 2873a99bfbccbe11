/** What the press reports of a text, at its place in the JSON file. */
import { describe, expect, it } from 'vitest';
import { articleOf, articleWith, type Case, contentFolder, expectEach, read } from './content-folder.ts';

const rain = 'articles/rain.json';
const body = (...blocks: string[]) => ({ [rain]: articleOf(...blocks) });

const cases: Case[] = [
  ...[
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'java&Tab;script:alert(1)',
    'java&NewLine;script:alert(1)',
    '&#106;avascript:alert(1)',
  ].map((href) => ({
    name: `a link ${href}`,
    files: body('It rained.', `See [it](${href}).`),
    code: 'A401',
    at: `${rain}:10:15`,
    says: 'is not allowed',
  })),
  {
    name: 'a link of an author',
    files: { 'authors/jane-doe.json': { name: 'Jane', links: [{ label: 'Home', url: 'java\tscript:alert(1)' }] } },
    code: 'A401',
    at: 'authors/jane-doe.json:6:14',
    says: String.raw`"java\u0009script:alert(1)" has a scheme that is not allowed`,
  },
  {
    name: 'the address of a source',
    files: { [rain]: articleWith({ source: { headline: 'S', authors: [], url: 'mailto:a@b.example' } }) },
    code: 'A401',
    at: `${rain}:14:12`,
    says: 'Write https: or http:',
  },
  {
    name: 'a link over http',
    files: body('See [it](http://a.example/).'),
    code: 'W504',
    at: `${rain}:9:15`,
    says: 'Use https:',
  },
  {
    name: 'the address of a brief over http',
    files: { 'must-read.json': { entries: [{ headline: 'Age', url: 'http://a.example/' }] } },
    code: 'W504',
    at: 'must-read.json:5:14',
    says: 'is not encrypted. Use https:',
  },
  ...['<script>', '<iframe src=x>', '<img src=x onerror=alert(1)>'].map((html) => ({
    name: html,
    files: body('It rained.', `All\n"day" ${html} long.`),
    code: 'A402',
    at: `${rain}:10:19`,
    says: 'not allowed',
  })),
  {
    name: 'an unclosed fence',
    files: body('It.', 'So:\n\n```\nrain'),
    code: 'A403',
    at: `${rain}:10:13`,
    says: 'never ends',
  },
  {
    name: 'an unclosed comment',
    files: body('It rained. <!-- all'),
    code: 'A403',
    at: `${rain}:9:17`,
    says: 'never ends',
  },
  { name: 'a level left out', files: body('## Rain', '#### Drops'), code: 'W505', at: `${rain}:10:6`, says: 'evel' },
  { name: 'a heading of the first level', files: body('# Rain'), code: 'A404', at: `${rain}:9:6`, says: '#' },
  { name: 'an empty heading', files: body('##'), code: 'A405', at: `${rain}:9:6`, says: 'eading' },
  { name: 'a link without text', files: body('See [](/about/).'), code: 'A406', at: `${rain}:9:10`, says: 'no text' },
  {
    name: 'click here',
    files: body('[Click here](/about/).'),
    code: 'W506',
    at: `${rain}:9:6`,
    says: 'where it leads',
  },
  { name: 'a note not defined', files: body('Rain[^1].'), code: 'A407', at: `${rain}:9:10`, says: 'not defined' },
  { name: 'a note not used', files: body('Rain.', '[^1]: It did.'), code: 'W507', at: `${rain}:10:6`, says: '1' },
  {
    name: 'a note doubled',
    files: body('Rain[^1].', '[^1]: It did.', '[^1]: It did not.'),
    code: 'A408',
    at: `${rain}:11:6`,
    says: '1',
  },
  { name: 'uneven rows', files: body('| a | b |\n|---|---|\n| 1 |'), code: 'W508', at: `${rain}:9:28`, says: 'cell' },
  {
    name: 'a table without header',
    files: body('| | |\n|---|---|\n| 1 | 2 |'),
    code: 'A409',
    at: `${rain}:9:6`,
    says: 'head',
  },
  { name: '10,000 brackets', files: body('['.repeat(10_000)), code: 'A410', at: `${rain}:9:106`, says: 'deep' },
  { name: 'a body of 5 MB', files: body('It rained. '.repeat(460_000)), code: 'A215', at: `${rain}:9:6`, says: '2 MB' },
  { name: 'an override in code', files: body('`if \u202e x`'), code: 'A216', at: `${rain}:9:10`, says: '202E' },
  {
    name: 'a fault in a correction',
    files: { [rain]: articleWith({ corrections: [{ date: '2026-04-01', note: 'Not "<b>rain</b>".' }] }) },
    code: 'A402',
    also: ['A402'],
    at: `${rain}:14:22`,
    says: '<b>',
  },
  {
    name: 'a fault in a biography',
    files: { 'authors/jane-doe.json': { name: 'Jane', biography: 'Writes.\n\n<b>' } },
    code: 'A402',
    at: 'authors/jane-doe.json:3:28',
    says: '<b>',
  },
];

describe('what the press reports of a text', { timeout: 60_000 }, () => {
  expectEach(cases);

  it('two headings of one text have two ids', async () => {
    const { content, problems } = await read(
      contentFolder(body('## Rain', 'a', '## Rain', '[up](#h-rain) [down](#h-rain-2)')),
    );
    expect(problems).toEqual([]);
    expect(content!.text('articles/rain').outline.map(({ id }) => id)).toEqual(['h-rain', 'h-rain-2']);
  });

  it('a heading never has an id that a script could take for its own', async () => {
    const { content, problems } = await read(contentFolder(body('## Location', 'a', '## constructor', 'b')));
    expect(problems).toEqual([]);
    expect(content!.text('articles/rain').outline.map(({ id }) => id)).toEqual(['h-location', 'h-constructor']);
  });

  it.each(['>', '[', '*', '- '])('60,000 times %s is read all the same', async (sign) => {
    const { problems, files } = await read(contentFolder(body(sign.repeat(60_000))));
    expect(problems.filter(({ code }) => code !== 'A410')).toEqual([]);
    expect(files).toBe(5);
  });

  it('a balanced override is allowed in a text that is written from right to left', async () => {
    const text = 'آج سارا دن \u2067بارش\u2069 ہوتی رہی۔';
    const files = { [rain]: { ...articleOf(text), headline: 'بارش ہوتی رہی', language: 'ur' } };
    expect((await read(contentFolder(files))).problems).toEqual([]);
  });

  it.each([
    ['an escaped quote', '"a" b', 5],
    ['an escaped letter', '\u0001 <i>', 0],
    ['a character outside the BMP', '🌧 <i>', 0],
  ])('finds its place behind %s', async (_name, text) => {
    const folder = contentFolder({ [rain]: articleOf(`${text} <u>`) });
    const { problems } = await read(folder);
    const line = (JSON.stringify(articleOf(`${text} <u>`), undefined, 2).split('\n')[8] ?? '').indexOf('<u>') + 1;
    expect(problems.find(({ message }) => message.includes('<u>'))).toMatchObject({ line: 9, column: line });
  });
});
