// @vitest-environment jsdom
/** Letters that go by the reader's own mail program: the ways they are taken along, and what is said of them after. */
import '@testing-library/jest-dom/vitest';
import 'fake-indexeddb/auto';
import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { readLetterMail } from '../../../src/publication/letter-message.ts';
import { handOver } from '../../../src/reader/backup/hand-over.ts';
import {
  buttonNamed,
  commentField,
  here,
  listedResponses,
  nameField,
  noRoom,
  openResponses,
  statusLine,
  there,
} from './open-responses.tsx';

vi.mock('../../../src/reader/backup/hand-over.ts', { spy: true });

const letters = { mail: 'desk@example.org', headline: 'Faith & unity' };
const open = (more = {}) => openResponses('unity', { letters, ...more });
const way = () => screen.getByRole('link', { name: 'Open in your mail program' });
const item = () => within(listedResponses()[0]!);
const kept = async () => (await here.list('unity'))[0]!;

beforeEach(() => {
  vi.mocked(handOver).mockImplementation(() => undefined);
});

// Nothing opens in a window that is none.
window.addEventListener('click', (event) => {
  if (event.target instanceof HTMLAnchorElement) event.preventDefault();
});

async function send(text = 'Well said.\n\nOr not [at all] (I think).') {
  const opened = await open();
  await opened.user.click(commentField());
  await opened.user.paste(text);
  await opened.user.click(nameField());
  await opened.user.paste('Amna [Khan]');
  await opened.user.click(buttonNamed('Send to the editors'));
  await waitFor(() => expect(way()).toHaveFocus());
  return opened;
}

describe('a letter', () => {
  test('is kept first; the focus goes to its ways on, which stand under it', async () => {
    await send();
    expect(item().getByText('Well said.')).toBeVisible();
    const question = 'How shall your letter go to the editors?';
    expect(item().getByRole('group', { name: question })).toBeVisible();
    expect(screen.getAllByRole('status').at(-1)).toHaveTextContent('Kept on this device.');
    expect(commentField()).toHaveValue('');
    expect(await kept()).not.toHaveProperty('sent');
    expect(screen.queryByText(/sent on|Handed|Not sent/)).not.toBeInTheDocument();
  });

  test('opens as a message that the desk can read back', async () => {
    const { user } = await send();
    const { href } = way() as HTMLAnchorElement;
    const address = new URL(href);
    expect(address.protocol + address.pathname).toBe('mailto:desk@example.org');
    expect(address.searchParams.get('subject')).toBe('Letter: Faith & unity');
    const body = address.searchParams.get('body')!;
    expect(body).toContain('Well said.\r\n\r\nOr not [at all] (I think).\r\n');
    const { id, written } = await kept();
    expect(readLetterMail(body.replaceAll('\r\n', '\n'))).toMatchObject({
      id,
      article: 'unity',
      name: 'Amna [Khan]',
      date: written,
      text: 'Well said.\n\nOr not [at all] (I think).',
    });
    await user.click(way());
    expect(await item().findByText(/^Handed to your mail program on \w+ \d+, \d{4}\.$/)).toBeVisible();
    expect((await kept()).sent).toEqual({ how: 'mail', at: expect.any(String), revision: 1 });
    expect(way()).toHaveFocus();
  });

  test('that is too long for an address is copied at the same press, to be pasted', async () => {
    const text = 'ا'.repeat(400);
    const { user } = await send(text);
    expect(way()).toHaveAttribute('href', 'mailto:desk@example.org?subject=Letter%3A%20Faith%20%26%20unity');
    expect(item().getByText(/too long to be handed over whole/)).toBeVisible();
    await user.click(way());
    expect(await item().findByText('The letter is copied. Paste it into the message.')).toBeVisible();
    expect(await navigator.clipboard.readText()).toContain(text);
    expect(item().getByText(/^Handed to your mail program on/)).toBeVisible();
  });

  test('is copied, and says so', async () => {
    const { user } = await send();
    await user.click(buttonNamed('Copy the letter'));
    expect(await item().findByText(/^Copied on/)).toBeVisible();
    expect(readLetterMail(await navigator.clipboard.readText())).toMatchObject({ article: 'unity' });
  });

  test.each(['Copy the letter', 'Open in your mail program'])(
    'that cannot be copied by "%s" is not handed over',
    async (name) => {
      const { user } = await send('ا'.repeat(400));
      vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('No', 'NotAllowedError'));
      await user.click(screen.getByText(name));
      expect(await item().findByRole('alert')).toHaveTextContent('The letter could not be copied.');
      expect(await kept()).not.toHaveProperty('sent');
    },
  );

  test('is saved as a file that the desk takes', async () => {
    const { user } = await send();
    await user.click(buttonNamed('Save as a file'));
    expect(await item().findByText(/^Saved as a file on/)).toBeVisible();
    const [name, type, text] = vi.mocked(handOver).mock.lastCall!;
    expect([name, type]).toEqual(['letter-unity.json', 'application/json']);
    const { id, written } = await kept();
    expect(JSON.parse(text)).toEqual([
      { id, article: 'unity', name: 'Amna [Khan]', text: 'Well said.\n\nOr not [at all] (I think).', date: written },
    ]);
  });

  test('with half a character is one that an address can hold', async () => {
    await send('half \ud83d of it');
    expect(new URL((way() as HTMLAnchorElement).href).searchParams.get('body')).toContain('half \ufffd of it');
  });

  test('that the device cannot keep can go all the same, with its text in the form', async () => {
    const { user } = await open();
    await user.type(commentField(), 'Well said.');
    await user.type(nameField(), 'Amna');
    noRoom();
    await user.click(buttonNamed('Send to the editors'));
    expect(await screen.findByRole('alert')).toHaveTextContent('This is not kept on this device.');
    expect(commentField()).toHaveValue('Well said.');
    expect(new URL((way() as HTMLAnchorElement).href).searchParams.get('body')).toContain('Well said.');
    await user.click(buttonNamed('Copy the letter'));
    expect(await screen.findByText(/^Copied on/)).toBeVisible();
    expect(listedResponses()).toEqual([]);
  });
});

