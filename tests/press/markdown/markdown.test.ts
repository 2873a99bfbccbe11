/** What Markdown becomes: blocks, headings, footnotes, and the words of a text. */
import { describe, expect, it } from 'vitest';
import { compile, compileInline, type CompileOptions } from '../../../src/press/markdown/markdown.ts';

const options: CompileOptions = {
  owner: 'articles/first',
  base: '/',
  language: 'en',
  picture: (src) => (src === '/images/oak.jpg' ? { url: '/images/oak.jpg', width: 640, height: 480 } : undefined),
};
const away = 'rel="noopener noreferrer"';
const oak = '<img src="/images/oak.jpg" width="640" height="480" alt="An oak" loading="lazy" decoding="async">';

describe('Markdown becomes', () => {
  const cases = [
    {
      name: 'a paragraph with emphasis',
      blocks: ['*one* **two** ~~three~~ `four`'],
      html: '<p><em>one</em> <strong>two</strong> <s>three</s> <code>four</code></p>',
    },
    { name: 'two blocks, two paragraphs', blocks: ['one', 'two'], html: '<p>one</p>\n<p>two</p>' },
    {
      name: 'a quote that ends with its block',
      blocks: ['> one', 'two'],
      html: '<blockquote>\n<p>one</p>\n</blockquote>\n<p>two</p>',
    },
    { name: 'a list', blocks: ['3. one\n4. two'], html: '<ol start="3">\n<li>one</li>\n<li>two</li>\n</ol>' },
    { name: 'a rule', blocks: ['***'], html: '<hr>' },
    { name: 'a hard line break', blocks: ['one\\\ntwo'], html: '<p>one<br>\ntwo</p>' },
    {
      name: 'code with its language',
      blocks: ['```js\na < b\n```'],
      html: '<pre tabindex="0" dir="ltr"><code class="language-js">a &lt; b\n</code></pre>',
    },
    {
      name: 'code whose language is no plain name',
      blocks: ['```c++ x" y\na\n```'],
      html: '<pre tabindex="0" dir="ltr"><code>a\n</code></pre>',
    },
    {
      name: 'an outside link',
      blocks: ['[a](https://a.example/x "T")'],
      html: `<p><a href="https://a.example/x" ${away} title="T">a</a></p>`,
    },
    { name: 'an e-mail link', blocks: ['[a](mailto:a@b.example)'], html: '<p><a href="mailto:a@b.example">a</a></p>' },
    {
      name: 'a link by reference, defined in a later block',
      blocks: ['[a][x]', '[x]: /about/'],
      html: '<p><a href="/about/">a</a></p>',
    },
    {
      name: 'a bare address',
      blocks: ['see https://a.example/b_c_d.'],
      html: `<p>see <a href="https://a.example/b_c_d" ${away}>https://a.example/b_c_d</a>.</p>`,
    },
    {
      name: 'a bare www. address, taken for https',
      blocks: ['www.a.example'],
      html: `<p><a href="https://www.a.example" ${away}>www.a.example</a></p>`,
    },
    {
      name: 'a bare e-mail address',
      blocks: ['ask desk@a.example'],
      html: '<p>ask <a href="mailto:desk@a.example">desk@a.example</a></p>',
    },
    {
      name: 'file names and versions, not links',
      blocks: ['publication.json, article.md, vite@8.0.1'],
      html: '<p>publication.json, article.md, vite@8.0.1</p>',
    },
    {
      name: 'an address with spaces and letters, made safe',
      blocks: ['[a](<https://ü.example/a b>)'],
      html: `<p><a href="https://xn--tda.example/a%20b" ${away}>a</a></p>`,
    },
    {
      name: 'a link inside a link, only the outer one',
      blocks: ['[a <https://b.example> c](https://d.example)'],
      html: `<p><a href="https://d.example" ${away}>a https://b.example c</a></p>`,
    },
    {
      name: 'a picture alone, a figure that leads to its file',
      blocks: ['![An oak](/images/oak.jpg)'],
      html: `<figure><a class="look" href="/images/oak.jpg">${oak}</a></figure>`,
    },
    {
      name: 'a picture with its title as caption',
      blocks: ['![An oak](/images/oak.jpg "Old & <tall>")'],
      html: `<figure><a class="look" href="/images/oak.jpg">${oak}</a><figcaption>Old &amp; &lt;tall&gt;</figcaption></figure>`,
    },
    {
      name: 'a linked picture, a figure that leads where its writer wants',
      blocks: ['[![An oak](/images/oak.jpg)](/about/)'],
      html: `<figure><a href="/about/">${oak}</a></figure>`,
    },
    {
      name: 'a picture among words, in its line',
      blocks: ['see ![An oak](/images/oak.jpg) there'],
      html: `<p>see ${oak} there</p>`,
    },
    {
      name: 'a table',
      blocks: ['| | B & C |\n|:-|-:|\n| 1 | 2\\|3 |'],
      html: '<div class="table" role="region" tabindex="0" aria-label="Table 1: B &amp; C">\n<table>\n<thead>\n<tr>\n<td class="align-start"></td>\n<th class="align-end" scope="col">B &amp; C</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td class="align-start">1</td>\n<td class="align-end">2|3</td>\n</tr>\n</tbody>\n</table>\n</div>',
    },
    { name: 'nothing from nothing', blocks: [], html: '' },
    { name: 'line ends of Windows and old Macs', blocks: ['one\r\ntwo\rthree'], html: '<p>one\ntwo\nthree</p>' },
  ];
  it.each(cases)('$name', ({ blocks, html }) => {
    const text = compile(blocks, options);
    expect(text.html.trimEnd()).toBe(html);
    expect(text.problems).toEqual([]);
  });

  it('puts the base before what stays inside the site, and lists it with its place', () => {
    const { html, links } = compile(['One.', 'Two\n[a](/about/) [b](#h-x) ![An oak](/images/oak.jpg)'], {
      ...options,
      base: '/folder/',
    });
    expect(html).toContain('<a href="/folder/about/">a</a> <a href="#h-x">b</a>');
    expect(links).toEqual([
      { href: '/about/', block: 1, line: 2, column: 5 },
      { href: '#h-x', block: 1, line: 2, column: 18 },
      { href: '/images/oak.jpg', block: 1, line: 2, column: 34 },
    ]);
  });
});

