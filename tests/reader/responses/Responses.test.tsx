// @vitest-environment jsdom
/** Responses as a reader meets them: writing, coming back, changing one's mind, two windows, storage that fails. */
import '@testing-library/jest-dom/vitest';
import 'fake-indexeddb/auto';
import { cleanup, configure, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Responses } from '../../../src/reader/responses/Responses.tsx';
import { responses as english } from '../../../src/words/en/responses.ts';
import { responses as urdu } from '../../../src/words/ur/responses.ts';
import { responsesIn, type ResponseStore } from '../../../src/reader/responses/responses.ts';
import { openStore, type Store } from '../../../src/reader/store/store.ts';

// A busy machine is slow, not wrong.
configure({ asyncUtilTimeout: 20_000 });

let bases = 0;
let stores: Store[] = [];
let store: ResponseStore;
/** The store of another window. */
let there: ResponseStore;

beforeEach(() => {
  bases += 1;
  const [first, second] = [openStore(`/page-${bases}/`), openStore(`/page-${bases}/`)];
  stores = [first, second];
  store = responsesIn(first);
  there = responsesIn(second);
});

afterEach(() => {
  cleanup();
  for (const store of stores) store.close();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  sessionStorage.clear();
  document.documentElement.lang = '';
});

function page(article = 'unity', words = english) {
  return <Responses article={article} words={words} store={store} />;
}

async function open(article?: string) {
  const user = userEvent.setup();
  const { rerender, unmount } = render(page(article));
  await screen.findByRole('button', { name: 'Keep on this device' });
  return { user, rerender, unmount };
}

const comment = () => screen.getByRole('textbox', { name: 'Comment' });
const name = () => screen.getByRole('textbox', { name: 'Name' });
const button = (label: string) => screen.getByRole('button', { name: label });
const responses = () => screen.queryAllByRole('listitem');
const status = () => screen.getByRole('status');
const kept = () => waitFor(() => expect(status()).toHaveTextContent('Kept on this device. Not sent to anybody.'));

const noRoom = () =>
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('No room', 'QuotaExceededError');
  });

