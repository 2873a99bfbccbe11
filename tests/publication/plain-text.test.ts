/** The plain text of HTML, and the opening of a text. */
import { expect, test } from 'vitest';
import { openingOf, plainText } from '../../src/publication/plain-text.ts';

test.each([
  ['paragraphs', '<p>One.</p>\n<p>Two.</p>', 'One. Two.'],
  ['words in several marks', '<p>a<em>b</em><strong>c</strong> <a href="/x/">d</a></p>', 'abc d'],
  ['signs that stand for others', '<p>&lt;b&gt; &amp;lt; &quot;</p>', '<b> &lt; "'],
  ['a break', '<p>one<br>two</p>', 'one two'],
  ['a list', '<ul>\n<li>one</li>\n<li>two</li>\n</ul>', 'one two'],
  [
    'notes and their marks are left out',
    '<p>Said.<sup><a href="#n" role="doc-noteref">1</a></sup></p><section class="notes" role="doc-endnotes"><h2>Notes</h2></section>',
    'Said.',
  ],
  ['nothing', '', ''],
])('plain text: %s', (_, html, text) => {
  expect(plainText(html)).toBe(text);
});

test.each([
  ['a short paragraph is whole', '<h2 id="h-x">First</h2><p lang="ur">One <em>two</em>.</p><p>Three.</p>', 'One two.'],
  ['a text without paragraphs has none', '<ul><li>one</li></ul>', undefined],
  ['an empty one neither', '<p></p>', undefined],
  ['a long one is cut between words', `<p>${'seven, '.repeat(40)}</p>`, `${'seven, '.repeat(28).slice(0, -2)}…`],
  ['where no words are told apart, between letters', `<p>a${'𠀀'.repeat(150)}</p>`, `a${'𠀀'.repeat(99)}…`],
])('the opening: %s', (_, html, text) => {
  expect(openingOf(html)).toBe(text);
});
