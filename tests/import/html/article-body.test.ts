/** Which part of a page is its article, and what of it must not be lost; imitated in our own words. */
import { describe, expect, test } from 'vitest';
import { html } from '../../../src/import/html/html.ts';
import { read } from '../source-of.ts';

const page = (body: string): string =>
  `<!doctype html><html lang="en"><head><title>How the bells are rung</title></head><body>${body}</body></html>`;

async function articleOf(body: string) {
  const { articles } = await read(html, page(body));
  const [{ article, notes }] = articles as [(typeof articles)[0]];
  return { headline: article.headline, body: article.body, codes: notes.map(({ code }) => code) };
}

const one = 'Six of us climb the tower on a Thursday, and the seventh counts the steps aloud so that nobody talks.';
const two = 'The rope is caught at the level of the chin, and it is let go again before anybody has thought about it.';
const three =
  'When the last change is rung the bells stand still, and the jackdaws come back to the louvres one by one.';

describe('the only article of a page', () => {
  const listings = `<p>Catch it:</p><div class="highlight"><pre>pull --hand both</pre></div><p>Let it go:</p><div class="highlight"><pre>pull --none\npull --wait 2</pre></div><p>Again.</p>`;
  const written = [
    'Catch it:',
    '```\npull --hand both\n```',
    'Let it go:',
    '```\npull --none\npull --wait 2\n```',
    'Again.',
  ];

  test.each([
    ['article', `<article><h1>How the bells are rung</h1>${listings}</article>`],
    ['main', `<main><h1>How the bells are rung</h1>${listings}</main>`],
    [
      'article beside comments',
      `<article>${listings}</article><section id="comments"><article>Me too</article></section>`,
    ],
    ['named as its body', `<article><div itemprop="articleBody">${listings}</div></article>`],
  ])('is taken whole, however short: %s', async (_, body) => {
    expect((await articleOf(body)).body).toEqual(written);
  });
});

describe('parts that a script would put in place', () => {
  const late = `<p>${one}</p><p>${two}</p><p>${three}</p>`;

  test.each([
    [
      'a part of the page',
      `<main><article><h1>How the bells are rung</h1><!--$?--><template id="B:a"></template><p>One moment</p><!--/$--></article></main>
       <div hidden id="S:a">${late}</div>`,
    ],
    [
      'the whole page, with a part in it',
      `<!--$?--><template id="x-B:1"></template><p>…</p><!--/$-->
       <div hidden id="x-S:1"><h1>How the bells are rung</h1><p>${one}</p><template id="x-P:2"></template></div>
       <div hidden id="x-S:2"><p>${two}</p><p>${three}</p></div>`,
    ],
    ['a part whose place is gone', `<h1>How the bells are rung</h1><div hidden id="S:4">${late}</div>`],
    ['a shadow tree', `<bell-page><template shadowrootmode="open">${late}</template></bell-page>`],
  ])('are read in it: %s', async (_, body) => {
    expect(await articleOf(body)).toMatchObject({ headline: 'How the bells are rung', body: [one, two, three] });
  });
});

test('text beside the article is told where it is more than the article', async () => {
  const lists = Array.from({ length: 40 }, (_, at) => `<li>The ${at}th change of the long peal was missed</li>`);
  const { codes } = await articleOf(`<div><p>${one}</p><p>${two}</p><p>${three}</p></div><ul>${lists.join('')}</ul>`);
  expect(codes).toContain('I520');
});

describe('a footer', () => {
  test.each([
    [
      'in a quote',
      `<blockquote><p>Nobody rings alone.</p><footer>Ida Fell, <cite>Ropes</cite></footer></blockquote>`,
      '> Nobody rings alone.\n>\n> Ida Fell, *Ropes*',
    ],
    ['in details', `<details><summary>More</summary><p>${two}</p><footer>Ida Fell</footer></details>`, 'Ida Fell'],
    [
      'in a quote of Bootstrap',
      `<figure><blockquote><p>Nobody rings alone.</p></blockquote><figcaption class="blockquote-footer">Ida Fell</figcaption></figure>`,
      'Ida Fell',
    ],
    [
      'in a section',
      `<section><h2>Rope</h2><p>${two}</p><footer><p>Noted in the ringing chamber.</p></footer></section>`,
      'Noted in the ringing chamber.',
    ],
    [
      'that is the header of a section',
      `<section><header><p>In the chamber</p></header><p>${two}</p></section>`,
      'In the chamber',
    ],
    ['that is an address', `<address>The tower, Fell Street 4</address>`, 'The tower, Fell Street 4'],
  ])('%s is kept', async (_, part, kept) => {
    const { body } = await articleOf(
      `<article><h1>How the bells are rung</h1><p>${one}</p>${part}<p>${three}</p></article>`,
    );
    expect(body).toContain(kept);
  });

  test.each([
    ['of the page', `<footer>Printed by the ringers</footer>`],
    [
      'of a post',
      `<section class="entry"><footer class="entry-footer">Posted in <a href="/b">Bells</a></footer></section>`,
    ],
  ])('%s is not', async (_, part) => {
    const { body } = await articleOf(`<article><p>${one}</p><p>${two}</p><p>${three}</p>${part}</article>`);
    expect(body).toEqual([one, two, three]);
  });
});
