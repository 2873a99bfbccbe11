// @vitest-environment jsdom
/** A note as its writer meets it: kept as a draft, saved, refused, and never lost. */
import '@testing-library/jest-dom/vitest';
import 'fake-indexeddb/auto';
import { cleanup, configure, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { MarkEditor } from '../../../src/reader/marks/MarkEditor.tsx';
import { reader as words } from '../../../src/words/en/reader.ts';
import { StoreProblem } from '../../../src/reader/store/connection.ts';
import { deviceStore } from '../../../src/reader/store/device.ts';
import { draftOf, keep } from '../../../src/reader/marks/marks.ts';
import { limits, type Mark } from '../../../src/reader/store/records.ts';

configure({ asyncUtilTimeout: 20_000 });
afterEach(cleanup);

const made = () =>
  keep(deviceStore(), {
    article: 'harbour',
    about: { headline: 'The harbour' },
    passage: { exact: 'words', prefix: '', suffix: '', start: 0, end: 5, block: 0 },
    colour: 'green',
  });

const kept = (id: string) => deviceStore().read(['marks'], ({ get }) => get('marks', id));

function open(mark: Mark, gone = false) {
  const became = vi.fn<(mark: Mark) => void>();
  const view = render(
    <MarkEditor mark={mark} gone={gone} words={words} recolour={vi.fn<() => void>()} became={became} writing />,
  );
  return { became, ...view };
}

const note = () => screen.getByRole('textbox', { name: 'Your note' });
const save = () => fireEvent.click(screen.getByRole('button', { name: 'Save note' }));

test('is saved when the device has it, and not said to be before', async () => {
  const mark = await made();
  open(mark);
  expect(note()).toHaveFocus();
  fireEvent.change(note(), { target: { value: 'Ask her.' } });
  expect(await screen.findByText('Not saved yet; kept as a draft.')).toBeVisible();
  expect(await draftOf(deviceStore(), mark)).toBe('Ask her.');
  save();
  expect(screen.queryByText('Note saved.')).toBeNull();
  expect(await screen.findByText('Note saved.')).toBeVisible();
  expect(await kept(mark.id)).toMatchObject({ note: 'Ask her.' });
});

test('is kept as a draft at once when the page is left', async () => {
  const mark = await made();
  const { unmount } = open(mark);
  fireEvent.change(note(), { target: { value: 'Half a' } });
  unmount();
  await waitFor(async () => expect(await draftOf(deviceStore(), mark)).toBe('Half a'));
  open(mark);
  await waitFor(() => expect(note()).toHaveValue('Half a'));
});

test('stays in its field when the device refuses, which is said with its reason', async () => {
  const mark = await made();
  open(mark);
  fireEvent.change(note(), { target: { value: 'Ask her.' } });
  vi.spyOn(deviceStore(), 'change').mockRejectedValue(new StoreProblem('full'));
  save();
  await waitFor(() =>
    expect(screen.getByRole('alert')).toHaveTextContent(
      `The note is not saved. Your text is still here. ${words.problems.full}`,
    ),
  );
  expect(note()).toHaveValue('Ask her.');
  expect(screen.queryByText('Note saved.')).toBeNull();
});

test('is not cut where it is too long', async () => {
  open(await made());
  fireEvent.change(note(), { target: { value: 'x'.repeat(limits.note + 1) } });
  save();
  expect(await screen.findByRole('alert')).toHaveTextContent('20,001 characters; 20,000 can be kept');
  expect(note()).toHaveValue('x'.repeat(limits.note + 1));
});

test('makes a new mark where the old one was removed in another window', async () => {
  const mark = await made();
  const { became } = open(mark, true);
  expect(screen.getByRole('alert')).toHaveTextContent('removed in another window');
  fireEvent.change(note(), { target: { value: 'Still mine.' } });
  save();
  await waitFor(() => expect(became).toHaveBeenCalledTimes(1));
  expect(became.mock.calls[0]?.[0]).toMatchObject({ note: 'Still mine.', colour: 'green', passage: mark.passage });
});
