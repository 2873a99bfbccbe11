/** Markdown that the press refuses, and what becomes of it: nothing is lost, and everything is told. */
import { describe, expect, test } from 'vitest';
import { compile } from '../../../src/press/markdown/markdown.ts';
import { repaired, type Repaired } from '../../../src/import/repair/body-repair.ts';

const mended = (...blocks: string[]): Repaired => {
  const result = repaired(blocks, {
    language: 'en',
    placed: () => undefined,
    picture: (address) =>
      address.startsWith('https:')
        ? { link: address, note: { code: 'I206', message: `${address} is elsewhere` } }
        : { none: true, note: { code: 'I207', message: `${address} is not there` } },
    resolved: (address) => (address.startsWith('../') ? `https://old.example/${address.slice(3)}` : undefined),
    unturned: (text) => text.replaceAll(/[\u202a-\u202e\u2066-\u2069]/g, ''),
  });
  if (result === 'tooLong') throw new Error('too long');
  return result;
};

const faults = (blocks: readonly string[]) =>
  compile(blocks, { owner: 't', base: '/', language: 'en', picture: () => undefined }).problems.filter(
    ({ warning }) => !warning,
  );

describe('what is refused', () => {
  test.each([
    ['raw HTML', 'A <b>bold</b> word', 'A \\<b>bold\\</b> word', ['I212']],
    ['a comment that never ends', 'x <!-- and on', 'x \\<!-- and on', ['I212']],
    ['a script link', 'See [this](javascript:alert(1)).', 'See this (`javascript:alert(1)`).', ['I213']],
    ['a script link in disguise', '[x](java\tscript:alert(1))', 'x (`java script:alert(1)`)', ['I213']],
    [
      'a link with a password',
      '[bank](https://user:pw@bank.example/)',
      'bank (`https://user:pw@bank.example/`)',
      ['I213'],
    ],
    ['a relative link that can be resolved', '[up](../page.html "t")', '[up](https://old.example/page.html "t")', []],
    ['a relative link that cannot', '[down](page.html)', 'down (`page.html`)', ['I107']],
    ['an autolink', '<ftp://files.example/a>', '\\<ftp://files.example/a>', ['I213']],
    ['a link without words', '[](https://example.org/a)', '[`https://example.org/a`](https://example.org/a)', ['I213']],
    [
      'a remote picture',
      '![A pier](https://pics.example/a.jpg "At dawn")',
      '[A pier](https://pics.example/a.jpg "At dawn")',
      ['I206'],
    ],
    [
      'a remote picture without words',
      '![](https://pics.example/a_b.jpg)',
      '[a\\_b\\.jpg](https://pics.example/a_b.jpg)',
      ['I206'],
    ],
    [
      'a picture in a link',
      '[![A pier](https://pics.example/s.jpg)](https://pics.example/l.jpg)',
      '[A pier](https://pics.example/l.jpg)',
      ['I206'],
    ],
    ['a missing picture', '![A pier](pier.jpg)', 'A pier (`pier.jpg`)', ['I207']],
    ['a footnote mark without a note', 'Said[^1].', 'Said\\[^1].', ['I215']],
    ['code that never ends', '```js\nlet a;', '```js\nlet a;\n```', ['I220']],
    ['a table without a head', '| | |\n|-|-|\n| a | b |\n| c | d |', '| a | b |\n|-|-|\n| c | d |', ['I216']],
    ['a row wider than the head', '| a |\n|---|\n| b | c |', '| a |  |\n|---| --- |\n| b | c |', ['I216']],
    ['a heading in a quote', '> # Said\n> so', '> ## Said\n> so', ['I214']],
    ['a character that turns the line', 'abc \u202edef', 'abc def', []],
    ['quotes without end', `${'>'.repeat(150)} deep`, `${'\\>'.repeat(150)} deep`, ['I217']],
  ])('%s', (_what, written, came, codes) => {
    const { blocks, notes } = mended(written);
    expect(blocks).toEqual([came]);
    expect(faults(blocks)).toEqual([]);
    expect(notes.map((note) => note.code)).toEqual(codes);
  });

  test('a picture whose address is defined elsewhere', () => {
    const { blocks } = mended('![A pier][p]', '[p]: https://pics.example/a.jpg');
    expect(blocks[0]).toBe('[A pier](https://pics.example/a.jpg)');
    expect(faults(blocks)).toEqual([]);
  });

  test('a note that nothing refers to is shown, and so is a second one of the same name', () => {
    const { blocks } = mended('Said[^1].', '[^1]: First.', '[^1]: Second.', '[^2]: Lonely.');
    expect(blocks).toEqual(['Said[^1].', '[^1]: First.', '\\[^1]: Second.', '\\[^2]: Lonely.']);
  });

  test('headings begin below the headline and leave no level out', () => {
    const { blocks, notes } = mended('# One', 'Text.', '### Two', '#### Three', 'Four\n===', '## Five');
    expect(blocks).toEqual(['## One', 'Text.', '### Two', '#### Three', '## Four', '### Five']);
    expect(notes).toEqual([
      { code: 'I214', message: 'the levels of 3 headings changed: the highest below the headline is ##' },
    ]);
  });
});

test('what is fine stays as it is written, to the character', () => {
  const blocks = [
    '## A heading',
    'Curly “quotes”, a dash — and\u00a0a\u200cjoiner, *stress*, [a link](https://example.org/(a)) and `<code>`.',
    'A note[^1].',
    '[^1]: With text.',
    '```html\n<b>code</b>\n```',
    '| a | b |\n|:--|--:|\n| 1 | 2 |',
    '- one\n- two',
  ];
  expect(mended(...blocks)).toEqual({ blocks, notes: [] });
});
