/** The responses of a page as a reader has them, with another window beside it. Each test begins with none. */
import { cleanup, configure, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, vi } from 'vitest';
import { Responses, type ResponsesProps } from '../../../src/reader/responses/Responses.tsx';
import { responses as english } from '../../../src/words/en/responses.ts';
import { responsesIn, type ResponseStore } from '../../../src/reader/responses/responses.ts';
import { freshWindow, openWindow } from '../windows.ts';

export let here: ResponseStore;

/** The responses of another window. */
export let there: ResponseStore;

// A busy machine is slow, not wrong.
configure({ asyncUtilTimeout: 20_000 });

beforeEach(() => {
  here = responsesIn(freshWindow());
  there = responsesIn(openWindow());
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  sessionStorage.clear();
  document.documentElement.lang = '';
});

type More = Pick<ResponsesProps, 'letters' | 'printed' | 'takeAway'>;

export function pageOfResponses(article = 'unity', words = english, more: More = {}) {
  return <Responses article={article} words={words} store={here} {...more} />;
}

export async function openResponses(article?: string, more?: More) {
  const user = userEvent.setup();
  const { rerender, unmount } = render(pageOfResponses(article, english, more));
  await screen.findByRole('button', { name: 'Keep on this device' });
  return { user, rerender, unmount };
}

export const commentField = () => screen.getByRole('textbox', { name: 'Comment' });

export const nameField = () => screen.getByRole('textbox', { name: 'Name' });

export const buttonNamed = (label: string) => screen.getByRole('button', { name: label });

export const listedResponses = () => screen.queryAllByRole('listitem');

export const statusLine = () => screen.getByRole('status');

export const saidToBeKept = () =>
  waitFor(() => expect(statusLine()).toHaveTextContent('Kept on this device. Not sent to anybody.'));

export const noRoom = () =>
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('No room', 'QuotaExceededError');
  });
