// @vitest-environment jsdom
/** Search as readers meet it: by role and label, with the index of a small publication behind it. */
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test } from 'vitest';
import { searchIndexInMemory } from '../../src/press/search/search-index.ts';
import { press as pressUrdu, screen as urdu } from '../../src/words/ur/interface.ts';
import { editionWith, pieces, type Parts } from '../fixtures/edition.ts';
import { openPage, texts } from './open-page.tsx';

const content: Parts = {
  authors: { 'jane-doe': {}, amna: { name: 'آمنہ' } },
  articles: {
    lamp: {
      headline: 'The lamp at the quay',
      authors: ['jane-doe'],
      published: '2026-03-01',
      body: ['The keeper lit the lamp at dusk.'],
    },
    keeper: {
      headline: 'Keepers of the coast',
      section: 'people',
      published: '2025-05-01',
      body: ['They look after lamps.'],
    },
    bandargah: {
      headline: 'بندرگاہ کی روشنی',
      language: 'ur',
      authors: ['amna'],
      published: '2024-01-01',
      body: ['چراغ ہر شام جلتا ہے۔'],
    },
    ...pieces(45, (number) => ({ headline: `Tide table ${number}`, body: ['High water and low water.'] })),
  },
};

let fault: ((file: string) => Response | undefined) | undefined;

/** Opens the page at an address as the browser has it, and answers its field. */
async function openSearch(address = '/search/', parts: Parts = content): Promise<HTMLElement> {
  const words = parts.publication?.language === 'ur' ? urdu : undefined;
  const edition = editionWith(parts, words && pressUrdu);
  const { directory, files } = searchIndexInMemory(edition);
  history.replaceState(null, '', address);
  await openPage({ ...edition, searchIndex: () => directory }, address, {
    words,
    answer: (path) => {
      const text = files.get(path.slice(1));
      if (text === undefined) return undefined;
      return fault?.(path) ?? new Response(text, { headers: { 'content-type': 'text/plain' } });
    },
  });
  await screen.findByRole('region', { name: words ? 'نتائج' : 'Results' });
  return screen.getByRole('searchbox');
}

beforeEach(() => {
  fault = undefined;
});

const results = () => within(screen.getByRole('region', { name: /Results|نتائج/ }));

/** The headlines of the results, once they are these. */
const shows = (headlines: string[]) =>
  waitFor(() => expect(texts(results().queryAllByRole('heading', { level: 2 }))).toEqual(headlines));
const both = ['The lamp at the quay', 'Keepers of the coast'];
const queryOf = (name: string) => new URLSearchParams(location.search).get(name);

describe('the form', () => {
  test('is a landmark with a field that has a name, and works as a form of its own', async () => {
    const field = await openSearch();
    expect(screen.getByRole('heading', { level: 1, name: 'Search' })).toBeVisible();
    const form = screen.getByRole('search');
    expect(within(form).getByLabelText('Words from an article, its author or its subject')).toBe(field);
    expect(form).toHaveAttribute('action', '/search/');
    expect(field).toHaveAttribute('name', 'q');
    expect(await screen.findByText(/Every word of every article/)).toBeVisible();
  });

  test('search is one link away from every page', async () => {
    await openPage(editionWith(content), '/');
    expect(within(screen.getByRole('banner')).getByRole('link', { name: 'Search' })).toHaveAttribute(
      'href',
      '/search/',
    );
  });
});

describe('results', () => {
  test('come as one types: headline, byline, date, and the words marked', async () => {
    const field = await openSearch();
    await userEvent.type(field, 'lamp du');
    await shows(['The lamp at the quay']);
    const result = screen.getByRole('article');
    expect(within(result).getByRole('link')).toHaveAttribute('href', '/articles/lamp/');
    expect(result).toHaveTextContent('By Jane Doe');
    expect(result).toHaveTextContent('1 March 2026');
    expect(texts([...result.querySelectorAll('mark')])).toEqual(['lamp', 'lamp', 'dusk']);
    await waitFor(() => expect(queryOf('q')).toBe('lamp du'));
  });

  test('are said once the reader rests', async () => {
    const field = await openSearch();
    await userEvent.type(field, 'lamp');
    await waitFor(() => expect(results().getByRole('status')).toHaveTextContent('2 articles'));
  });

  test('are there for an address with a query', async () => {
    const field = await openSearch('/search/?q=quay');
    expect(field).toHaveValue('quay');
    await shows(['The lamp at the quay']);
  });

  test('in another language say so', async () => {
    await openSearch(`/search/?q=${encodeURIComponent('بندرگاه كي')}`);
    await shows(['بندرگاہ کی روشنی']);
    const heading = results().getByRole('heading', { level: 2 });
    expect(heading).toHaveAttribute('lang', 'ur');
    expect(heading.closest('[dir]')).toHaveAttribute('dir', 'rtl');
  });

  test('stand on pages of twenty', async () => {
    await openSearch('/search/?q=tide');
    expect(await screen.findByText('45 articles')).toBeVisible();
    expect(screen.getByText('Page 1 of 3')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Next' }));
    expect(await screen.findByText('Page 2 of 3')).toBeVisible();
    expect(queryOf('page')).toBe('2');
    expect(results().getByRole('list')).toHaveAttribute('start', '21');
  });

  test('arrow keys go down to them, through them and back', async () => {
    const field = await openSearch('/search/?q=lamp');
    await shows(both);
    field.focus();
    const links = screen.getAllByRole('article').map((result) => within(result).getByRole('link'));
    await userEvent.keyboard('{ArrowDown}');
    expect(links[0]).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}');
    expect(links[1]).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}');
    expect(links[1]).toHaveFocus();
    await userEvent.keyboard('{ArrowUp}{ArrowUp}');
    expect(field).toHaveFocus();
  });
});

