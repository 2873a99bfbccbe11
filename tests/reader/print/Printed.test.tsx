// @vitest-environment jsdom
/** What an article says on paper is there while it is printed, and no longer. */
import '@testing-library/jest-dom/vitest';
import { cleanup, fireEvent, render, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { ArticlePageData } from '../../../src/publication/page.ts';
import { Printed } from '../../../src/reader/print/Printed.tsx';
import { print as words } from '../../../src/words/en/print.ts';

afterEach(cleanup);

const article = (canonical?: string) =>
  ({ head: { title: 'A walk in June · Broadsheet', ...(canonical && { canonical }) } }) as ArticlePageData;
const said = (name: string) => document.documentElement.style.getPropertyValue(`--printed-${name}`);
const code = (container: HTMLElement) => container.querySelector('.printed-code');

const begin = () => fireEvent(window, new Event('beforeprint'));
const end = () => fireEvent(window, new Event('afterprint'));

test('the title and the number of the page are there while it is printed', () => {
  render(<Printed page={article()} words={words} />);
  expect(said('title') + said('number')).toBe('');
  begin();
  expect(said('title')).toBe('"A walk in June · Broadsheet"');
  expect(said('number')).toContain('counter(page)');
  end();
  expect(said('title') + said('number')).toBe('');
});

test('they go with the article, should it be left meanwhile', () => {
  const { unmount } = render(<Printed page={article()} words={words} />);
  begin();
  unmount();
  expect(said('title') + said('number')).toBe('');
});

test('the code is drawn for paper, and neither shown on the screen nor spoken', async () => {
  const { container } = render(<Printed page={article('https://paper.example/a/')} words={words} />);
  begin();
  await waitFor(() => expect(code(container)).toBeInTheDocument(), { timeout: 20_000 });
  expect(code(container)).not.toBeVisible();
  expect(code(container)).toHaveAttribute('aria-hidden', 'true');
  expect(code(container)?.querySelector('path')?.getAttribute('d')).toMatch(/^M4 4h7v1/);
  end();
  expect(code(container)).toBeNull();
  // What draws it is here now: it is there as soon as the browser has said that it prints.
  begin();
  expect(code(container)).toBeInTheDocument();
});
