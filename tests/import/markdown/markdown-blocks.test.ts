/** Texts cut into blocks: what belongs together stays together, and what is not Markdown here is said in Markdown. */
import { describe, expect, test } from 'vitest';
import { htmlReader } from '../../../src/import/markdown/html-reader.ts';
import { markdownBlocks } from '../../../src/import/markdown/markdown-blocks.ts';

const blocksOf = (markdown: string, headline?: string): string[] =>
  markdownBlocks(markdown, headline ?? 'H', htmlReader()).blocks;
const codesOf = (markdown: string, headline = 'H'): string[] =>
  markdownBlocks(markdown, headline, htmlReader()).notes.map(({ code }) => code);

describe('blocks', () => {
  test.each([
    ['paragraphs', 'One\nline.\n\nTwo.', ['One\nline.', 'Two.']],
    ['a list with blank lines', '- a\n\n- b\n\n      code\n\nEnd.', ['- a\n\n- b\n\n      code', 'End.']],
    ['a fence with blank lines', '```js\na\n\nb\n```\nEnd.', ['```js\na\n\nb\n```', 'End.']],
    ['a table', '| a | b |\n|---|---|\n| 1 | 2 |\n\nEnd.', ['| a | b |\n|---|---|\n| 1 | 2 |', 'End.']],
    ['a quote', '> a\n>\n> b\n\nEnd.', ['> a\n>\n> b', 'End.']],
    [
      'link definitions',
      'See [a].\n\n[a]: https://a.example/\n[b]: https://b.example/\n\nEnd.',
      ['See [a].', '[a]: https://a.example/\n[b]: https://b.example/', 'End.'],
    ],
    [
      'footnotes',
      'A[^1] B[^2]\n\n[^1]: One.\n\n    More.\n[^2]: Two.',
      ['A[^1] B[^2]', '[^1]: One.\n\n    More.', '[^2]: Two.'],
    ],
    ['indented code', 'A\n\n    code\n\n    more\n\nB', ['A', '    code\n\n    more', 'B']],
    ['a rule', 'A\n\n---\n\nB', ['A', '---', 'B']],
  ])('keep %s whole', (_, markdown, blocks) => {
    expect(blocksOf(markdown)).toEqual(blocks);
  });

  test.each([
    ['a line break', 'a<br>b', ['a\\\nb']],
    ['emphasis', 'a <em>b</em> <strong>c </strong>d', ['a *b* **c** d']],
    ['raised figures', 'x<sup>2</sup> and 1<sup>st</sup>', ['x² and 1st']],
    ['a picture', '<img src="/a b.png" alt="A [hill]">', ['![A \\[hill\\]](/a%20b.png)']],
    ['a link', '<a href="/a" target="_blank">b</a>', ['[b](/a)']],
    ['a link that runs', '<a href="java&#9;script:x">b</a> <a href="javascript:x">c</a>', ['b c']],
    ['a script', 'a <script>alert(1)</script>b', ['a b']],
    ['a comment', 'a <!-- note --> b', ['a  b']],
    ['code', '`<b>` and `` <i> ``', ['`<b>` and `` <i> ``']],
    ['an address', '<https://a.example/> and <a@b.example>', ['<https://a.example/> and <a@b.example>']],
    ['code in a list', '- a <b>b</b>\n\n      <b>c</b>', ['- a **b**\n\n      <b>c</b>']],
    ['a direction', '<div dir="rtl" markdown="1">\n\n## پہلا\n\nمتن\n\n</div>', ['## پہلا', 'متن']],
    ['a quote around Markdown', '<blockquote markdown="1">\nSaid **so**.\n</blockquote>', ['> Said **so**.']],
    ['two quotes', '<div markdown="1"><blockquote>A</blockquote>\n<blockquote>B</blockquote></div>', ['> A', '> B']],
    [
      'a pulled quote',
      '<aside class="pquote" markdown="1">\n  <img src="/a.png" alt="B">\n  Words *so*.\n  <p markdown="1">\n— [C](/c)\n  </p>\n</aside>',
      ['![B](/a.png)\nWords *so*.', '— [C](/c)'],
    ],
    ['a whole element', '<p>It is <b>so</b> & so</p>', ['It is **so** & so']],
    [
      'a picture of the folder',
      '<figure><img src="../img/a.png" alt="B"><figcaption>C</figcaption></figure>',
      ['![B](../img/a.png "C")'],
    ],
    ['a comment without an end', 'a\n\n<!-- b\n\nc', ['a', 'b', 'c']],
  ])('say %s in Markdown', (_, markdown, blocks) => {
    expect(blocksOf(markdown)).toEqual(blocks);
  });

  test.each([
    [
      'Liquid',
      'See {{ page.title }} and {% include x.html a="<b>" %}.',
      ['See {{ page.title }} and {% include x.html a="<b>" %}.'],
      ['I505'],
    ],
    ['Hugo', 'A {{< youtube w7Ft2ymGmfc >}}', ['A {{< youtube w7Ft2ymGmfc >}}'], ['I505']],
    ['the address of the site', '[a]({{ site.baseurl }}/a/)', ['[a](/a/)'], ['I306']],
    ['a listing', '{% highlight ruby %}\na < b\n\nc\n{% endhighlight %}', ['```ruby\na < b\n\nc\n```'], ['I306']],
    ['kramdown', '## A {#a}\n\nB\n{: .lead}\n\n* TOC\n{:toc}', ['## A', 'B'], ['I309']],
    ['sections', 'A\n\n---one\ntitle: First\n---\n\nB', ['A', '## First', 'B'], ['I304']],
  ])('never run %s, and tell of it', (_, markdown, blocks, codes) => {
    expect(blocksOf(markdown)).toEqual(blocks);
    expect(codesOf(markdown)).toEqual(codes);
  });

  test('leave code alone that looks like what they change', () => {
    const code = '```\n## A {#a}\n{: .b}\n---one\ntitle: c\n---\n<br>\n```';
    expect(blocksOf(code)).toEqual([code]);
  });

  test.each([
    ['a span', 'It is `{:ok, x}` or ``{:no, "`"}``, and `{% raw %}` too.'],
    ['a cell', '| a | b |\n|---|---|\n| c | `{:ok, z}` |'],
    ['an entry of a list', '- Write `{{ site.url }}/a`.\n- Or `{/* x */}`, `[[a]]`, `==b==`, `%% c %%`.'],
    ['a fence in a list', '- a\n\n  ```md\n  {: .b}\n  > [!note] c\n  - [ ] d\n  ```'],
    ['a fence in a quote', '> ```\n> *[A]: b\n> c\n> : d\n> ```'],
    ['an indented line', 'a\n\n    {: .b}\n    ^block-1\n\nc'],
    ['a set in a sentence', 'A set as f{:b}, or a{:.c}, in prose.'],
  ])('keep the code of %s as it is written', (_, markdown) => {
    expect(blocksOf(markdown).join('\n\n')).toBe(markdown);
    expect(codesOf(markdown)).toEqual([]);
  });

  test('keep code in HTML and in listings, and show what Liquid shows of it', () => {
    expect(blocksOf('<code>{:ok, a &lt; b}</code> and `{% raw %}{{ x }}{% endraw %}`.')).toEqual([
      '`{:ok, a < b}` and `{{ x }}`.',
    ]);
    expect(blocksOf('```\na\n{% raw %}\n{{ x }}\n```\n{% endraw %}')).toEqual(['```\na\n{{ x }}\n```']);
    expect(blocksOf('{% highlight elixir %}\n{:ok, y}\n{: .z}\n{% endhighlight %}')).toEqual([
      '```elixir\n{:ok, y}\n{: .z}\n```',
    ]);
  });

  test.each([
    ['behind a span', '*a*{:.b} `c`{:.language-js} [d](/d){: target="_blank" .e}', '*a* `c` [d](/d)'],
    ['with a name alone on its line', 'a\n{:lead: .b #c}', 'a'],
    ['of Pandoc', '![a](/b.png){ width=50% .c } and [d](/d){target=_blank}', '![a](/b.png) and [d](/d)'],
    ['behind another', '![a](/b.png){:.c}{:.d}', '![a](/b.png)'],
    ['of a size', '![a](/b.png =300x200)', '![a](/b.png)'],
  ])('leave out an attribute list %s', (_, markdown, text) => {
    expect(blocksOf(markdown).join('\n\n')).toBe(text);
    expect(codesOf(markdown)).toEqual(['I309']);
  });

  test.each([
    ['of Obsidian', 'a %% hidden %% b\n\n%%\nhidden\n\nhidden\n%%\n\nc'],
    ['of Obsidian, in a word', 'a%%hidden%%  b\n\nc'],
    ['of Obsidian, without an end', 'a  b\n\nc\n\n%% hidden\n\nhidden'],
    ['of MDX', 'a {/* hidden\n\nhidden */} b\n\nc'],
    ['of kramdown', 'a  b\n\n{::comment}\nhidden\n{:/comment}\n\nc'],
    ['of Liquid', 'a {% comment %}hidden `x` {% endcomment %} b\n\nc'],
    ['of Nunjucks', 'a {# hidden #} b\n\nc'],
    ['of Hugo', 'a {{/* hidden */}} b\n\nc'],
    ['of Handlebars', 'a {{!-- hidden --}} b\n\nc'],
  ])('leave out a comment %s', (_, markdown) => {
    expect(blocksOf(markdown)).toEqual(['a  b', 'c']);
    expect(codesOf(markdown)).toEqual(['I502']);
  });

  test('take no percentages for a comment', () => {
    expect(blocksOf('From 5%% to 6%% of it.')).toEqual(['From 5%% to 6%% of it.']);
  });

  test.each([
    ['a callout', '> [!note] A lamp\n> It is *lit*.', '> **A lamp**\n>\n> It is *lit*.'],
    ['a folded callout', '> [!warning]-\n> Mind it.', '> **Warning**\n>\n> Mind it.'],
    [
      'a container',
      ':::tip[A lamp]\nIt is lit.\n\n```\nx\n```\n:::',
      '> **A lamp**\n>\n> It is lit.\n>\n> ```\n> x\n> ```',
    ],
    [
      'a container in another',
      '::::note\na\n:::warning Mind\nb\n:::\n::::',
      '> **Note**\n>\n> a\n>\n> > **Mind**\n> >\n> > b\n>',
    ],
    ['a container for the look', '::: {.column width=50%}\nIt is lit.\n:::', 'It is lit.'],
    ['tasks', '- [ ] oil\n- [x] wick', '- ☐ oil\n- ☑ wick'],
    ['marked words', 'Some ==marked words== here.', 'Some marked words here.'],
    ['a word and its meanings', 'Sill\n: A stone.\n: A bar.\n\nb', '**Sill**\n\nA stone.\n\nA bar.\n\nb'],
    [
      'two words with one meaning',
      'Sill\nCill\n\n:   A stone.\n\n    Wet.\n\nb',
      '**Sill**\n\n**Cill**\n\nA stone.\n\nWet.\n\nb',
    ],
    ['a strong word and its meaning', '**Sill**\n: A stone.\n\nb', '**Sill**\n\nA stone.\n\nb'],
    ['a note where it is called', 'a^[See [b](/b).] c', 'a[^inline-1] c\n\n[^inline-1]: See [b](/b).'],
    [
      'what refers to places beside the text',
      '![One][p] [two], [three][Q]\n\n[p]: img/a b.png\n[two]: <two.md> "Two"\n[q]: three.md\n\nb',
      '![One](<img/a b.png>) [two](<two.md> "Two"), [three](<three.md>)\n\nb',
    ],
    ['an abbreviation', 'Use [VHF](/VHF) or VHF.\n\n*[VHF]: Very high', 'Use [VHF (Very high)](/VHF) or VHF.'],
    ['an address with a blank', '![a](b c (2).png "d")', '![a](<b c (2).png> "d")'],
    ['a link with a blank', '[a](/b c/) and [sic](as he put it)', '[a](</b c/>) and [sic](as he put it)'],
  ])('say %s in Markdown as well', (_, markdown, text) => {
    expect(blocksOf(markdown).join('\n\n')).toBe(text);
  });

  test('list a container that is never closed', () => {
    expect(codesOf(':::note\n\na')).toEqual(['I505']);
  });

  describe('of MDX', () => {
    const inMdx = (markdown: string) => markdownBlocks(markdown, 'H', htmlReader(), { isMdx: true });

    test('hold no code of modules, and tell it', () => {
      const { blocks, notes } = inMdx(
        "import A from './a'\nimport {\n  B,\n} from './b'\nexport const c = {\n  d: 1,\n\n  e: 2,\n}\n\nText.\n\nexport default Layout",
      );
      expect(blocks).toEqual(['Text.']);
      expect(notes).toEqual([{ code: 'I309', message: expect.stringContaining('4 lines of code') }]);
    });

    test('show the pictures and titles of components', () => {
      const { blocks } = inMdx(
        'import lamp from "../lamp.png"\n\n<Image src={lamp} alt="A lamp" width={30} />\n\n<Figure src="/b.jpg" alt={\'B\'} />\n\n<Callout title="Mind it">\n  It is **lit**.\n</Callout>\n\n<Card title="More" href="/c" />',
      );
      expect(inMdx('<Figure src="/b.jpg" alt="B" caption="Lit" />').blocks).toEqual(['![B](/b.jpg "Lit")']);
      expect(blocks).toEqual(['![A lamp](../lamp.png)', '![B](/b.jpg)', '**Mind it**', 'It is **lit**.', '[More](/c)']);
    });

    test('keep an expression, and list it', () => {
      const { blocks, notes } = inMdx('In {year}.\n\n- a\n\n      {/* hidden */}\n      b');
      expect(blocks.join('\n')).not.toContain('hidden');
      expect(blocks[0]).toBe('In {year}.');
      expect(notes).toContainEqual({ code: 'I505', message: expect.stringContaining('{year}') });
    });

    test('are not seen in sentences', () => {
      expect(blocksOf('import duties rose\n\nexport default settings of it')).toEqual([
        'import duties rose',
        'export default settings of it',
      ]);
    });
  });

  test.each([
    ['is taken from the first heading', undefined, '# A walk\n\nText.', 'A walk', ['Text.']],
    ['is taken from a heading with a line', undefined, 'A walk\n======\n\nText.', 'A walk', ['Text.']],
    ['is not said twice', 'A walk', '# A Walk.\n\nText.', 'A walk', ['Text.']],
    ['moves other headings down', 'A walk', '# Start\n\n## Here\n\nText.', 'A walk', ['## Start', '### Here', 'Text.']],
    ['is not a heading further down', undefined, 'a\n\nb\n\nc\n\n# D', undefined, ['a', 'b', 'c', '## D']],
  ])('have a headline that %s', (_, given, markdown, headline, blocks) => {
    expect(markdownBlocks(markdown, given, htmlReader())).toMatchObject({ blocks, ...(headline && { headline }) });
  });

  test('lose no letter of a text in another script', () => {
    const text =
      'پہلا پیراگراف، ‘اقتباس’ اور ۱۲۳۔\n\n<div dir="rtl" markdown="1">\n\nنیم\u200cفاصلہ <span dir="ltr">API</span> کے ساتھ\n\n</div>';
    expect(blocksOf(text).join('\n\n')).toBe('پہلا پیراگراف، ‘اقتباس’ اور ۱۲۳۔\n\nنیم\u200cفاصلہ API کے ساتھ');
  });

  test('are found in nested and endless input without delay', () => {
    for (const text of [
      '<div>'.repeat(20_000),
      `${'> '.repeat(5000)}a`,
      '<a href="'.repeat(5000),
      '{{'.repeat(50_000),
      '`'.repeat(50_000),
      '[^'.repeat(20_000),
      '<!-- '.repeat(20_000),
      '<blockquote markdown="1">\n'.repeat(5000),
      '{/*'.repeat(5000),
      '<code>'.repeat(5000),
      '[a]('.repeat(5000),
      `{:${'a '.repeat(20_000)}`,
      `<A${' b={'.repeat(5000)}`,
      'a\n: b\n'.repeat(5000),
      '%% '.repeat(20_001),
      '[['.repeat(20_000),
    ]) {
      expect(Array.isArray(blocksOf(text))).toBe(true);
    }
  });
});