describe('headings', () => {
  const cases = [
    {
      name: 'letters and digits',
      heading: '## What is *Must Read*, 2?',
      id: 'h-what-is-must-read-2',
      text: 'What is Must Read, 2?',
    },
    { name: 'names of the browser', heading: '## location', id: 'h-location', text: 'location' },
    { name: 'another script', heading: '## خبریں اور رائے', id: 'h-خبریں-اور-رائے', text: 'خبریں اور رائے' },
    { name: 'only signs', heading: '## ???', id: 'h-part', text: '???' },
    { name: 'a footnote mark', heading: '## News[^1]', id: 'h-news', text: 'News' },
    { name: 'code and an entity', heading: '## `a-b` &amp; c', id: 'h-a-b-c', text: 'a-b & c' },
  ];
  it.each(cases)('$name', ({ heading, id, text }) => {
    expect(compile([heading, '[^1]: A note.'], options).outline).toMatchObject([{ id, text, level: 2 }]);
  });

  it('are told apart when they are the same, also across levels and numbers', () => {
    const { outline, ids } = compile(['## Aims', '### Aims', '#### Aims', '## Aims 2', '## Aims'], options);
    expect(outline.map(({ id }) => id)).toEqual(['h-aims', 'h-aims-2', 'h-aims-2-2', 'h-aims-4']);
    expect(ids).toEqual(['h-aims', 'h-aims-2', 'h-aims-3', 'h-aims-2-2', 'h-aims-4']);
  });

  it('inside a quote are no part of the outline', () => {
    expect(compile(['> ## Quoted'], options).outline).toEqual([]);
  });

  it('have the words from them to the next, those of quotes and code too, and not those of the notes at the end', () => {
    const blocks = [
      'Before them all.',
      '## One two',
      'Three four[^1].\n\n> ## Five\n> six',
      '### Seven',
      '```\neight nine\n```\n\n#### Ten',
      '## Eleven',
      '[^1]: A note.',
    ];
    const { outline, words } = compile(blocks, options);
    expect(outline.map((section) => section.words)).toEqual([6, 4, 1]);
    expect(words).toBe('Before them all.'.split(' ').length + 6 + 4 + 1 + 'A note.'.split(' ').length);
  });
});

