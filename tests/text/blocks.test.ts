// @vitest-environment jsdom
/** The blocks of a text, which are the same whether a long text is set in stretches or not. */
import { beforeEach, describe, expect, test } from 'vitest';
import { inStretches } from '../../src/publication/stretches.ts';
import { blockAround, blocksOf } from '../../src/text/blocks.ts';
import { rangeOf, spanOf, textOf } from '../../src/text/text-of-body.ts';

const html = Array.from(
  { length: 60 },
  (_, number) =>
    `<h2>Chapter ${number}</h2>\n<p>${`The words of <em>chapter ${number}</em> go on. `.repeat(30)}</p>\n<ul><li>one</li><li>two</li></ul>`,
).join('\n');

let plain: Element;
let stretched: Element;

beforeEach(() => {
  document.body.innerHTML = `<div id="plain">${html}</div><div id="stretched">${inStretches(html)}</div>`;
  [plain, stretched] = [document.querySelector('#plain')!, document.querySelector('#stretched')!];
});

describe('in stretches', () => {
  test('there are several', () => {
    expect(stretched.querySelectorAll('.stretch').length).toBeGreaterThan(3);
  });

  test('the blocks are those of the text without them, in number and order', () => {
    expect(blocksOf(stretched).map((block) => block.outerHTML)).toEqual(
      blocksOf(plain).map((block) => block.outerHTML),
    );
  });

  test('the text is the same, to the character', () => {
    expect(textOf(stretched).text).toBe(textOf(plain).text);
  });

  test('words lie where they lay', () => {
    const text = textOf(stretched);
    const start = text.text.indexOf('chapter 41');
    const range = rangeOf(text, start, start + 10)!;
    expect(range.toString()).toBe('chapter 41');
    expect(spanOf(text, range)).toEqual({ start, end: start + 10 });
    expect(blockAround(stretched, range.startContainer)?.tagName).toBe('P');
  });
});

test('the block around a node is the block itself, and none outside the text', () => {
  const [heading] = blocksOf(stretched);
  expect(blockAround(stretched, heading!)).toBe(heading);
  expect(blockAround(plain, stretched)).toBeUndefined();
});
