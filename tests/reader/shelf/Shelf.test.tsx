// @vitest-environment jsdom
/** The shelf as a reader meets it: finding, taking off and putting back, other windows, storage that fails. */
import '@testing-library/jest-dom/vitest';
import 'fake-indexeddb/auto';
import { cleanup, configure, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter } from 'react-router';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Shelf } from '../../../src/reader/shelf/Shelf.tsx';
import { reader as english } from '../../../src/words/en/reader.ts';
import { reader as urdu } from '../../../src/words/ur/reader.ts';
import { deviceStore } from '../../../src/reader/store/device.ts';
import { keepPlace } from '../../../src/reader/place/places.ts';
import { save } from '../../../src/reader/shelf/saved.ts';
import { openStore } from '../../../src/reader/store/store.ts';
import { about, passage, place, put, saved } from '../shelved.ts';

configure({ asyncUtilTimeout: 20_000 });

// jsdom has none.
vi.stubGlobal('CSS', { escape: (text: string) => text });

const user = userEvent.setup();

beforeEach(async () => {
  const store = deviceStore();
  await store.change(['saved', 'places'], async (records) => {
    for (const name of ['saved', 'places'] as const) {
      for (const { article } of await records.all(name)) records.delete(name, article);
    }
  });
});
afterEach(cleanup);

const part = (name: string) => within(screen.getByRole('region', { name }));
const headlines = (name: string) =>
  part(name)
    .queryAllByRole('heading', { level: 3 })
    .map((heading) => heading.textContent);
const button = (name: string | RegExp) => screen.getByRole('button', { name });
/** What a screen reader is told of the lists; other parts of the shelf have their own voice. */
const said = () =>
  screen
    .getAllByRole('status')
    .map((status) => (status.matches('.visually-hidden') ? status.textContent : ''))
    .join('');

async function open(words = english) {
  render(
    <MemoryRouter initialEntries={['/shelf/']}>
      <Shelf words={words} />
    </MemoryRouter>,
  );
  await waitFor(() =>
    expect(screen.queryAllByText(/./, { selector: '.shelf-empty, .shelf-entries a, [role=alert] p' })).not.toEqual([]),
  );
}

const filled = () =>
  put(deviceStore(), {
    saves: [
      saved('hill', 3, { about: about('A hill', { byline: 'By Amna', section: 'World', words: 952 }) }),
      saved('river', 2, { about: about('A river', { gone: '2026-05-03T09:00:00.000Z' }) }),
      saved('urdu', 1, { about: about('اسکرین پر نستعلیق', { lang: 'ur', dir: 'rtl' }) }),
    ],
    places: [
      place('hill', 1, { about: about('A hill', { words: 952 }), fraction: 0.62 }),
      place('sea', 2, { about: about('The sea'), state: 'finished', fraction: 1 }),
    ],
  });

describe('a shelf', () => {
  test('that is empty says in each part how something comes there', async () => {
    await open();
    for (const [name, words] of [
      ['Continue reading', 'Nothing is half read.'],
      ['Saved', 'Nothing is saved yet.'],
      ['Finished', 'Nothing is finished yet.'],
    ] as const) {
      expect(await part(name).findByText(words, { exact: false })).toBeVisible();
      expect(part(name).queryByRole('list')).toBeNull();
    }
  });

  test('says of each article what is known of it and how far it was read', async () => {
    await filled();
    await open();
    await part('Saved').findByText('3 articles');
    expect(headlines('Continue reading')).toEqual(['A hill']);
    expect(headlines('Saved')).toEqual(['A hill', 'A river', 'اسکرین پر نستعلیق']);
    expect(headlines('Finished')).toEqual(['The sea']);
    const [hill] = part('Saved').getAllByRole('listitem');
    for (const words of ['By Amna', 'World', '62% read · 2 minutes left']) {
      expect(within(hill!).getByText(words)).toBeVisible();
    }
    expect(within(hill!).getByRole('link', { name: 'A hill' })).toHaveAttribute('href', '/articles/hill/');
    expect(part('Continue reading').getByRole('link')).toHaveAttribute('href', '/articles/hill/#:place');
    expect(part('Saved').getByText(/On May 3, 2026 the publication no longer had this article/)).toBeVisible();
    const urduHeadline = part('Saved').getByRole('heading', { name: 'اسکرین پر نستعلیق' });
    expect(urduHeadline).toHaveAttribute('lang', 'ur');
    expect(urduHeadline.closest('li')).toHaveAttribute('dir', 'rtl');
    expect(part('Finished').getByText('Read')).toBeVisible();
  });

  test('is searched and sorted, and says what was found', async () => {
    await filled();
    await open();
    await user.type(screen.getByRole('searchbox', { name: 'Search your shelf' }), 'hill');
    await waitFor(() => expect(headlines('Saved')).toEqual(['A hill']));
    await part('Finished').findByText(/Nothing that you finished has these words/);
    await waitFor(() => expect(said()).toBe('Continue reading: 1 article. Saved: 1 article. Finished: 0 articles'));
    await user.clear(screen.getByRole('searchbox'));
    await user.selectOptions(screen.getByRole('combobox', { name: 'In order of' }), 'first touched');
    await waitFor(() => expect(headlines('Saved')).toEqual(['اسکرین پر نستعلیق', 'A river', 'A hill']));
    await user.selectOptions(screen.getByRole('combobox'), 'headline');
    await waitFor(() => expect(headlines('Saved')).toEqual(['A hill', 'A river', 'اسکرین پر نستعلیق']));
  });

  test('shows twenty, and twenty more', async () => {
    await put(deviceStore(), { saves: Array.from({ length: 45 }, (_, index) => saved(`piece-${index}`, index + 1)) });
    await open();
    await part('Saved').findByText('45 articles');
    expect(headlines('Saved')).toHaveLength(20);
    await user.click(button('Show more'));
    await waitFor(() => expect(headlines('Saved')).toHaveLength(40));
    await waitFor(() => expect(part('Saved').getByRole('link', { name: 'The piece-24' })).toHaveFocus());
    await user.click(button('Show more'));
    await waitFor(() => expect(headlines('Saved')).toHaveLength(45));
    expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();
  });
});

