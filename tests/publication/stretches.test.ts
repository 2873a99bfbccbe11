/** A long text in stretches: every character is there once, every block whole, and no heading is left behind. */
import { describe, expect, test } from 'vitest';
import { inStretches } from '../../src/publication/stretches.ts';

const paragraph = (number: number) =>
  `<p>Paragraph ${number}. ${'A line of words with <em>more</em> in it. '.repeat(20)}</p>`;
const paragraphs = (count: number) => Array.from({ length: count }, (_, number) => paragraph(number));

/** The insides of the stretches; fails if there is anything between them. */
function stretchesOf(html: string): string[] {
  const stretches = html.split('\n<div class="stretch">');
  return stretches.map((stretch, place) => {
    const inside = place === 0 ? stretch.replace(/^<div class="stretch">/, '') : stretch;
    expect(inside.endsWith('</div>')).toBe(true);
    return inside.slice(0, -'</div>'.length);
  });
}

describe('a text in stretches', () => {
  test('is the same text', () => {
    const html = paragraphs(400).join('\n');
    const stretches = stretchesOf(inStretches(html));
    expect(stretches.join('')).toBe(html);
    expect(stretches.length).toBeGreaterThan(20);
    for (const stretch of stretches) expect(stretch.length).toBeLessThan(10_000);
  });

  test('has a heading at the head of a stretch or within it, never at its end', () => {
    const html = paragraphs(300)
      .flatMap((text, number) => (number % 2 === 0 ? [`<h2 id="h${number}">Heading ${number}</h2>`, text] : [text]))
      .join('\n');
    const stretches = stretchesOf(inStretches(html));
    expect(stretches.join('')).toBe(html);
    expect(stretches.filter((stretch) => /<\/h2>\s*$/.test(stretch))).toEqual([]);
  });

  test('keeps what holds blocks of its own whole', () => {
    const list = `<ol>${'<li><p>An item.</p><blockquote><p>A voice.</p></blockquote></li>'.repeat(500)}</ol>`;
    const html = [paragraph(1), list, '<hr>', '<figure><img src="/a.png" alt="A > B"><br></figure>', paragraph(2)].join(
      '\n',
    );
    const stretches = stretchesOf(inStretches(html.replace('A > B', 'A &gt; B')));
    expect(stretches.filter((stretch) => stretch.includes('<ol>'))).toHaveLength(1);
    expect(stretches.find((stretch) => stretch.includes('<ol>'))).toContain('</ol>');
    expect(stretches.join('')).toContain('<hr>\n<figure>');
  });

  test.each([
    ['', ''],
    ['<p>One.</p>', '<div class="stretch"><p>One.</p></div>'],
    ['<p>One.</p>\n', '<div class="stretch"><p>One.</p>\n</div>'],
  ])('of %j is %j', (html, stretched) => {
    expect(inStretches(html)).toBe(stretched);
  });
});
