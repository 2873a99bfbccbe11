/** HTML of every sort as the Markdown blocks of an article. */
import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { compile } from '../../../src/press/markdown/markdown.ts';
import type { PageDocument } from '../../../src/import/html/dom.ts';
import { markdownOf } from '../../../src/import/html/markdown-of.ts';

const base = 'https://paper.example/2024/story.html';
const blocks = (html: string): string[] => markdownOf(html, { base, language: 'en' }).blocks;
const notes = (html: string): string[] =>
  markdownOf(html, { base, language: 'en' }).notes.map(({ code, message }) => `${code} ${message}`);

describe('text', () => {
  test.each([
    ['a paragraph a line', '<p>One\n two</p>\n<div>Three</div>Four', ['One two', 'Three', 'Four']],
    ['line breaks', '<p>Roses are red,<br>violets<br/>are not.</p>', ['Roses are red,\\\nviolets\\\nare not.']],
    ['two line breaks are paragraphs', 'One.<br><br>Two.<br>&nbsp;<br>Three.', ['One.', 'Two.', 'Three.']],
    [
      'emphasis',
      '<p><b>Bold</b>, <i>slanted</i>, <del>gone</del>, <code>a`b</code></p>',
      ['**Bold**, *slanted*, ~~gone~~, ``a`b``'],
    ],
    ['emphasis with its punctuation', '<p><b>Name:</b>text and <i>so </i>on</p>', ['**Name**:text and *so* on']],
    ['emphasis of single letters of a word', '<p>un<i>frigging</i>believable</p>', ['un*frigging*believable']],
    ['both at once', '<p><em><strong>Both</strong></em></p>', ['***Both***']],
    [
      'emphasis by style',
      '<p><span style="font-weight:700">Bold</span> <b style="font-weight:normal">plain</b></p>',
      ['**Bold** plain'],
    ],
    [
      'signs of Markdown',
      '<p># 1. *a* [b](c) &lt;i> &amp;copy; snake_case 2*3</p>',
      ['\\# 1. \\*a\\* \\[b\\](c) \\<i> \\&copy; snake_case 2\\*3'],
    ],
    ['brackets that are only brackets', '<p>He “went [sic] home […]”</p>', ['He “went [sic] home […]”']],
    [
      'raised and lowered figures',
      '<p>5 m<sup>2</sup> of H<sub>2</sub>O, 10<sup>-6</sup>, the 1<sup>st</sup></p>',
      ['5 m² of H₂O, 10⁻⁶, the 1st'],
    ],
    ['readings of characters', '<p><ruby>漢<rt>kan</rt></ruby></p>', ['漢(kan)']],
    ['quotations inside a sentence', '<p>He said <q>no</q>.</p>', ['He said “no”.']],
    [
      'typography as it was written',
      '<p>“Don’t” – 5&nbsp;kg — ‘so’… می‌خواهم ۱۲۳ كِتاب</p>',
      ['“Don’t” – 5\u00a0kg — ‘so’… می‌خواهم ۱۲۳ كِتاب'],
    ],
    ['floods of non-breaking spaces', '<p>&nbsp;</p><p>A&nbsp;&nbsp; &nbsp;b&nbsp;</p>', ['A b']],
    ['what a browser would show of unclosed tags', '<p>One<p>Two<ul><li>a<li>b', ['One', 'Two', '- a\n- b']],
  ])('%s', (_what, html, expected) => {
    expect(blocks(html)).toEqual(expected);
  });
});

