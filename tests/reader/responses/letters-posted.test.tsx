// @vitest-environment jsdom
/** Letters that a host takes: what is sent, when it counts as received, and what is said when it does not. */
import '@testing-library/jest-dom/vitest';
import 'fake-indexeddb/auto';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import { letterFormHtml } from '../../../src/publication/letter-form.ts';
import { press } from '../../../src/words/en/interface.ts';
import {
  buttonNamed,
  commentField,
  here,
  listedResponses,
  nameField,
  noRoom,
  openResponses,
  there,
} from './open-responses.tsx';

const post = '/letters/';
const letters = { post, headline: 'Unity' };
const open = (more = {}) => openResponses('unity', { letters, ...more });
const item = () => within(listedResponses()[0]!);
const kept = async () => (await here.list('unity'))[0]!;
const said = (text: RegExp) => item().findByText(text);

type Answer = { status?: number; type?: string; text?: string; url?: string };

const answerOf = ({ status = 200, type = 'application/json', text = '{}', url = post }: Answer): Response =>
  Object.defineProperty(new Response(text, { status, headers: { 'content-type': type } }), 'url', {
    value: new URL(url, location.href).href,
  });

/** The host answers so, and keeps what it was sent. */
function host(...answers: (Answer | Error)[]) {
  const sent: { url: string; init: RequestInit; fields: Record<string, string> }[] = [];
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    sent.push({ url, init, fields: Object.fromEntries(init.body as URLSearchParams) });
    const answer = answers[sent.length - 1] ?? answers.at(-1)!;
    if (answer instanceof Error) throw answer;
    return answerOf(answer);
  });
  return sent;
}

/** A document of the publication as the press prints it. */
const pageAt = (address: string) =>
  `<!doctype html><div id="root"></div><script type="application/json" id="page">${JSON.stringify({ address, page: {} })}</script>`;

async function send(text = 'Well said.') {
  const opened = await open();
  await opened.user.type(commentField(), text);
  await opened.user.type(nameField(), 'Amna');
  await opened.user.click(buttonNamed('Send to the editors'));
  await screen.findByRole('listitem');
  return opened;
}

test('a letter is kept, then sent with all its fields, then said to be received, and when', async () => {
  const sent = host({ status: 201 });
  await send();
  expect(await said(/^Received by the publication on \w+ \d+, \d{4} at \d/)).toBeVisible();
  expect(listedResponses()[0]).toHaveFocus();
  expect(screen.getAllByRole('status').at(-1)).toHaveTextContent('Kept on this device.');
  const { id, written, sent: known } = await kept();
  expect(known).toEqual({ how: 'post', at: expect.any(String), revision: 1 });
  expect(sent).toHaveLength(1);
  expect(sent[0]).toMatchObject({ url: post, init: { method: 'POST', headers: { Accept: 'application/json' } } });
  expect(sent[0]!.fields).toEqual({
    'form-name': 'letters',
    article: 'unity',
    id,
    name: 'Amna',
    text: 'Well said.',
    date: written,
    website: '',
    seconds: expect.stringMatching(/^\d+$/),
  });
  expect(screen.queryByRole('button', { name: /Send again/ })).not.toBeInTheDocument();
});

test('a letter tells how long it took to write; one that was begun before took as long as a person does', async () => {
  await here.keepDraft('unity', { name: 'Amna', text: 'Begun before.' });
  const sent = host({});
  const { user } = await open();
  await user.click(buttonNamed('Send to the editors'));
  await screen.findByRole('listitem');
  expect(await said(/^Received/)).toBeVisible();
  expect(Number(sent[0]!.fields['seconds'])).toBeGreaterThanOrEqual(3);
});

describe('it is received', () => {
  test.each<[string, Answer]>([
    ['by any answer of 2xx', { status: 200, type: 'text/plain', text: 'Thank you' }],
    ['by an answer that says nothing', { status: 202, text: '' }],
    ['where a slash is added to the address', { url: '/letters' }],
    ['by the page of the publication at that address', { type: 'text/html', text: pageAt(post) }],
  ])('%s', async (_, answer) => {
    host(answer);
    await send();
    expect(await said(/^Received by the publication on/)).toBeVisible();
  });
});

