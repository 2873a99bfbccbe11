// @vitest-environment jsdom
/** A kept page in the document of the shell: whole without script, and with data that nothing can break out of. */
import { describe, expect, test } from 'vitest';
import { documentOfKept } from '../../src/offline/kept-document.ts';
import { type Page, pageShape } from '../../src/publication/page.ts';
import { pageOfArticle } from '../publication/article-pages.ts';

const shell =
  '<!doctype html><html lang="en"><head><title>No line</title></head><body><div id="root"><header>Post</header>' +
  '<div class="layout layout-failed"><main><h1>No line</h1></main></div><footer></footer></div>' +
  '<script type="application/json" id="page">{"address":"/offline.html"}</script><script src="/a.js"></script></body></html>';

const kept = '2026-05-03T10:00:00.000Z';

function opened(page: Page): Document {
  const html = documentOfKept(shell, '/articles/hill/', { data: JSON.stringify({ shape: pageShape, ...page }), kept });
  return new DOMParser().parseFromString(html ?? '', 'text/html');
}

describe('an article', () => {
  const page = pageOfArticle({ headline: 'A "hill" & <more>', standfirst: 'It stands.', authors: ['amna'] });
  page.texts = { body: '<p>Its <em>text</em>, $& and $1.</p>' };

  test('is to be read before any script, under its own title', () => {
    const document = opened(page);
    expect(document.title).toContain('A "hill" & <more>');
    expect(document.querySelector('h1')?.textContent).toBe('A "hill" & <more>');
    expect(document.querySelector('.standfirst')?.textContent).toBe('It stands.');
    expect(document.querySelector('.prose')?.innerHTML).toBe('<p>Its <em>text</em>, $&amp; and $1.</p>');
    expect(document.querySelector('.byline-names')?.textContent).toBe('By Amna');
    expect(document.querySelector('.layout')?.className).toBe('layout layout-article');
  });

  test('has its data beside it, its own address, and says since when it is here', () => {
    const document = opened(page);
    const { address, page: data } = JSON.parse(document.getElementById('page')?.textContent ?? '') as {
      address: string;
      page: Page;
    };
    expect(address).toBe('/articles/hill/');
    expect(data).toEqual({ shape: pageShape, ...JSON.parse(JSON.stringify(page)) });
    expect(document.getElementById('root')?.dataset['kept']).toBe(kept);
    expect(document.querySelectorAll('script')).toHaveLength(2);
  });

  test('says its language and direction', () => {
    const urdu = pageOfArticle({ headline: 'پہاڑی', language: 'ur' });
    const article = opened(urdu).querySelector('article');
    expect([article?.lang, article?.dir]).toEqual(['ur', 'rtl']);
  });

  test('ends no element of the document by what stands in its text', () => {
    const hostile = pageOfArticle({ headline: '</script><script>alert(1)</script></title><!--' });
    hostile.texts = { body: '<p>&lt;/script&gt;</p>' };
    const document = opened(hostile);
    expect(document.querySelectorAll('script')).toHaveLength(2);
    expect(document.querySelector('h1')?.textContent).toBe('</script><script>alert(1)</script></title><!--');
    expect(document.querySelector('footer')).not.toBeNull();
  });
});

test('a page without a text of its own has its data, and its place is empty until the app is there', () => {
  const { frame, head } = pageOfArticle({});
  const document = opened({ kind: 'front', frame, head, texts: {}, blocks: [] });
  expect(document.querySelector('main')?.textContent).toBe('');
  expect(document.querySelector('.layout')?.className).toBe('layout layout-front');
});
