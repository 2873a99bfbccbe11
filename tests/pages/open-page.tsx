/** Puts the whole app at an address of an edition, as a browser has it after a navigation. */
import '@testing-library/jest-dom/vitest';
import { act, cleanup, configure, render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { afterEach, beforeEach, vi } from 'vitest';
import { forgetAll } from '../../src/page-store.ts';
import { dataAddress } from '../../src/publication/addresses.ts';
import type { Edition } from '../../src/publication/edition.ts';
import type { ScreenWords } from '../../src/words/words.ts';
import { screen as english } from '../../src/words/en/interface.ts';
import { addressesOf, pageAt } from '../../src/publication/site.ts';
import { App } from '../../src/App.tsx';

// A busy machine is slow, not wrong.
configure({ asyncUtilTimeout: 20_000 });

/** jsdom has no layout, so nothing is ever near the window. */
class NothingIsNear {
  observe() {}
  disconnect() {}
}

beforeEach(() => {
  forgetAll();
  vi.stubGlobal('IntersectionObserver', NothingIsNear);
  vi.stubGlobal('scrollTo', () => {});
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

type Options = { words?: ScreenWords; answer?: (path: string) => Response | undefined };

/** Answers a click that waits for what it brings, when the page has come. `answer` may give another answer of the network for a path. */
export async function openPage(
  edition: Edition,
  address: string,
  options: Options = {},
): Promise<(element: HTMLElement) => Promise<void>> {
  const files = new Map([...addressesOf(edition)].map((each) => [dataAddress(each), each]));
  vi.stubGlobal('fetch', async (input: string) => {
    const given = options.answer?.(input);
    if (given) return given;
    const known = files.get(input);
    return known ? Response.json(pageAt(edition, known)) : new Response('Not found', { status: 404 });
  });
  await act(async () => {
    render(
      <MemoryRouter initialEntries={[address]}>
        <App words={options.words ?? english} />
      </MemoryRouter>,
    );
  });
  await screen.findByRole('main');
  return (element) => act(async () => element.click());
}

/** Texts of elements, with white space as a reader has it. */
export const texts = (elements: readonly Element[]): string[] =>
  elements.map((element) => (element.textContent ?? '').replace(/\s+/g, ' ').trim());
