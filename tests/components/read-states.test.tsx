// @vitest-environment jsdom
/** What Must Read knows of the reader: said where it stands, sunk at the next navigation. */
import { act, cleanup, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { WordsProvider } from '../../src/components/words-context.tsx';
import { MustReadList } from '../../src/components/MustRead.tsx';
import { type ReadStates, tellReadStates, unreadFirst } from '../../src/components/read-states.ts';
import { screen as english } from '../../src/words/en/interface.ts';
import type { MustReadEntry } from '../../src/publication/page.ts';

afterEach(() => {
  cleanup();
  tellReadStates(new Map());
});

const entry = (slug: string): MustReadEntry => ({
  kind: 'article',
  href: `/articles/${slug}/`,
  headline: slug,
  reason: 'New',
  minutes: '4 minutes',
});
const brief: MustReadEntry = { kind: 'brief', headline: 'brief', reason: 'New' };
const entries = (order: string) => order.split('').map((slug) => (slug === '-' ? brief : entry(slug)));
const order = (list: MustReadEntry[]) => list.map((one) => (one.kind === 'brief' ? '-' : one.headline)).join('');

/** Capital letters are read, "~" stands before what is half read. */
function states(marks: string): ReadStates {
  const found = marks.match(/~?./g) ?? [];
  return new Map(
    found.map((mark) => {
      const half = mark.startsWith('~');
      return [`/articles/${mark.at(-1)}/`, { text: half ? '62% read' : 'Read', isRead: !half }];
    }),
  );
}

describe('the order', () => {
  test.each([
    ['abcd', '', 'abcd'],
    ['abcd', 'a', 'bcda'],
    ['abcd', 'ca', 'bdac'],
    ['abcd', '~a', 'abcd'],
    ['abcd', '~ac', 'abdc'],
    ['abcd', 'abcd', 'abcd'],
    ['a-cd', 'ac', '-dac'],
    ['--', 'a', '--'],
    ['', 'a', ''],
  ])('of %j with %j read is %j', (given, read, expected) => {
    expect(order(unreadFirst(entries(given), states(read)))).toBe(expected);
  });
});

const List = ({ of }: { of: MustReadEntry[] }) => (
  <WordsProvider value={english}>
    <MustReadList entries={of} level={3} />
  </WordsProvider>
);

const shown = () =>
  screen
    .getAllByRole('listitem')
    .map(
      (item) => `${within(item).getByRole('heading').textContent}: ${item.querySelector('.meta span')?.textContent}`,
    );

test('a list says what is known where it stands; only the list of the next page has the read ones last', () => {
  const first = entries('abc');
  const { rerender } = render(<List of={first} />);
  expect(shown()).toEqual(['a: 4 minutes', 'b: 4 minutes', 'c: 4 minutes']);
  act(() => tellReadStates(states('a~b')));
  expect(shown()).toEqual(['a: Read', 'b: 62% read', 'c: 4 minutes']);
  rerender(<List of={first} />);
  expect(shown()[0]).toBe('a: Read');
  rerender(<List of={entries('abcd')} />);
  expect(shown()).toEqual(['b: 62% read', 'c: 4 minutes', 'd: 4 minutes', 'a: Read']);
  act(() => tellReadStates(states('d')));
  expect(shown()).toEqual(['b: 4 minutes', 'c: 4 minutes', 'd: Read', 'a: 4 minutes']);
});

test('a list that is drawn when all is known has the read ones last at once', () => {
  tellReadStates(states('a'));
  render(<List of={entries('abc')} />);
  expect(shown()).toEqual(['b: 4 minutes', 'c: 4 minutes', 'a: Read']);
});