describe('what narrows and orders them', () => {
  test.each([
    ['Section', 'People', 'section', 'people', ['Keepers of the coast']],
    ['Author', 'Jane Doe', 'author', 'jane-doe', ['The lamp at the quay']],
    ['Year', '2025', 'year', '2025', ['Keepers of the coast']],
    ['Order', 'Newest first', 'sort', 'date', both],
  ])('%s: %s', async (label, choice, name, value, expected) => {
    await openSearch('/search/?q=lamp');
    await shows(both);
    await userEvent.selectOptions(screen.getByRole('combobox', { name: label }), choice);
    await shows(expected);
    expect(queryOf(name)).toBe(value);
  });

  test('where a filter leaves nothing, the same is offered without it', async () => {
    await openSearch('/search/?q=dusk&year=2025');
    await userEvent.click(await screen.findByRole('button', { name: 'Search everywhere instead' }));
    await shows(['The lamp at the quay']);
    expect(location.search).toBe('?q=dusk');
  });
});

describe('where there is nothing, something is said', () => {
  test('of one letter', async () => {
    const field = await openSearch();
    await userEvent.type(field, 'l');
    expect(await screen.findByText('One letter stands nearly everywhere. Type one more.')).toBeVisible();
  });

  test('of a word that nobody wrote: words that begin alike, and the archive', async () => {
    await openSearch('/search/?q=lampozzz');
    expect(await screen.findByText('Nothing was found for “lampozzz”.')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Look through the archive' })).toHaveAttribute('href', '/archive/');
    await userEvent.click(screen.getByRole('button', { name: 'lamp' }));
    await shows(both);
    expect(screen.getByRole('searchbox')).toHaveValue('lamp');
    await waitFor(() => expect(screen.getByRole('searchbox')).toHaveFocus());
  });

  test('of a slip of the hand: what it was taken for', async () => {
    await openSearch('/search/?q=keepre');
    expect(await screen.findByText(/No article has “keepre”. These have “keepers?”./)).toBeVisible();
    await shows(['Keepers of the coast', 'The lamp at the quay']);
  });

  test('of words that no article has together', async () => {
    await openSearch('/search/?q=dusk+coast');
    expect(await screen.findByText('No article has all of these words. These have some of them.')).toBeVisible();
  });

  test('of an empty field: what can be asked', async () => {
    const field = await openSearch('/search/?q=lamp');
    await shows(both);
    await userEvent.clear(field);
    expect(await screen.findByText(/Every word of every article/)).toBeVisible();
    expect(screen.queryByRole('article')).not.toBeInTheDocument();
  });
});

describe('problems', () => {
  test.each([
    ['a server in trouble', () => new Response('no', { status: 503 })],
    ['no line', () => Promise.reject(new TypeError('Failed to fetch')) as never],
  ])('%s: the words stay, and trying again helps', async (_, answer) => {
    fault = answer;
    const field = await openSearch('/search/?q=lamp');
    expect(await screen.findByRole('alert')).toHaveTextContent('could not be fetched');
    expect(field).toHaveValue('lamp');
    fault = undefined;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await shows(both);
  });

  test.each([
    ['a folder that is gone', () => new Response('Not found', { status: 404 })],
    ['a host that answers with a page', () => new Response('<h1>x</h1>', { headers: { 'content-type': 'text/html' } })],
  ])('%s: the publication has changed', async (_, answer) => {
    fault = answer;
    await openSearch('/search/?q=lamp');
    expect(await screen.findByRole('alert')).toHaveTextContent('has changed since the page was loaded');
    expect(screen.getByRole('button', { name: 'Load again' })).toBeVisible();
  });

  test('an answer that comes late does not replace the one that was asked for after it', async () => {
    let letGo = () => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const field = await openSearch();
    fault = (path) =>
      path.includes('/texts/') ? (held.then(() => new Response('{}')) as unknown as Response) : undefined;
    fireEvent.input(field, { target: { value: 'dusk' } });
    await waitFor(() => expect(screen.getByRole('region', { name: 'Results' })).toHaveAttribute('aria-busy', 'true'));
    fault = undefined;
    fireEvent.input(field, { target: { value: 'coast' } });
    await shows(['Keepers of the coast']);
    letGo();
    await held;
    await shows(['Keepers of the coast']);
  });
});

test('in Urdu, every word of the page is', async () => {
  await openSearch('/search/?q=lamp', { ...content, publication: { language: 'ur' } });
  expect(await screen.findByText(/^2 تحریریں$/, { selector: '.meta' })).toBeVisible();
  expect(screen.getByRole('combobox', { name: 'ترتیب' })).toBeVisible();
  expect(screen.getByRole('button', { name: 'تلاش' })).toBeVisible();
});