describe('blocks', () => {
  test.each([
    [
      'headings from the second level on, none skipped',
      '<h1>A</h1><h4>B</h4><h5>C</h5><h2>D</h2>',
      ['## A', '### B', '#### C', '### D'],
    ],
    ['an empty heading is none', '<h2> </h2><p>Text</p>', ['Text']],
    ['a heading in a list is bold', '<ul><li><h3>So</h3>and so</li></ul>', ['- **So**\n\n  and so']],
    ['lists in lists', '<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>', ['- a\n  - b\n- c']],
    ['a list that starts elsewhere', '<ol start="4"><li>d</li><li>e</li></ol>', ['4. d\n5. e']],
    ['quotes', '<blockquote><p>One</p><p>Two</p></blockquote>', ['> One\n>\n> Two']],
    ['code as it is', '<pre><code class="language-js">a  = `b`;\n  c</code></pre>', ['```js\na  = `b`;\n  c\n```']],
    [
      'code whose lines are numbered beside it',
      '<table class="highlighttable"><tr><td class="linenos"><div class="linenodiv"><pre>1\n2</pre></div></td><td class="code"><pre>a\nb</pre></td></tr></table>',
      ['```\na\nb\n```'],
    ],
    [
      'code whose lines are numbered in it',
      '<pre><code class="language-go"><span class="ln">1</span><span class="cl">a\n</span><span class="ln">2</span><span class="cl">b\n</span></code></pre>',
      ['```go\na\nb\n```'],
    ],
    ['code with fences in it', '<pre>```\nx\n```</pre>', ['````\n```\nx\n```\n````']],
    ['terms', '<dl><dt>Tea</dt><dd>A drink.</dd></dl>', ['**Tea**', 'A drink.']],
    ['pauses only between', '<hr><p>a</p><hr><hr><p>b</p><hr>', ['---', 'a', '---', 'b'].slice(1)],
    [
      'a table',
      '<table><tr><th>Leaf<th align=right>Min<tr><td>Black|dark<td align=right>4</table>',
      ['| Leaf | Min |\n| --- | ---: |\n| Black\\|dark | 4 |'],
    ],
    [
      'cells over several columns',
      '<table><tr><th colspan=2>Both<th>c<tr><td rowspan=2>a<td>b<td>1<tr><td>d<td>2</table>',
      ['| Both |  | c |\n| --- | --- | --- |\n| a | b | 1 |\n|  | d | 2 |'],
    ],
    [
      'tables that lay out',
      '<table><tr><td><table><tr><td><p>One</p><p>Two</p></td></tr></table></td><td></td></tr></table>',
      ['One', 'Two'],
    ],
    [
      'a caption above its table',
      '<table><caption>Teas</caption><tr><th>a<th>b<tr><td>1<td>2</table>',
      ['**Teas**', '| a | b |\n| --- | --- |\n| 1 | 2 |'],
    ],
  ])('%s', (_what, html, expected) => {
    expect(blocks(html)).toEqual(expected);
  });

  test('a table without a header: the first row is it, and that is told', () => {
    const html = '<table><tr><td>a</td><td>b</td></tr><tr><td>1</td><td>2</td></tr></table>';
    expect(blocks(html)).toEqual(['| a | b |\n| --- | --- |\n| 1 | 2 |']);
    expect(notes(html)).toEqual(['I506 1 table without a header: its first row is the header now.']);
  });
});

describe('pictures', () => {
  test.each([
    [
      'with a caption',
      '<figure><img src="/a.jpg" alt="A dog"><figcaption>Rex, "the" dog</figcaption></figure>',
      ['![A dog](https://paper.example/a.jpg "Rex, \\"the\\" dog")'],
    ],
    [
      'of the classic editor',
      '<div class="wp-caption"><a href="/a.jpg"><img src="/a-300x200.jpg" alt="A dog"></a><p class="wp-caption-text">Rex</p></div>',
      ['![A dog](https://paper.example/a-300x200.jpg "Rex")'],
    ],
    [
      'in a shortcode',
      '[caption id="x" width="300"]<img src="/a.jpg" alt="A dog" /> Rex[/caption]',
      ['![A dog](https://paper.example/a.jpg "Rex")'],
    ],
    ['before a text', '<p><img src="b.png" alt="B"> Text</p>', ['![B](https://paper.example/2024/b.png)', 'Text']],
    [
      'that load later',
      '<img src="data:image/gif;base64,R0" data-src="/c.jpg" alt="C"><noscript><img src="/c.jpg" alt="C"></noscript>',
      ['![C](https://paper.example/c.jpg)'],
    ],
    ['by their largest size', '<img srcset="/s.jpg 300w, /l.jpg 900w" alt="D">', ['![D](https://paper.example/l.jpg)']],
    ['that are smileys', '<p>Ha <img class="emoji" alt="😀" src="https://s.w.org/1.png"></p>', ['Ha 😀']],
    [
      'without words have the name of their file',
      '<img src="/harbour.jpg">',
      ['![harbour.jpg](https://paper.example/harbour.jpg)'],
    ],
  ])('%s', (_what, html, expected) => {
    expect(blocks(html)).toEqual(expected);
  });

  test('of one point by one are left out and counted', () => {
    const html =
      '<p>Text<img src="https://t.example/p.gif" width="1" height="1"><img src="https://pixel.wp.com/g.gif"></p>';
    expect(blocks(html)).toEqual(['Text']);
    expect(notes(html)).toEqual(['I502 2 tracking pictures (1×1) left out.']);
  });
});

