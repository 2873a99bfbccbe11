// @vitest-environment jsdom
/** Responses as a reader meets them: writing, changing one's mind, storage that fails. */
import '@testing-library/jest-dom/vitest';
import 'fake-indexeddb/auto';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { responses as urdu } from '../../../src/words/ur/responses.ts';
import {
  buttonNamed,
  commentField,
  here,
  listedResponses,
  nameField,
  noRoom,
  openResponses,
  pageOfResponses,
  saidToBeKept,
  statusLine,
  there,
} from './open-responses.tsx';

describe('the form', () => {
  test('sent empty says what is missing at each field, and goes to the first', async () => {
    const { user } = await openResponses();
    await user.click(buttonNamed('Keep on this device'));
    expect(commentField()).toHaveFocus();
    expect(commentField()).toBeInvalid();
    expect(commentField()).toHaveAccessibleDescription('Please enter your comment!');
    expect(nameField()).toBeInvalid();
    expect(nameField()).toHaveAccessibleDescription('Please enter your name here');
    expect(screen.getAllByRole('alert').map((alert) => alert.textContent)).toEqual([
      'Please enter your comment!',
      'Please enter your name here',
    ]);
    expect(await here.list('unity')).toEqual([]);
  });

  test('takes back each message when it is mended', async () => {
    const { user } = await openResponses();
    await user.click(buttonNamed('Keep on this device'));
    await user.type(commentField(), 'Well said.');
    expect(commentField()).toHaveAttribute('aria-invalid', 'false');
    expect(commentField()).not.toHaveAccessibleDescription();
    await user.click(buttonNamed('Keep on this device'));
    expect(nameField()).toHaveFocus();
    await user.type(nameField(), 'Amna');
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  test('says what is too long, and cuts nothing off', async () => {
    const { user } = await openResponses();
    await user.click(commentField());
    await user.paste('x'.repeat(20_001));
    await user.click(nameField());
    await user.paste('y'.repeat(101));
    await user.click(buttonNamed('Keep on this device'));
    expect(commentField()).toHaveAccessibleDescription('The comment has 20,001 characters; 20,000 can be kept.');
    expect(nameField()).toHaveAccessibleDescription('The name has 101 characters; 100 can be kept.');
    expect(commentField()).toHaveValue('x'.repeat(20_001));
  });

  test('keeps a response, lists it, and says where it is', async () => {
    const { user } = await openResponses();
    await user.type(commentField(), 'Well said.{Enter}{Enter}<b>Really</b>.');
    await user.type(nameField(), 'Amna');
    await user.click(buttonNamed('Keep on this device'));
    await saidToBeKept();
    const [response] = listedResponses();
    expect(within(response!).getByText('Amna')).toBeVisible();
    expect(within(response!).getByText('Well said.')).toBeVisible();
    expect(within(response!).getByText('<b>Really</b>.')).toBeVisible();
    expect(within(response!).getByRole('time')).toHaveAttribute('datetime', expect.stringMatching(/^\d{4}-.*Z$/));
    expect(commentField()).toHaveValue('');
    expect(nameField()).toHaveValue('Amna');
    expect(screen.queryByText(/posted/i)).not.toBeInTheDocument();
  });

  test('keeps one response however often its button is pressed', async () => {
    const { user } = await openResponses();
    await user.type(commentField(), 'Well said.');
    await user.type(nameField(), 'Amna');
    await user.dblClick(buttonNamed('Keep on this device'));
    await saidToBeKept();
    expect(await here.list('unity')).toHaveLength(1);
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  test('speaks the language of the interface', async () => {
    document.documentElement.lang = 'ur';
    await here.post('unity', { name: 'آمنہ', text: 'خوب' });
    render(pageOfResponses('unity', urdu));
    expect(await screen.findByRole('textbox', { name: 'تبصرہ' })).toBeVisible();
    expect(screen.getByRole('time')).toHaveTextContent(
      /جنوری|فروری|مارچ|اپریل|مئی|جون|جولائی|اگست|ستمبر|اکتوبر|نومبر|دسمبر/,
    );
  });
});

describe('a response', () => {
  beforeEach(async () => {
    await here.post('unity', { name: 'Amna', text: 'First.' });
    await here.post('unity', { name: 'Bilal', text: 'Second.' });
  });

  test('is listed after the older ones', async () => {
    await openResponses();
    expect(listedResponses().map((item) => within(item).getByText(/First|Second/).textContent)).toEqual([
      'First.',
      'Second.',
    ]);
    expect(screen.getAllByRole('button', { name: 'Edit' })[0]).toHaveAccessibleDescription(/Amna/);
  });

  test('can be edited in its place by keyboard', async () => {
    const { user } = await openResponses();
    const [first] = listedResponses();
    within(first!).getByRole('button', { name: 'Edit' }).focus();
    await user.keyboard('{Enter}');
    const field = await within(first!).findByRole('textbox', { name: 'Comment' });
    await waitFor(() => expect(field).toHaveFocus());
    await user.keyboard(' Mended.');
    await user.tab();
    await user.tab();
    await user.keyboard('{Enter}');
    expect(await within(first!).findByText('First. Mended.', { ignore: 'textarea' })).toBeVisible();
    expect(within(first!).getByText('edited')).toBeVisible();
    await waitFor(() => expect(within(first!).getByRole('button', { name: 'Edit' })).toHaveFocus());
    await saidToBeKept();
  });

  test('stays as it was when the edit is cancelled', async () => {
    const { user } = await openResponses();
    const [first] = listedResponses();
    await user.click(within(first!).getByRole('button', { name: 'Edit' }));
    await user.type(await within(first!).findByRole('textbox', { name: 'Comment' }), ' Oh no');
    await user.click(within(first!).getByRole('button', { name: 'Cancel' }));
    expect(within(first!).getByText('First.')).toBeVisible();
    const edit = within(first!).getByRole('button', { name: 'Edit' });
    expect(edit).toHaveFocus();
    await user.click(edit);
    expect(await within(first!).findByRole('textbox', { name: 'Comment' })).toHaveValue('First.');
  });

  test('is removed only after the question is answered with yes', async () => {
    const { user } = await openResponses();
    const [first, second] = listedResponses();
    await user.click(within(first!).getByRole('button', { name: 'Remove' }));
    expect(within(first!).getByRole('group', { name: 'Remove this response?' })).toBeVisible();
    expect(buttonNamed('Keep')).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(within(first!).getByRole('button', { name: 'Remove' })).toHaveFocus();
    await user.keyboard('{Enter}');
    await user.tab({ shift: true });
    await user.keyboard('{Enter}');
    await waitFor(() => expect(screen.queryByText('First.')).not.toBeInTheDocument());
    await waitFor(() => expect(second).toHaveFocus());
    expect(statusLine()).toHaveTextContent('Removed from this device.');
    expect(await here.list('unity')).toHaveLength(1);
  });

  test('that cannot be removed is still there, and says so', async () => {
    const { user } = await openResponses();
    const [first] = listedResponses();
    noRoom();
    await user.click(within(first!).getByRole('button', { name: 'Remove' }));
    await user.click(within(first!).getByRole('button', { name: 'Remove' }));
    expect(await within(first!).findByRole('alert')).toHaveTextContent('The response was not removed.');
    expect(statusLine()).toBeEmptyDOMElement();
  });
});

describe('when the device keeps nothing', () => {
  test('for want of room, the text stays and nothing is said to be kept', async () => {
    const { user } = await openResponses();
    noRoom();
    await user.type(commentField(), 'Well said.');
    await user.type(nameField(), 'Amna');
    await user.click(buttonNamed('Keep on this device'));
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('This is not kept on this device. Your text is still in the form.');
    expect(alert).toHaveTextContent('There is no room left on this device.');
    expect(commentField()).toHaveValue('Well said.');
    expect(statusLine()).toBeEmptyDOMElement();
    vi.restoreAllMocks();
    await user.click(buttonNamed('Keep on this device'));
    await saidToBeKept();
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
    expect(commentField()).toHaveValue('');
  });

  test('a draft that cannot be kept is not passed over in silence', async () => {
    const { user } = await openResponses();
    noRoom();
    await user.type(commentField(), 'half a th');
    document.dispatchEvent(new Event('visibilitychange'));
    expect(await screen.findByRole('alert')).toHaveTextContent('There is no room left on this device.');
  });

  test('because it never answers, the form comes in two seconds with the reason', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    vi.spyOn(indexedDB, 'open').mockReturnValue(new IDBOpenDBRequest());
    render(pageOfResponses());
    expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
    await vi.advanceTimersByTimeAsync(2000);
    vi.useRealTimers();
    expect(await screen.findByRole('alert')).toHaveTextContent('This browser lets the page keep nothing');
    const user = userEvent.setup();
    await user.type(commentField(), 'Still writing.');
    expect(commentField()).toHaveValue('Still writing.');
  });

  test('for a while, what is kept is shown when the reader tries again', async () => {
    await there.post('unity', { name: 'Amna', text: 'Well said.' });
    vi.stubGlobal('indexedDB', undefined);
    const { user } = await openResponses();
    expect(screen.getByRole('alert')).toHaveTextContent('What is kept on this device cannot be shown.');
    vi.unstubAllGlobals();
    await user.click(buttonNamed('Try again'));
    expect(await screen.findByText('Well said.')).toBeVisible();
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });
});
