// @vitest-environment jsdom
/** Addresses that are unknown and data that does not come: never a blank page. */
import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { suggestionLists } from '../../src/publication/suggestion-lists.ts';
import { editionWith } from '../fixtures/edition.ts';
import { openPage } from './open-page.tsx';

const edition = editionWith({ articles: { 'harbour-at-night': { headline: 'The harbour at night' } } });

test.each(['/articles/none/', '/zzz/', '/2019/05/old.html', '/%E0%A4%A', '/قدیم/صفحہ/'])(
  '%s is unknown, and there are ways on',
  async (address) => {
    await openPage(edition, address);
    expect(await screen.findByRole('heading', { level: 1, name: 'There is no page at this address' })).toBeVisible();
    expect(screen.getByRole('link', { name: 'The archive' })).toHaveAttribute('href', '/archive/');
    expect(screen.getByRole('complementary', { name: 'Must Read' })).toBeVisible();
  },
);

test('a slip in an address is offered the page that was meant', async () => {
  const lists = suggestionLists(edition);
  await openPage(edition, '/articles/harbor-at-night/', {
    answer: (path) => (lists.has(path) ? Response.json(lists.get(path)) : undefined),
  });
  const perhaps = await screen.findByRole('region', { name: 'Perhaps you were looking for' });
  expect(within(perhaps).getByRole('link', { name: 'The harbour at night' })).toHaveAttribute(
    'href',
    '/articles/harbour-at-night/',
  );
});

test.each([
  ['The server did not answer as it should.', () => new Response('{}', { status: 503 })],
  [
    'The server did not answer as it should.',
    () => new Response('{"kind":', { headers: { 'content-type': 'application/json' } }),
  ],
  ['The server did not answer as it should.', () => Response.json({ something: 'else' })],
  ['There seems to be no connection.', () => Promise.reject(new TypeError('Failed to fetch')) as never],
  [
    'The network answered with something else than this page.',
    () => new Response('<h1>Log in</h1>', { headers: { 'content-type': 'text/html' } }),
  ],
])('%s Trying again helps when the page can be had', async (cause, answer) => {
  let broken = true;
  const click = await openPage(edition, '/articles/harbour-at-night/', {
    answer: () => (broken ? answer() : undefined),
  });
  expect(await screen.findByRole('heading', { level: 1, name: 'This page could not be loaded' })).toBeVisible();
  expect(screen.getByText(cause)).toBeVisible();
  broken = false;
  await click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('heading', { level: 1, name: 'The harbour at night' })).toBeVisible();
  expect(screen.queryByText(cause)).not.toBeInTheDocument();
});