describe('links', () => {
  test.each([
    ['from the page', '<a href="next.html?a=1">Next</a>', '[Next](https://paper.example/2024/next.html?a=1)'],
    ['with brackets', '<a href="https://e.example/a_(b)">so</a>', '[so](https://e.example/a_%28b%29)'],
    ['that are their own text', '<a href="https://e.example/a">https://e.example/a</a>', '<https://e.example/a>'],
    ['to a part of the page are text', '<a href="#there">there</a>', 'there'],
    ['around blocks', '<a href="/x"><h3>Title</h3></a>', '## [Title](https://paper.example/x)'],
    ['with a user name before the host are text', '<a href="https://bank.example@evil.example/">bank</a>', 'bank'],
    ['of other schemes are text', '<a href="ftp://e.example/">files</a>', 'files'],
  ])('%s', (_what, html, expected) => {
    expect(blocks(html)).toEqual([expected]);
  });

  test('without a base, relative ones are text, and told', () => {
    expect(markdownOf('<p><a href="/x">there</a></p>')).toEqual({
      blocks: ['there'],
      notes: [{ code: 'I504', message: '1 link without an address that can be followed kept as text: /x.' }],
    });
  });
});

describe('what cannot stay', () => {
  test('scripts, forms and their kind are removed and counted', () => {
    const html = `<script>a()</script><style>b{}</style><p onclick="c()">Text <a href=" java\tscript:d()">link</a></p>
      <form><input name="e"><textarea>f</textarea></form><iframe src="https://ads.example/x" width="0" height="0"></iframe>`;
    expect(blocks(html)).toEqual(['Text link']);
    expect(notes(html).sort()).toEqual([
      'I501 1 attribute that runs a script removed.',
      'I501 1 form or control removed.',
      'I501 1 hidden frame removed.',
      'I501 1 link that runs a script kept as text: link.',
      'I501 1 script removed.',
      'I501 1 style sheet removed.',
    ]);
  });

  test('films and frames become links that can be seen', () => {
    const html =
      '<iframe src="//video.example/embed/7" title="The harbour"></iframe><video><source src="/f.mp4"></video><iframe></iframe>';
    expect(blocks(html)).toEqual(['[The harbour](https://video.example/embed/7)', '<https://paper.example/f.mp4>']);
    expect(notes(html)).toEqual([
      'I503 2 embedded parts are now links: https://video.example/embed/7, https://paper.example/f.mp4.',
      'I503 1 embedded part without an address left out.',
    ]);
  });

  test('shortcodes and blocks that WordPress fills in stay to be seen, and are listed', () => {
    const html =
      '<p>Before [gallery ids="1,2"] after [sic]</p><!-- wp:latest-posts {"n":3} /--><!-- wp:paragraph --><p>So.</p><!-- /wp:paragraph -->';
    expect(blocks(html)).toEqual(['Before `[gallery ids="1,2"]` after [sic]', '`[wp:latest-posts]`', 'So.']);
    expect(notes(html)).toEqual([
      'I505 1 block without HTML kept as visible text: wp:latest-posts.',
      'I505 1 shortcode kept as visible text: gallery.',
    ]);
  });

  test('what the page hides is left out, and told', () => {
    const html = '<p>Seen</p><p style="display: none">Hidden</p><p hidden>Too</p>';
    expect(blocks(html)).toEqual(['Seen']);
    expect(notes(html)).toEqual(['I502 2 parts that the page hides left out.']);
  });

  test('the language of a passage is told where letters do not show it', () => {
    const html = '<p lang="fr">Bonjour</p><p lang="ur">کتاب</p><p lang="en-GB">Hello</p>';
    expect(notes(html)).toEqual([
      'I507 1 passage marked as another language that its letters do not show kept as text, without the mark: fr: Bonjour.',
    ]);
  });
});