describe('a response that was handed over', () => {
  const handed = async (text = 'Well said.') => {
    const response = await here.post('unity', { name: 'Amna', text });
    await here.markSent(response, 'mail');
    return (await here.list('unity'))[0]!;
  };

  test('can be handed over again', async () => {
    await handed();
    const { user } = await open();
    await user.click(buttonNamed('Send again'));
    expect(way()).toHaveFocus();
    expect(screen.queryByRole('button', { name: 'Send again' })).not.toBeInTheDocument();
  });

  test('says after an edit that it has changed since', async () => {
    await handed();
    const { user } = await open();
    await user.click(buttonNamed('Edit'));
    await user.type(await within(listedResponses()[0]!).findByRole('textbox', { name: 'Comment' }), ' Mended.');
    await user.click(buttonNamed('Save'));
    expect(await item().findByText(/^Handed to .*\. Changed since then; send it again\.$/)).toBeVisible();
    expect(screen.getAllByRole('status').at(-1)).toHaveTextContent(/^Kept on this device\.$/);
    await user.click(buttonNamed('Send again'));
    await user.click(way());
    await waitFor(() => expect(screen.queryByText(/Changed since then/)).not.toBeInTheDocument());
  });

  test('says when it is removed that it goes from here only', async () => {
    await handed();
    const { user } = await open();
    await user.click(buttonNamed('Remove'));
    expect(screen.getByText('It goes from this device only. If you sent it, the editors have it.')).toBeVisible();
    await user.click(buttonNamed('Remove'));
    await waitFor(() =>
      expect(statusLine()).toHaveTextContent('Removed from this device. If you sent it, the editors have it.'),
    );
  });

  test('in another window says so here', async () => {
    await open();
    const response = await there.post('unity', { name: 'Amna', text: 'From there.' });
    expect(await screen.findByText('From there.')).toBeVisible();
    await there.markSent(response, 'file');
    expect(await screen.findByText(/^Saved as a file on/)).toBeVisible();
  });

  test('says that it was printed, asked once a response', async () => {
    const { id } = await handed();
    await here.post('unity', { name: 'Amna', text: 'Never sent.' });
    const printed = vi.fn<(id: string) => Promise<string>>(async () => '3 May 2026');
    await open({ printed });
    expect(await screen.findByText(/Printed on 3 May 2026\.$/)).toBeVisible();
    expect(printed.mock.calls).toEqual([[id, undefined]]);
  });

  test('or is not printed, or nobody can say: nothing is said', async () => {
    await handed();
    const printed = vi.fn<(id: string) => Promise<string>>(() => Promise.reject(new Error('No line')));
    await open({ printed });
    await waitFor(() => expect(printed).toHaveBeenCalledOnce());
    expect(screen.getByText(/^Handed to your mail program on [^.]*\.$/)).toBeVisible();
  });
});

test('a second button keeps without sending, as ever', async () => {
  const { user } = await open();
  await user.type(commentField(), 'For myself.');
  await user.type(nameField(), 'Amna');
  await user.dblClick(buttonNamed('Keep on this device'));
  await waitFor(() =>
    expect(screen.getAllByRole('status').at(-1)).toHaveTextContent('Kept on this device. Not sent to anybody.'),
  );
  expect(screen.queryByRole('link')).not.toBeInTheDocument();
  expect(await here.list('unity')).toHaveLength(1);
});

test('an empty form says what is missing before anything is kept or sent', async () => {
  const { user } = await open();
  await user.click(buttonNamed('Send to the editors'));
  expect(commentField()).toHaveAccessibleDescription('Please enter your comment!');
  expect(nameField()).toHaveAccessibleDescription('Please enter your name here');
  expect(await here.list('unity')).toEqual([]);
});
