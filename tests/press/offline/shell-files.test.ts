/** The files by which a site is read without a line. */
import { describe, expect, test } from 'vitest';
import { shellFiles } from '../../../src/press/offline/shell-files.ts';
import { documentOf } from '../../../src/press/page-html.ts';
import { screen } from '../../../src/words/en/interface.ts';
import { editionWith } from '../../fixtures/edition.ts';

const html =
  '<html lang="en" dir="ltr"><head><style>@font-face{src:url(/folder/assets/literata-abcdefgh.woff2)}</style><!--head-->' +
  '</head><body><div id="root"><!--page--></div><!--data--><script type="module" src="/folder/assets/index-1.js"></script></body></html>';

const edition = { ...editionWith({ mustRead: [{ article: 'hill' }], articles: { hill: {} } }), base: '/folder/' };

function made(change: { worker?: string; bundled?: string[]; name?: string } = {}) {
  const named = { ...edition, content: { ...edition.content } };
  named.content.publication = { ...named.content.publication, name: change.name ?? 'The Harbour Post' };
  const files = shellFiles({
    edition: named,
    words: screen,
    render: (address, page) => ({
      preloads: '',
      html: `<main>${page.kind} ${page.frame.mustRead.length}</main>`,
      data: address,
    }),
    document: documentOf(html, named, 'literata'),
    bundled: change.bundled ?? ['assets/index-1.js', 'assets/Shelf-2.css', 'assets/nastaliq-3.woff2', 'icon.svg'],
    worker: change.worker ?? 'work()',
  });
  const texts = new Map(files.map(({ file, text }) => [file, text]));
  const [, shell = ''] = /^const shell=(\{.*?\});/.exec(texts.get('sw.js') ?? '') ?? [];
  return { texts, shell: JSON.parse(shell) as { id: string; files: string[] } };
}

describe('the shell', () => {
  test('is the document, all code and sheets, and the faces that pages ask for; other faces come when they are used', () => {
    expect(made().shell.files).toEqual([
      'offline.html',
      'assets/index-1.js',
      'assets/Shelf-2.css',
      'assets/literata-abcdefgh.woff2',
    ]);
  });

  test('has another name when a file, the document or the worker is another, and else the same', () => {
    const ids = [made(), made({ worker: 'other()' }), made({ bundled: ['assets/index-9.js'] }), made({ name: 'Post' })];
    expect(new Set(ids.map(({ shell }) => shell.id)).size).toBe(4);
    expect(made().shell.id).toBe(made().shell.id);
  });

  test('does not change with what is in Must Read: an edit of content is no new code', () => {
    expect(made().texts.get('offline.html')).toContain('<main>failed 0</main>');
  });
});

test('the document is not for search engines, and is called what it says', () => {
  const text = made().texts.get('offline.html');
  expect(text).toContain('<title>This page could not be loaded · The Harbour Post</title>');
  expect(text).toContain('name="robots" content="noindex"');
});
