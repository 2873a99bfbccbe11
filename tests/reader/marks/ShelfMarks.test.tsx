// @vitest-environment jsdom
/** All marks on the shelf, as a reader goes through them. */
import '@testing-library/jest-dom/vitest';
import 'fake-indexeddb/auto';
import { cleanup, configure, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ShelfMarks } from '../../../src/reader/marks/ShelfMarks.tsx';
import { reader } from '../../../src/words/en/reader.ts';
import { deviceStore } from '../../../src/reader/store/device.ts';
import { keep } from '../../../src/reader/marks/marks.ts';

configure({ asyncUtilTimeout: 20_000 });
afterEach(cleanup);
beforeEach(() =>
  deviceStore().change(['marks'], async (records) => {
    for (const { id } of await records.all('marks')) records.delete('marks', id);
  }),
);

async function shelved(count: number, of = 'harbour') {
  for (let number = 0; number < count; number += 1) {
    const exact = `words ${of} ${number}`;
    await keep(deviceStore(), {
      article: of,
      about: { headline: `About the ${of}`, byline: 'By Ada' },
      passage: { exact, prefix: '', suffix: '', start: number, end: number + exact.length, block: 0 },
      colour: 'blue',
      note: number === 1 ? '<b>mine</b>' : '',
    });
  }
}

const show = () => render(<ShelfMarks words={reader} />);

test('says how to begin where nothing is marked', async () => {
  show();
  expect(await screen.findByText('Nothing is marked yet. Select words in an article to mark them.')).toBeVisible();
  expect(screen.queryByRole('searchbox')).toBeNull();
});

test('lists them by article, the newest first, each leading to its words; a note is text', async () => {
  await shelved(2, 'harbour');
  await shelved(1, 'bridge');
  show();
  const [bridge, harbour] = await screen.findAllByRole('region');
  expect(bridge).toHaveAccessibleName('About the bridge');
  const [newest] = within(harbour!).getAllByRole('listitem');
  expect(newest).toHaveTextContent('words harbour 1');
  expect(newest).toHaveTextContent('<b>mine</b>');
  expect(newest).toHaveTextContent('blue');
  expect(within(newest!).getByRole('link')).toHaveAttribute(
    'href',
    expect.stringMatching(/^\/articles\/harbour\/#:mark:/),
  );
});

test('comes by page and is searched', async () => {
  await shelved(35);
  show();
  expect(await screen.findAllByRole('listitem')).toHaveLength(30);
  fireEvent.click(screen.getByRole('button', { name: 'More marks' }));
  expect(await screen.findByText('words harbour 0')).toBeVisible();
  expect(screen.getAllByRole('listitem')).toHaveLength(35);
  fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'harbour 34' } });
  expect(await screen.findByText('words harbour 34')).toBeVisible();
  await screen.findByRole('listitem');
  fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'nowhere' } });
  expect(await screen.findByText('No mark has these words.')).toBeVisible();
});

test('removes one and brings it back', async () => {
  await shelved(2);
  show();
  fireEvent.click(await screen.findByRole('button', { name: 'Remove the mark: words harbour 0' }));
  const undo = await screen.findByRole('button', { name: 'Undo' });
  await waitFor(() => expect(undo).toHaveFocus());
  expect(screen.getAllByRole('listitem')).toHaveLength(1);
  fireEvent.click(undo);
  expect(await screen.findByText('words harbour 0')).toBeVisible();
});

test('shows what another window marks differently', async () => {
  await shelved(1);
  show();
  await screen.findByText('words harbour 0');
  const [mark] = await deviceStore().read(['marks'], ({ all }) => all('marks'));
  await deviceStore().change(['marks'], async ({ put }) => {
    if (mark?.deleted === undefined && mark) put('marks', { ...mark, note: 'From elsewhere', revision: 2 });
  });
  expect(await screen.findByText('From elsewhere')).toBeVisible();
});