describe('it is not called received, is kept, and can be sent again', () => {
  const portal = '<!DOCTYPE html><title>Log in to the network</title>';

  test.each<[string, Answer | Error, string]>([
    ['when the server fails', { status: 500 }, 'The server answered with an error (500).'],
    ['when it knows no such address', { status: 404 }, 'The server answered with an error (404).'],
    ['when it is too long', { status: 413 }, 'The letter is too long for the server.'],
    [
      'when the host leads elsewhere',
      { url: '/login/' },
      'The answer came from another address than the one for letters.',
    ],
    [
      'when a portal answers',
      { type: 'text/html', text: portal },
      'The network answered with a page that is not of this publication.',
    ],
    [
      'when a portal does not say what it answers',
      { type: '', text: `\n ${portal}` },
      'The network answered with a page that is not of this publication.',
    ],
    [
      'when the host answers with another page',
      { type: 'text/html', text: pageAt('/404.html') },
      'The network answered with a page that is not of this publication.',
    ],
    [
      'when the host asks for the page with a slash',
      { type: 'text/html', url: '/letters', text: pageAt(post) },
      'The network answered with a page that is not of this publication.',
    ],
    [
      'when its page is damaged',
      { type: 'text/html', text: '<script type="application/json" id="page">{' },
      'The network answered with a page that is not of this publication.',
    ],
    ['when the line is cut', new TypeError('Failed to fetch'), 'The connection failed before an answer came.'],
  ])('%s', async (_, answer, reason) => {
    const sent = host(answer, {});
    const { user } = await send();
    const alert = await item().findByRole('alert');
    expect(alert).toHaveTextContent(reason);
    expect(alert).toHaveTextContent('So the letter does not count as received. It is kept here');
    expect(screen.queryByText(/^Received/)).not.toBeInTheDocument();
    expect(await kept()).toMatchObject({ text: 'Well said.' });
    expect(await kept()).not.toHaveProperty('sent');
    await user.click(within(alert).getByRole('button', { name: 'Try again' }));
    expect(await said(/^Received/)).toBeVisible();
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
    expect(new Set(sent.map(({ fields }) => fields['id'])).size).toBe(1);
  });

  test('when nothing comes for 30 seconds', async () => {
    const response = await here.post('unity', { name: 'Amna', text: 'Well said.' });
    vi.stubGlobal(
      'fetch',
      (_: string, { signal }: RequestInit) =>
        new Promise((_resolve, reject) => {
          signal!.addEventListener('abort', () => reject(signal!.reason as Error));
        }),
    );
    await open();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    fireEvent.click(item().getByRole('button', { name: 'Send to the editors' }));
    expect(item().getByRole('status')).toHaveTextContent('Sending to the editors …');
    await act(() => vi.advanceTimersByTimeAsync(29_000));
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
    await act(() => vi.advanceTimersByTimeAsync(1_000));
    vi.useRealTimers();
    expect(await item().findByRole('alert')).toHaveTextContent('No answer came within 30 seconds.');
    expect(await kept()).toEqual(response);
  });
});

test('a letter that the device cannot keep is sent all the same, and its text stays in the form', async () => {
  const sent = host({ status: 500 }, {});
  const { user } = await open();
  await user.type(commentField(), 'Well said.');
  await user.type(nameField(), 'Amna');
  noRoom();
  await user.click(buttonNamed('Send to the editors'));
  expect(await screen.findByText(/does not count as received\. Your text is still in the form/)).toBeVisible();
  expect(screen.getByText(/This is not kept on this device/)).toBeVisible();
  await user.click(buttonNamed('Try again'));
  expect(await screen.findByText(/^Received by the publication/)).toBeVisible();
  expect(commentField()).toHaveValue('Well said.');
  expect(new Set(sent.map(({ fields }) => fields['id'])).size).toBe(1);
});

test('what was kept can be sent later, and once, however often it is pressed', async () => {
  await here.post('unity', { name: 'Amna', text: 'Well said.' });
  const sent = host({});
  const { user } = await open();
  await user.dblClick(item().getByRole('button', { name: 'Send to the editors' }));
  expect(await said(/^Received/)).toBeVisible();
  expect(sent).toHaveLength(1);
});