describe('what is taken off', () => {
  test('leaves the way back in its place, where the focus is, and is said', async () => {
    await filled();
    await open();
    await part('Saved').findByText('3 articles');
    await user.click(button('Remove: A river'));
    const undo = await screen.findByRole('button', { name: 'Undo' });
    await waitFor(() => expect(undo).toHaveFocus());
    expect(said()).toBe('“A river” is removed from your shelf.');
    await part('Saved').findByText('2 articles');
    const rows = part('Saved')
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent);
    expect(rows[1]).toBe('“A river” is removed from your shelf. Undo');
    expect(rows).toHaveLength(3);
    await user.keyboard('{Enter}');
    await waitFor(() => expect(headlines('Saved')).toEqual(['A hill', 'A river', 'اسکرین پر نستعلیق']));
    await waitFor(() => expect(part('Saved').getByRole('link', { name: 'A river' })).toHaveFocus());
    expect(said()).toBe('“A river” is as it was.');
  });

  test('may be the first, the last and all of them', async () => {
    await filled();
    await open();
    await part('Saved').findByText('3 articles');
    for (const name of ['A hill', 'اسکرین پر نستعلیق', 'A river']) {
      await user.click(part('Saved').getByRole('button', { name: `Remove: ${name}` }));
      await part('Saved').findByText(`“${name}” is removed from your shelf.`);
    }
    await waitFor(() => expect(headlines('Saved')).toEqual([]));
    expect(part('Saved').getAllByRole('button', { name: 'Undo' })).toHaveLength(3);
    for (const undo of part('Saved').getAllByRole('button', { name: 'Undo' })) await user.click(undo);
    await waitFor(() => expect(headlines('Saved')).toEqual(['A hill', 'A river', 'اسکرین پر نستعلیق']));
  });

  test('by being marked as finished is finished, and by being marked as unread unread', async () => {
    await filled();
    await open();
    await part('Saved').findByText('3 articles');
    await user.click(part('Continue reading').getByRole('button', { name: 'Mark as finished: A hill' }));
    await waitFor(() => expect(headlines('Finished')).toEqual(['A hill', 'The sea']));
    expect(part('Continue reading').getByText('“A hill” is finished.')).toBeVisible();
    await user.click(part('Finished').getByRole('button', { name: 'Mark as unread: The sea' }));
    await waitFor(() => expect(headlines('Finished')).toEqual(['A hill']));
    await user.click(part('Finished').getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(headlines('Finished')).toEqual(['A hill', 'The sea']));
    await user.click(part('Continue reading').getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(headlines('Continue reading')).toEqual(['A hill']));
    expect(part('Continue reading').getByText('62% read · 2 minutes left')).toBeVisible();
  });

  test('stays among what is saved when it is only marked, with the way back', async () => {
    await filled();
    await open();
    await part('Saved').findByText('3 articles');
    await user.click(part('Saved').getByRole('button', { name: 'Mark as finished: A hill' }));
    await user.click(await part('Saved').findByRole('button', { name: 'Undo: A hill' }));
    await part('Saved').findByText('62% read · 2 minutes left');
    await waitFor(() => expect(part('Saved').queryByRole('button', { name: /Undo/ })).toBeNull());
  });
});

test('another window’s changes are there at once', async () => {
  await open();
  const other = openStore(import.meta.env.BASE_URL);
  await save(other, 'hill', about('A hill'));
  await waitFor(() => expect(headlines('Saved')).toEqual(['A hill']));
  await keepPlace(other, 'hill', about('A hill'), { passage: passage('words'), fraction: 0.3 }, 'reading');
  await waitFor(() => expect(headlines('Continue reading')).toEqual(['A hill']));
  await part('Saved').findByText('30% read');
  other.close();
});

describe('storage that fails', () => {
  test('is said with its reason, and can be tried again', async () => {
    await filled();
    const broken = vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(() => {
      throw new DOMException('gone', 'AbortError');
    });
    await open();
    const [alert] = await part('Saved').findAllByRole('alert');
    expect(alert).toHaveTextContent('What is kept on this device cannot be shown.');
    expect(alert).toHaveTextContent(english.problems.lost);
    broken.mockRestore();
    await user.click(part('Saved').getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(headlines('Saved')).toHaveLength(3));
    expect(part('Saved').queryByRole('alert')).toBeNull();
  });

  test('changes nothing, and says so', async () => {
    await filled();
    await open();
    await part('Saved').findByText('3 articles');
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    await user.click(button('Remove: A river'));
    const alert = await part('Saved').findByRole('alert');
    expect(alert).toHaveTextContent('Nothing was changed.');
    expect(alert).toHaveTextContent(english.problems.full);
    expect(headlines('Saved')).toHaveLength(3);
    expect(said()).toBe('');
  });
});

test('it speaks Urdu', async () => {
  await filled();
  await open(urdu);
  await part('محفوظ').findByText('3 تحریریں');
  expect(part('محفوظ').getByText('62 فیصد پڑھی · 2 منٹ باقی')).toBeVisible();
  await user.click(button('ہٹائیے: A river'));
  await waitFor(() => expect(button('واپس لائیے')).toHaveFocus());
});
