// @vitest-environment jsdom
/** What an article says on paper is there while it is shown, and no longer. */
import '@testing-library/jest-dom/vitest';
import { cleanup, render, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { ArticlePageData } from '../../../src/publication/page.ts';
import { Printed } from '../../../src/reader/print/Printed.tsx';
import { print as words } from '../../../src/words/en/print.ts';

afterEach(cleanup);

const article = (canonical?: string) =>
  ({ head: { title: 'A walk in June · Broadsheet', ...(canonical && { canonical }) } }) as ArticlePageData;
const said = (name: string) => document.documentElement.style.getPropertyValue(`--printed-${name}`);
const code = (container: HTMLElement) => container.querySelector('.printed-code');

test('the title and the number of the page go with the article', () => {
  const { unmount } = render(<Printed page={article()} words={words} />);
  expect(said('title')).toBe('"A walk in June · Broadsheet"');
  expect(said('number')).toContain('counter(page)');
  unmount();
  expect(said('title') + said('number')).toBe('');
});

test('the code is drawn when the page is idle, and neither shown on the screen nor spoken', async () => {
  const { container } = render(<Printed page={article('https://paper.example/a/')} words={words} />);
  expect(code(container)).toBeNull();
  await waitFor(() => expect(code(container)).toBeInTheDocument(), { timeout: 20_000 });
  expect(code(container)).not.toBeVisible();
  expect(code(container)).toHaveAttribute('aria-hidden', 'true');
  expect(code(container)?.querySelector('path')?.getAttribute('d')).toMatch(/^M4 4h7v1/);
});
