// @vitest-environment jsdom
/** The reader's own page: what it says before anything of it is loaded, and when it is there. */
import 'fake-indexeddb/auto';
import { screen, within } from '@testing-library/react';
import { renderToString } from 'react-dom/server';
import { expect, test } from 'vitest';
import { WordsProvider } from '../../src/components/words-context.tsx';
import { ShelfPage } from '../../src/pages/ShelfPage.tsx';
import { screen as english } from '../../src/words/en/interface.ts';
import { press as urduPress, screen as urdu } from '../../src/words/ur/interface.ts';
import { pageAt } from '../../src/publication/site.ts';
import { editionWith } from '../fixtures/edition.ts';
import { openPage } from './open-page.tsx';

const edition = editionWith({ articles: { hill: {} } });

test('the HTML says what the page is and what it needs, and holds no control', () => {
  const page = pageAt(edition, '/shelf/');
  if (page?.kind !== 'shelf') throw new Error('no shelf');
  const html = renderToString(
    <WordsProvider value={english}>
      <ShelfPage page={page} />
    </WordsProvider>,
  );
  const text = new DOMParser().parseFromString(html, 'text/html').body.textContent;
  expect(text).toContain('Your shelf');
  expect(text).toContain('It is kept on this device and nowhere else.');
  expect(text).toContain('for that it needs JavaScript.');
  expect(html).not.toMatch(/<(?:button|input|select|form)/);
});

test('the shelf comes under its heading, with a part for each thing that is kept', async () => {
  await openPage(edition, '/shelf/');
  const main = within(screen.getByRole('main'));
  await main.findByRole('search');
  const headings = main.getAllByRole('heading').map((heading) => `${heading.tagName} ${heading.textContent}`);
  expect(headings.slice(0, 4)).toEqual(['H1 Your shelf', 'H2 Continue reading', 'H2 Saved', 'H2 Finished']);
});

test('it is there in Urdu', async () => {
  await openPage(editionWith({ publication: { language: 'ur' }, articles: { hill: {} } }, urduPress), '/shelf/', {
    words: urdu,
  });
  const main = within(screen.getByRole('main'));
  await main.findByRole('search');
  expect(main.getByRole('heading', { level: 1 }).textContent).toBe('آپ کی الماری');
  expect(main.getByRole('heading', { name: 'پڑھنا جاری رکھیے' })).toBeDefined();
});