describe('the form', () => {
  test('sent empty says what is missing at each field, and goes to the first', async () => {
    const { user } = await open();
    await user.click(button('Keep on this device'));
    expect(comment()).toHaveFocus();
    expect(comment()).toBeInvalid();
    expect(comment()).toHaveAccessibleDescription('Please enter your comment!');
    expect(name()).toBeInvalid();
    expect(name()).toHaveAccessibleDescription('Please enter your name here');
    expect(screen.getAllByRole('alert').map((alert) => alert.textContent)).toEqual([
      'Please enter your comment!',
      'Please enter your name here',
    ]);
    expect(await store.list('unity')).toEqual([]);
  });

  test('takes back each message when it is mended', async () => {
    const { user } = await open();
    await user.click(button('Keep on this device'));
    await user.type(comment(), 'Well said.');
    expect(comment()).toHaveAttribute('aria-invalid', 'false');
    expect(comment()).not.toHaveAccessibleDescription();
    await user.click(button('Keep on this device'));
    expect(name()).toHaveFocus();
    await user.type(name(), 'Amna');
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  test('says what is too long, and cuts nothing off', async () => {
    const { user } = await open();
    await user.click(comment());
    await user.paste('x'.repeat(20_001));
    await user.click(name());
    await user.paste('y'.repeat(101));
    await user.click(button('Keep on this device'));
    expect(comment()).toHaveAccessibleDescription('The comment has 20,001 characters; 20,000 can be kept.');
    expect(name()).toHaveAccessibleDescription('The name has 101 characters; 100 can be kept.');
    expect(comment()).toHaveValue('x'.repeat(20_001));
  });

  test('keeps a response, lists it, and says where it is', async () => {
    const { user } = await open();
    await user.type(comment(), 'Well said.{Enter}{Enter}<b>Really</b>.');
    await user.type(name(), 'Amna');
    await user.click(button('Keep on this device'));
    await kept();
    const [response] = responses();
    expect(within(response!).getByText('Amna')).toBeVisible();
    expect(within(response!).getByText('Well said.')).toBeVisible();
    expect(within(response!).getByText('<b>Really</b>.')).toBeVisible();
    expect(within(response!).getByRole('time')).toHaveAttribute('datetime', expect.stringMatching(/^\d{4}-.*Z$/));
    expect(comment()).toHaveValue('');
    expect(name()).toHaveValue('Amna');
    expect(screen.queryByText(/posted/i)).not.toBeInTheDocument();
  });

  test('keeps one response however often its button is pressed', async () => {
    const { user } = await open();
    await user.type(comment(), 'Well said.');
    await user.type(name(), 'Amna');
    await user.dblClick(button('Keep on this device'));
    await kept();
    expect(await store.list('unity')).toHaveLength(1);
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  test('speaks the language of the interface', async () => {
    document.documentElement.lang = 'ur';
    await store.post('unity', { name: 'آمنہ', text: 'خوب' });
    render(page('unity', urdu));
    expect(await screen.findByRole('textbox', { name: 'تبصرہ' })).toBeVisible();
    expect(screen.getByRole('time')).toHaveTextContent(
      /جنوری|فروری|مارچ|اپریل|مئی|جون|جولائی|اگست|ستمبر|اکتوبر|نومبر|دسمبر/,
    );
  });
});

describe('a draft', () => {
  test('is there again when the reader returns, each under its own article', async () => {
    const first = await open('unity');
    await first.user.type(comment(), 'half a th');
    await first.user.type(name(), 'Amna');
    first.rerender(page('other'));
    await waitFor(() => expect(comment()).toHaveValue(''));
    await first.user.type(comment(), 'another');
    first.unmount();
    await open('unity');
    expect(comment()).toHaveValue('half a th');
    expect(name()).toHaveValue('Amna');
    cleanup();
    await open('other');
    expect(comment()).toHaveValue('another');
  });

  test('is kept half a second after the first key, without leaving', async () => {
    await open();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const keeping = vi.spyOn(store, 'keepDraft');
    fireEvent.change(comment(), { target: { value: 'half' } });
    vi.advanceTimersByTime(400);
    fireEvent.change(comment(), { target: { value: 'half a th' } });
    expect(keeping).not.toHaveBeenCalled();
    vi.advanceTimersByTime(100);
    expect(keeping).toHaveBeenCalledExactlyOnceWith('unity', { name: '', text: 'half a th' });
  });

  test.each(['visibilitychange', 'pagehide'])('is kept at once on %s', async (event) => {
    const { user } = await open();
    await user.type(comment(), 'half a th');
    (event === 'pagehide' ? window : document).dispatchEvent(new Event(event));
    await waitFor(async () => expect(await there.draft('unity')).toMatchObject({ text: 'half a th' }));
  });

  test('goes with the response it became; the name stays for the next', async () => {
    const { user, unmount } = await open();
    await user.type(comment(), 'Well said.');
    await user.type(name(), 'Amna');
    await user.click(button('Keep on this device'));
    await kept();
    unmount();
    await open('other');
    expect(comment()).toHaveValue('');
    expect(name()).toHaveValue('Amna');
    cleanup();
    await open('unity');
    expect(comment()).toHaveValue('');
  });

  test('of an edit waits until the reader edits that response again', async () => {
    await store.post('unity', { name: 'Amna', text: 'Well said.' });
    const { user, unmount } = await open();
    await user.click(button('Edit'));
    await user.type(await within(responses()[0]!).findByRole('textbox', { name: 'Comment' }), ' And more');
    unmount();
    const again = await open();
    expect(screen.getByText('Well said.')).toBeVisible();
    await again.user.click(button('Edit'));
    await waitFor(() => expect(screen.getByDisplayValue('Well said. And more')).toHaveFocus());
  });
});

describe('a response', () => {
  beforeEach(async () => {
    await store.post('unity', { name: 'Amna', text: 'First.' });
    await store.post('unity', { name: 'Bilal', text: 'Second.' });
  });

  test('is listed after the older ones', async () => {
    await open();
    expect(responses().map((item) => within(item).getByText(/First|Second/).textContent)).toEqual([
      'First.',
      'Second.',
    ]);
    expect(screen.getAllByRole('button', { name: 'Edit' })[0]).toHaveAccessibleDescription(/Amna/);
  });

  test('can be edited in its place by keyboard', async () => {
    const { user } = await open();
    const [first] = responses();
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
    await kept();
  });

  test('stays as it was when the edit is cancelled', async () => {
    const { user } = await open();
    const [first] = responses();
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
    const { user } = await open();
    const [first, second] = responses();
    await user.click(within(first!).getByRole('button', { name: 'Remove' }));
    expect(within(first!).getByRole('group', { name: 'Remove this response?' })).toBeVisible();
    expect(button('Keep')).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(within(first!).getByRole('button', { name: 'Remove' })).toHaveFocus();
    await user.keyboard('{Enter}');
    await user.tab({ shift: true });
    await user.keyboard('{Enter}');
    await waitFor(() => expect(screen.queryByText('First.')).not.toBeInTheDocument());
    await waitFor(() => expect(second).toHaveFocus());
    expect(status()).toHaveTextContent('Removed from this device.');
    expect(await store.list('unity')).toHaveLength(1);
  });

  test('that cannot be removed is still there, and says so', async () => {
    const { user } = await open();
    const [first] = responses();
    noRoom();
    await user.click(within(first!).getByRole('button', { name: 'Remove' }));
    await user.click(within(first!).getByRole('button', { name: 'Remove' }));
    expect(await within(first!).findByRole('alert')).toHaveTextContent('The response was not removed.');
    expect(status()).toBeEmptyDOMElement();
  });
});

describe('another window', () => {
  test('shows what is kept, edited and removed here without being loaded again', async () => {
    await open();
    const first = await there.post('unity', { name: 'Amna', text: 'From there.' });
    expect(await screen.findByText('From there.')).toBeVisible();
    const second = await there.edit(first, { name: 'Amna', text: 'Mended there.' });
    expect(await screen.findByText('Mended there.')).toBeVisible();
    expect(screen.queryByText('From there.')).not.toBeInTheDocument();
    await there.remove(second);
    await waitFor(() => expect(screen.queryByText('Mended there.')).not.toBeInTheDocument());
  });

  test('that changed the response makes an edit ask, with what stands there and what was typed', async () => {
    const response = await store.post('unity', { name: 'Amna', text: 'Before.' });
    const { user } = await open();
    await user.click(button('Edit'));
    const field = await within(responses()[0]!).findByRole('textbox', { name: 'Comment' });
    await there.edit(response, { name: 'Amna', text: 'From there.' });
    await user.type(field, ' From here.');
    await user.click(button('Save'));
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('changed in another window');
    expect(within(alert).getByText('From there.')).toBeVisible();
    expect(field).toHaveValue('Before. From here.');
    await user.click(button('Save'));
    expect(await screen.findByText('Before. From here.', { ignore: 'textarea' })).toBeVisible();
    expect(await store.list('unity')).toMatchObject([{ text: 'Before. From here.', revision: 3 }]);
  });

  test('that removed the response takes no typed text with it', async () => {
    const response = await store.post('unity', { name: 'Amna', text: 'Before.' });
    const { user } = await open();
    await user.click(button('Edit'));
    const field = await within(responses()[0]!).findByRole('textbox', { name: 'Comment' });
    await user.type(field, ' From here.');
    await there.remove(response);
    await user.click(button('Save'));
    expect(await screen.findByRole('alert')).toHaveTextContent('removed in another window');
    expect(field).toHaveValue('Before. From here.');
    await user.click(button('Save'));
    expect(await screen.findByText('Before. From here.', { ignore: 'textarea' })).toBeVisible();
    expect(responses()).toHaveLength(1);
    expect(await store.list('unity')).toHaveLength(1);
  });
});

describe('when the device keeps nothing', () => {
  test('for want of room, the text stays and nothing is said to be kept', async () => {
    const { user } = await open();
    noRoom();
    await user.type(comment(), 'Well said.');
    await user.type(name(), 'Amna');
    await user.click(button('Keep on this device'));
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('This is not kept on this device. Your text is still in the form.');
    expect(alert).toHaveTextContent('There is no room left on this device.');
    expect(comment()).toHaveValue('Well said.');
    expect(status()).toBeEmptyDOMElement();
    vi.restoreAllMocks();
    await user.click(button('Keep on this device'));
    await kept();
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
    expect(comment()).toHaveValue('');
  });

  test('a draft that cannot be kept is not passed over in silence', async () => {
    const { user } = await open();
    noRoom();
    await user.type(comment(), 'half a th');
    document.dispatchEvent(new Event('visibilitychange'));
    expect(await screen.findByRole('alert')).toHaveTextContent('There is no room left on this device.');
  });

  test('because it never answers, the form comes in two seconds with the reason', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    vi.spyOn(indexedDB, 'open').mockReturnValue(new IDBOpenDBRequest());
    render(page());
    expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
    await vi.advanceTimersByTimeAsync(2000);
    vi.useRealTimers();
    expect(await screen.findByRole('alert')).toHaveTextContent('This browser lets the page keep nothing');
    const user = userEvent.setup();
    await user.type(comment(), 'Still writing.');
    expect(comment()).toHaveValue('Still writing.');
  });

  test('for a while, what is kept is shown when the reader tries again', async () => {
    await there.post('unity', { name: 'Amna', text: 'Well said.' });
    vi.stubGlobal('indexedDB', undefined);
    const { user } = await open();
    expect(screen.getByRole('alert')).toHaveTextContent('What is kept on this device cannot be shown.');
    vi.unstubAllGlobals();
    await user.click(button('Try again'));
    expect(await screen.findByText('Well said.')).toBeVisible();
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });
});
