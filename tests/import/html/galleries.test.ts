/** Several pictures in one frame: whose caption is whose. Markup as WordPress and others write it. */
import { expect, test } from 'vitest';
import { markdownOf } from '../../../src/import/html/markdown-of.ts';

const bell = '<img src="https://tower.example/bell.jpg" alt="Bell">';
const rope = '<img src="https://tower.example/rope.jpg" alt="Rope">';
const caption = (words: string): string => `<figcaption>${words}</figcaption>`;
const picture = (name: string, words?: string): string =>
  `![${name}](https://tower.example/${name.toLowerCase()}.jpg${words === undefined ? '' : ` "${words}"`})`;
const [cast, worn, all] = ['Cast here. Photo: I. Fell', 'Worn. Photo: M. Sand', 'Both from the tower'];

test.each([
  [
    'figures in a figure',
    `<figure class="wp-block-gallery"><figure>${bell}${caption(cast)}</figure><figure>${rope}${caption(worn)}</figure></figure>`,
    [picture('Bell', cast), picture('Rope', worn)],
  ],
  [
    'a list in a figure, with a caption of all',
    `<figure><ul class="blocks-gallery-grid"><li><figure>${bell}${caption(cast)}</figure></li><li><figure>${rope}</figure></li></ul>${caption(all)}</figure>`,
    [picture('Bell', cast), picture('Rope'), all],
  ],
  [
    'a list without figures',
    `<figure><ul><li>${bell}<p class="caption">${cast}</p></li><li>${rope}<p class="caption">${worn}</p></li></ul></figure>`,
    [picture('Bell', cast), picture('Rope', worn)],
  ],
  [
    'each followed by its own',
    `<figure>${bell}${caption(cast)}${rope}${caption(worn)}</figure>`,
    [picture('Bell', cast), picture('Rope', worn)],
  ],
  ['a pair with one', `<figure>${bell}${rope}${caption(all)}</figure>`, [picture('Bell'), picture('Rope', all)]],
  [
    'beside other text',
    `<figure><figure>${bell}${caption(cast)}</figure><p>The tower</p><figure>${rope}</figure>${caption(all)}</figure>`,
    [picture('Bell', cast), 'The tower', picture('Rope'), all],
  ],
  [
    'beside other text, each with its own',
    `<figure><figure>${bell}${caption(cast)}</figure><p>The tower</p><figure>${rope}${caption(worn)}</figure></figure>`,
    [picture('Bell', cast), 'The tower', picture('Rope', worn)],
  ],
  [
    'a caption and a credit',
    `<figure>${bell}${caption('Cast here.')}<span class="photo-credit">Photo: I. Fell</span></figure>`,
    [picture('Bell', cast)],
  ],
])('%s', (_, html, blocks) => {
  expect(markdownOf(html).blocks).toEqual(blocks);
});
