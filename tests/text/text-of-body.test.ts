// @vitest-environment jsdom
/** The text of a body, and the way from a place in it to the document and back. */
import { describe, expect, test } from 'vitest';
import { type BodyText, rangeOf, spanOf, textOf } from '../../src/text/text-of-body.ts';

function bodyOf(html: string): HTMLElement {
  const body = document.createElement('div');
  body.innerHTML = html;
  document.body.replaceChildren(body);
  return body;
}

const shapes = {
  paragraphs: ['<p>One</p>\n<p>Two</p>\n', 'One\n\nTwo'],
  'inline elements': ['<p>A <em>very <strong>old</strong></em> river.</p>', 'A very old river.'],
  'a line broken in the source': ['<p>A very\nold river.</p>', 'A very old river.'],
  'a broken line': ['<p>Roses<br>\nViolets</p>', 'Roses\nViolets'],
  headings: ['<h2 id="a">The harbour</h2>\n<p>Text</p>', 'The harbour\n\nText'],
  lists: ['<ul>\n<li>One</li>\n<li>Two\n<ul>\n<li>Three</li>\n</ul>\n</li>\n</ul>', 'One\nTwo \nThree'],
  'loose lists': ['<ol>\n<li>\n<p>One</p>\n<p>More</p>\n</li>\n</ol>', 'One\nMore'],
  tables: [
    '<div class="table"><table>\n<thead>\n<tr>\n<th>Port</th>\n<th>Ships</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>Hull</td>\n<td>12</td>\n</tr></tbody></table></div>',
    'Port\nShips\nHull\n12',
  ],
  'an empty cell': ['<table><tr><td>A</td><td></td><td>C</td></tr></table>', 'A\nC'],
  footnotes: [
    '<p>Said.<sup><a role="doc-noteref" href="#fn">1</a></sup> Then</p>\n<section class="notes">\n<h2>Notes</h2>\n<ol>\n<li><p>By her. <a role="doc-backlink" href="#r">↩</a></p></li>\n</ol>\n</section>',
    'Said. Then\n\nNotes\nBy her. ',
  ],
  'a rule, and a picture without words': [
    '<p>A</p>\n<hr>\n<figure><img alt="A boat" src="/a.png"></figure>\n<p>B</p>',
    'A\n\n\n\n\n\nB',
  ],
  code: ['<pre><code>a = 1\n\nb = 2\n</code></pre>\n<p>After</p>', 'a = 1\n b = 2 \n\nAfter'],
  'hidden things': [
    '<p>A<span hidden>x</span><span aria-hidden="true">y</span><x-extension>z</x-extension>B</p><style>p{}</style>',
    'AB',
  ],
  'an empty body': ['', ''],
  Urdu: ['<p>دریا <em>بہتا</em> ہے۔</p>\n<p>رات</p>', 'دریا بہتا ہے۔\n\nرات'],
} satisfies Record<string, [string, string]>;

describe('the text of a body', () => {
  test.each(Object.entries(shapes))('with %s', (_name, [html, text]) => {
    expect(textOf(bodyOf(html)).text).toBe(text);
  });

  test.each(Object.entries(shapes))(
    'with %s is the same when every text node has been wrapped and split',
    (_name, [html, text]) => {
      const body = bodyOf(html);
      for (const { node } of textOf(body).pieces) {
        const font = document.createElement('font');
        node.replaceWith(font);
        font.append(node);
        if (node.length > 1) node.splitText(1);
      }
      expect(textOf(body).text).toBe(text);
    },
  );
});

describe('the way to the document and back', () => {
  const said = (range: Range | undefined) => range?.toString();

  test.each(Object.entries(shapes))('is the same in every part of a text with %s', (_name, [html]) => {
    const body = bodyOf(html);
    const before = body.innerHTML;
    const read = textOf(body);
    for (const [start, end] of partsOf(read)) {
      const range = rangeOf(read, start, end);
      const words = read.text.slice(start, end);
      const span = range && spanOf(read, range);
      expect(read.text.slice(span?.start, span?.end ?? 0).trim()).toBe(words.trim());
      expect(span === undefined || (span.start >= start && span.end <= end)).toBe(true);
    }
    expect(body.innerHTML).toBe(before);
  });

  test('of a part across blocks holds the words of both', () => {
    const read = textOf(bodyOf('<p>One <em>two</em></p>\n<p>three four</p>'));
    expect(said(rangeOf(read, 4, 14))).toBe('two\nthree');
  });

  test('of a range around elements is the text in them', () => {
    const body = bodyOf('<p>One</p>\n<p>Two</p>\n<p>Three</p>');
    const range = document.createRange();
    range.setStartBefore(body.children[1]!);
    range.setEndAfter(body.children[2]!);
    const read = textOf(body);
    expect(spanOf(read, range)).toEqual({ start: 5, end: read.text.length });
    range.selectNodeContents(document.documentElement);
    expect(spanOf(read, range)).toEqual({ start: 0, end: read.text.length });
  });

  test('of a range without words of the text is nothing', () => {
    const body = bodyOf('<p>One<sup><a role="doc-noteref">1</a></sup></p>');
    const range = document.createRange();
    range.selectNodeContents(body.querySelector('a')!);
    expect(spanOf(textOf(body), range)).toBeUndefined();
    range.setStart(body, 1);
    expect(spanOf(textOf(body), range)).toBeUndefined();
    expect(rangeOf(textOf(body), 2, 2)).toBeUndefined();
    expect(rangeOf(textOf(body), 5, 9)).toBeUndefined();
  });
});

function partsOf({ text }: BodyText): [number, number][] {
  const places = Array.from({ length: text.length + 1 }, (_, place) => place);
  return places.flatMap((start) => places.flatMap((end): [number, number][] => (end > start ? [[start, end]] : [])));
}
