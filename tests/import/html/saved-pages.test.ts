/** Pages with what lies beside them: pictures that a browser saved, posts of Tumblr's export. */
import { describe, expect, test } from 'vitest';
import { contentOf, emptyFolder, folderWith, reportOf } from '../import-folder.ts';

const png =
  'iVBORw0KGgoAAAANSUhEUgAAADwAAAAoCAIAAAAt2Q6oAAAAO0lEQVR42u3OQQkAAAgEsItjRCMayxQ+hMECLNP1TqSlpaWlpaWlpaWlpaWlpaWlpaWlpaWlpaWlpS8tgZsvxPyBlo0AAAAASUVORK5CYII=';
const words =
  '<p>Every evening the ferry comes in late, and every evening the same man waits for it with a lantern and a loaf.</p>';
const page = (picture: string, head = ''): string =>
  `<!doctype html><html lang="en"><head><title>The lantern of the pier</title>${head}</head><body><article><h1>The lantern of the pier</h1>${words}<figure>${picture}<figcaption>A lantern</figcaption></figure>${words.replace('evening', 'morning')}</article></body></html>`;
const canonical = '<link rel="canonical" href="https://pier.example/lantern/">';

async function imported(files: Readonly<Record<string, string>>) {
  const data = emptyFolder();
  const pictures = { 'page_files/a lamp.png': png, 'page_files/lamp.png': png };
  const input = Object.fromEntries(
    Object.entries(pictures).map(([name, bytes]) => [name, Buffer.from(bytes, 'base64')]),
  );
  const { items, written } = await reportOf('--data', data, '--section', 'news', folderWith({ ...input, ...files }));
  return {
    items,
    written,
    articles: written.filter((name) => name.startsWith('articles/')).map((name) => contentOf(data, name)),
  };
}

describe('a picture of a saved page', () => {
  const shown = '![Lit](/images/lamp.png "A lantern")';
  test.each([
    ['beside it', page('<img src="./page_files/lamp.png" alt="Lit">'), shown],
    ['beside it, with an address of the page', page('<img src="page_files/lamp.png" alt="Lit">', canonical), shown],
    [
      'with a space in its name',
      page('<img src="page_files/a%20lamp.png" alt="Lit">'),
      shown.replace('lamp', 'a-lamp'),
    ],
    ['in a set', page('<img srcset="page_files/lamp.png 400w, page_files/none.png 800w" alt="Lit">'), shown],
    [
      'in a source',
      page(
        '<picture><source srcset="page_files/lamp.png 2x"><img src="https://pier.example/l.png" alt="Lit"></picture>',
      ),
      shown,
    ],
    [
      'before the address for later',
      page('<img src="page_files/lamp.png" data-src="/l.png" alt="Lit">', canonical),
      shown,
    ],
    [
      'in the page itself',
      page(`<img src="data:image/png;base64,${png}" alt="Lit">`),
      shown.replace('lamp', 'picture'),
    ],
    [
      'only on its site',
      page('<img src="page_files/none.png" alt="Lit">', canonical),
      '[Lit](https://pier.example/lantern/page_files/none.png "A lantern")',
    ],
  ])('%s', async (_what, html, expected) => {
    const { articles } = await imported({ 'page.html': html });
    expect(articles).toHaveLength(1);
    expect(articles[0]!['body']).toContain(expected);
  });

  test('outside the folder is not read', async () => {
    const { articles } = await imported({ 'in/page.html': page('<img src="../../lamp.png" alt="Lit">') });
    expect(JSON.stringify(articles[0]!['body'])).not.toContain('images/');
  });
});

test('a post of Tumblr has the date and the tags of its foot, and its picture', async () => {
  const foot = `<div id="footer"><span id="timestamp"> May 2nd, 2016 1:05am </span><span class="tag">piers</span> <span class="tag">#late ferries</span></div>`;
  const { articles } = await imported({
    'posts/html/7.html': `<!DOCTYPE HTML><html><head></head><body>${words}<img src="../../page_files/lamp.png"/>${foot}</body></html>`,
  });
  expect(articles[0]).toMatchObject({ published: '2016-05-02', tags: ['piers', 'late-ferries'] });
  expect(articles[0]!['body']).toHaveLength(2);
});