describe('footnotes', () => {
  const blocks = [
    'One[^a], two[^b], one again[^a].',
    '[^b]: Second, see[^c].',
    '[^a]: First.\n\n    More.',
    '[^c]: Third.',
  ];

  it('are numbered as they are read, linked there and back', () => {
    const { html, ids, problems } = compile(blocks, options);
    expect(problems).toEqual([]);
    expect(html)
      .toBe(`<p>One<sup><a href="#fn-articles-first-1" id="fnref-articles-first-1" role="doc-noteref" aria-label="note 1">1</a></sup>, two<sup><a href="#fn-articles-first-2" id="fnref-articles-first-2" role="doc-noteref" aria-label="note 2">2</a></sup>, one again<sup><a href="#fn-articles-first-1" id="fnref-articles-first-1-2" role="doc-noteref" aria-label="note 1">1</a></sup>.</p>
<section class="notes" role="doc-endnotes" aria-labelledby="fn-articles-first-notes">
<h2 id="fn-articles-first-notes">Notes</h2>
<ol>
<li id="fn-articles-first-1"><p>First.</p>
<p>More. <a href="#fnref-articles-first-1" role="doc-backlink" aria-label="Back to the text (1)">↩\uFE0E</a> <a href="#fnref-articles-first-1-2" role="doc-backlink" aria-label="Back to the text (2)">↩\uFE0E<sup>2</sup></a></p>
</li>
<li id="fn-articles-first-2"><p>Second, see<sup><a href="#fn-articles-first-3" id="fnref-articles-first-3" role="doc-noteref" aria-label="note 3">3</a></sup>. <a href="#fnref-articles-first-2" role="doc-backlink" aria-label="Back to the text">↩\uFE0E</a></p>
</li>
<li id="fn-articles-first-3"><p>Third. <a href="#fnref-articles-first-3" role="doc-backlink" aria-label="Back to the text">↩\uFE0E</a></p>
</li>
</ol>
</section>
`);
    expect(new Set(html.match(/(?<= id=")[^"]*/g))).toEqual(new Set(ids));
  });

  it('say the words they are given', () => {
    const words = {
      note: (number: number) => `حاشیہ ${number}`,
      back: 'متن پر واپس',
      notes: '<حواشی>',
      table: (number: number) => `جدول ${number}`,
    };
    const { html } = compile(['One[^a].', '[^a]: First.', '| a |\n|-|\n| b |'], { ...options, words });
    for (const said of [
      'aria-label="حاشیہ 1"',
      'aria-label="متن پر واپس"',
      '&lt;حواشی&gt;</h2>',
      'aria-label="جدول 1: a"',
    ])
      expect(html).toContain(said);
  });

  it('defined inside each other keep their own words', () => {
    const { html } = compile(['One[^a] two[^b].', '[^a]: First.\n\n    [^b]: Second.'], options);
    expect(html.match(/<li id="[^"]*"><p>\w+\./g)).toEqual([
      '<li id="fn-articles-first-1"><p>First.',
      '<li id="fn-articles-first-2"><p>Second.',
    ]);
  });
});

describe('words', () => {
  const cases = [
    {
      name: 'not those of marks, links and alternative texts',
      blocks: ['## Two words', '*One* [two](https://a.example) ![An oak](/images/oak.jpg)'],
      words: 4,
    },
    { name: 'broken by a line end, not by emphasis', blocks: ['un**friend**ly\ntwo'], words: 2 },
    {
      name: 'of captions, notes and code',
      blocks: ['![An oak](/images/oak.jpg "One two")', 'Three[^1]', '[^1]: Four', '```\nfive six\n```'],
      words: 6,
    },
  ];
  it.each(cases)('$name', ({ blocks, words }) => expect(compile(blocks, options).words).toBe(words));
});

describe('one paragraph', () => {
  const cases = [
    {
      name: 'has no <p>',
      markdown: 'By *A. B.*, [site](/about/)',
      html: 'By <em>A. B.</em>, <a href="/about/">site</a>',
    },
    { name: 'keeps the signs of blocks as text', markdown: '# 1. of > 2', html: '# 1. of &gt; 2' },
    {
      name: 'knows no footnotes',
      markdown: 'a[^1]',
      html: 'a[^1]',
      problem: { block: 0, line: 1, column: 2, code: 'A407' },
    },
    {
      name: 'counts lines from its beginning',
      markdown: '\n  a\nb <i>',
      html: 'a\nb &lt;i&gt;',
      problem: { block: 0, line: 3, column: 3, code: 'A402' },
    },
  ];
  it.each(cases)('$name', ({ markdown, html, problem }) => {
    const text = compileInline(markdown, options);
    expect(text.html).toBe(html);
    expect(text.problems).toMatchObject(problem ? [problem] : []);
  });
});