describe('pages of office programs', () => {
  test('Word', () => {
    const html = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><body><!--[if gte mso 9]><xml><o:x/></xml><![endif]-->
      <p class=MsoNormal><font face="Arial" color=red><span style='font-size:12.0pt'>Plain<o:p></o:p></span></font></p><p class=MsoNormal><o:p>&nbsp;</o:p></p>
      <p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp; </span></span>First</p>
      <p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·<span>&nbsp; </span></span>Second</p></body></html>`;
    expect(blocks(html)).toEqual(['Plain', '- First\n- Second']);
  });

  test('Google Docs', () => {
    const html =
      '<b style="font-weight:normal" id="docs-internal-guid-1"><p><span style="font-weight:400">Plain, </span><span style="font-weight:700;font-style:italic">both</span></p></b>';
    expect(blocks(html)).toEqual(['Plain, ***both***']);
  });
});

describe('hostile pages', () => {
  const deep = 10_000;
  test.each([
    ['blocks in blocks', '<div>'.repeat(deep) + 'end' + '</div>'.repeat(deep)],
    ['blocks that never close', '<div>'.repeat(deep) + 'end'],
    ['quotes', '<blockquote>'.repeat(deep) + 'end'],
    ['lists', '<ul><li>'.repeat(deep) + 'end'],
    ['marks', '<b><i>'.repeat(deep) + 'end'],
    ['tables', '<table><tr><td>'.repeat(2000) + 'end'],
    ['links', '<a href="/x">'.repeat(deep) + 'end'],
    ['brackets', `<p>${'['.repeat(deep)}end</p>`],
    ['shortcodes that never end', `<p>${'[caption '.repeat(deep)}end</p>`],
    ['spaces', `<p>${'&nbsp; '.repeat(deep)}end</p>`],
    [
      'footnotes that lead to each other',
      Array.from({ length: 300 }, (_, n) => `<p id="fn${n}">x<sup><a href="#fn${(n + 1) % 300}">1</a></sup></p>`).join(
        '',
      ) + '<p>end</p>',
    ],
  ])('%s without end', (_what, html) => {
    const result = markdownOf(html, { base });
    const shown = compile(result.blocks, { owner: 'x', base: '/', language: 'en', picture: () => undefined });
    expect(shown.html).toContain('end');
    expect(shown.problems.filter(({ code }) => code === 'A410')).toEqual([]);
  });

  test.each([
    '<img src=x onerror=alert(1)>',
    '<svg onload=alert(1)><p>x</p></svg>',
    '<math><mtext></p><img src=x onerror=alert(1)>',
    '<a href="data:text/html,<script>alert(1)</script>">x</a>',
    '<a href="vbscript:x">x</a>',
    '<object data="javascript:alert(1)"></object>',
    '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
    '<p>[x](javascript:alert(1)) <b>[y]</b>(javascript:alert(1))</p>',
    '<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>',
    '<img alt="](javascript:alert(1))" src="/a.png">',
    '<img alt="x" src="/a.png" title="&quot; onerror=&quot;alert(1)"><figcaption>" onload="x</figcaption>',
    '<a href="https://e.example/&quot;onclick=&quot;alert(1)">x</a>',
    '<pre><code class="language-x&quot; onclick=&quot;y">z</code></pre>',
    '<p>[^1]: <a href="x:y">[x]: javascript:alert(1)</a></p>',
  ])('%s becomes text or nothing', (html) => {
    const { html: shown, problems } = compile(blocks(html), {
      owner: 'x',
      base: '/',
      language: 'en',
      picture: () => ({ url: '/p', width: 1, height: 1 }),
    });
    const { document } = parseHTML(`<html><body>${shown}</body></html>`) as unknown as { document: PageDocument };
    const elements = Array.from(document.querySelectorAll('body *'));
    expect(
      elements.filter(({ localName }) => /^(?:script|iframe|object|embed|form|svg|math|style)$/.test(localName)),
    ).toEqual([]);
    const attributes = elements.flatMap((element) => Array.from(element.attributes));
    expect(
      attributes.filter(({ name, value }) => /^on|srcdoc/.test(name) || (name === 'href' && !/^https?:/.test(value))),
    ).toEqual([]);
    expect(problems.filter(({ code, warning }) => !warning && code !== 'A313' && code !== 'A309')).toEqual([]);
  });
});