test('an edit after it was received says so, and is sent as the same letter', async () => {
  const sent = host({});
  const { user } = await send();
  expect(await said(/^Received/)).toBeVisible();
  await user.click(buttonNamed('Edit'));
  await user.type(await item().findByRole('textbox', { name: 'Comment' }), ' Mended.');
  await user.click(buttonNamed('Save'));
  expect(await said(/^Received .* Changed since then; send it again\.$/)).toBeVisible();
  await user.click(buttonNamed('Send again'));
  await waitFor(() => expect(screen.queryByText(/Changed since then/)).not.toBeInTheDocument());
  expect(sent.map(({ fields }) => [fields['id'] === sent[0]!.fields['id'], fields['text']])).toEqual([
    [true, 'Well said.'],
    [true, 'Well said. Mended.'],
  ]);
});

test('a removal says that the editors have it', async () => {
  await here.markSent(await here.post('unity', { name: 'Amna', text: 'Well said.' }), 'post');
  const { user } = await open();
  await user.click(buttonNamed('Remove'));
  expect(screen.getByText('It goes from this device only. The editors have it.')).toBeVisible();
});

describe('two windows', () => {
  test('see of each other what was received, and what was received stays so', async () => {
    await open();
    const response = await there.post('unity', { name: 'Amna', text: 'From there.' });
    await there.markSent(response, 'post');
    expect(await said(/^Received by the publication/)).toBeVisible();
    await there.markSent(response, 'mail');
    expect((await kept()).sent?.how).toBe('post');
  });

  test('send the text that each has; the later one counts', async () => {
    const first = await here.post('unity', { name: 'Amna', text: 'Before.' });
    const second = await there.edit(first, { name: 'Amna', text: 'After.' });
    await there.markSent(second, 'post');
    await here.markSent(first, 'post');
    expect((await kept()).sent?.revision).toBe(2);
  });

  test('do not bring back by its receipt what the other has removed', async () => {
    const response = await here.post('unity', { name: 'Amna', text: 'Before.' });
    await there.remove(response);
    await here.markSent(response, 'post');
    expect(await here.list('unity')).toEqual([]);
  });
});

describe('what was typed in the form of the page', () => {
  /** The plain form, as the HTML of the page has it, with something in it. */
  async function plain(typed: { text?: string; name?: string }, focus?: (form: HTMLFormElement) => void) {
    const place = document.createElement('div');
    // oxlint-disable-next-line unicorn/prefer-dom-node-text-content -- it is HTML
    place.innerHTML = letterFormHtml(post, 'unity', press.letters.form);
    document.body.append(place);
    const form = document.forms.namedItem('letters')!;
    form.querySelector('textarea')!.value = typed.text ?? '';
    form.querySelector<HTMLInputElement>('[name=name]')!.value = typed.name ?? '';
    focus?.(form);
    const takeAway = vi.fn<() => void>(() => place.remove());
    await open({ takeAway });
    expect(takeAway).toHaveBeenCalled();
  }

  test('is carried over with the focus and the caret, and is a draft from then on', async () => {
    await plain({ text: 'Half a thought', name: 'Amna' }, (form) => {
      form.querySelector('textarea')!.focus();
      form.querySelector('textarea')!.setSelectionRange(5, 8, 'backward');
    });
    expect(commentField()).toHaveValue('Half a thought');
    expect(nameField()).toHaveValue('Amna');
    expect(commentField()).toHaveFocus();
    expect(commentField()).toMatchObject({ selectionStart: 5, selectionEnd: 8, selectionDirection: 'backward' });
    window.dispatchEvent(new Event('pagehide'));
    await waitFor(async () =>
      expect(await there.draft('unity')).toMatchObject({ text: 'Half a thought', name: 'Amna' }),
    );
  });

  test('stands below the draft of before, of which nothing is lost', async () => {
    await here.keepDraft('unity', { name: 'Bilal', text: 'Before.' });
    await plain({ text: 'Now.' }, (form) => form.querySelector('textarea')!.focus());
    expect(commentField()).toHaveValue('Before.\n\nNow.');
    expect(commentField()).toMatchObject({ selectionStart: 13 });
    expect(nameField()).toHaveValue('Bilal');
  });

  test('was the draft of before itself: it stands once', async () => {
    await here.keepDraft('unity', { name: '', text: 'Before.' });
    await plain({ text: 'Before.' });
    expect(commentField()).toHaveValue('Before.');
  });

  test('is nothing: the focus stays where it is in the form', async () => {
    await here.keepDraft('unity', { name: '', text: 'Before.' });
    await plain({}, (form) => form.querySelector('button')!.focus());
    expect(commentField()).toHaveValue('Before.');
    expect(buttonNamed('Send to the editors')).toHaveFocus();
  });
});
