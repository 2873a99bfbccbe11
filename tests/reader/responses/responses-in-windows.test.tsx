// @vitest-environment jsdom
/** Drafts that wait for the reader, and responses in two windows at once. */
import '@testing-library/jest-dom/vitest';
import 'fake-indexeddb/auto';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import {
  buttonNamed,
  commentField,
  here,
  listedResponses,
  nameField,
  openResponses,
  pageOfResponses,
  saidToBeKept,
  there,
} from './open-responses.tsx';

describe('a draft', () => {
  test('is there again when the reader returns, each under its own article', async () => {
    const first = await openResponses('unity');
    await first.user.type(commentField(), 'half a th');
    await first.user.type(nameField(), 'Amna');
    first.rerender(pageOfResponses('other'));
    await waitFor(() => expect(commentField()).toHaveValue(''));
    await first.user.type(commentField(), 'another');
    first.unmount();
    await openResponses('unity');
    expect(commentField()).toHaveValue('half a th');
    expect(nameField()).toHaveValue('Amna');
    cleanup();
    await openResponses('other');
    expect(commentField()).toHaveValue('another');
  });

  test('is kept half a second after the first key, without leaving', async () => {
    await openResponses();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const keeping = vi.spyOn(here, 'keepDraft');
    fireEvent.change(commentField(), { target: { value: 'half' } });
    vi.advanceTimersByTime(400);
    fireEvent.change(commentField(), { target: { value: 'half a th' } });
    expect(keeping).not.toHaveBeenCalled();
    vi.advanceTimersByTime(100);
    expect(keeping).toHaveBeenCalledExactlyOnceWith('unity', { name: '', text: 'half a th' });
  });

  test.each(['visibilitychange', 'pagehide'])('is kept at once on %s', async (event) => {
    const { user } = await openResponses();
    await user.type(commentField(), 'half a th');
    (event === 'pagehide' ? window : document).dispatchEvent(new Event(event));
    await waitFor(async () => expect(await there.draft('unity')).toMatchObject({ text: 'half a th' }));
  });

  test('goes with the response it became; the name stays for the next', async () => {
    const { user, unmount } = await openResponses();
    await user.type(commentField(), 'Well said.');
    await user.type(nameField(), 'Amna');
    await user.click(buttonNamed('Keep on this device'));
    await saidToBeKept();
    unmount();
    await openResponses('other');
    expect(commentField()).toHaveValue('');
    expect(nameField()).toHaveValue('Amna');
    cleanup();
    await openResponses('unity');
    expect(commentField()).toHaveValue('');
  });

  test('of an edit waits until the reader edits that response again', async () => {
    await here.post('unity', { name: 'Amna', text: 'Well said.' });
    const { user, unmount } = await openResponses();
    await user.click(buttonNamed('Edit'));
    await user.type(await within(listedResponses()[0]!).findByRole('textbox', { name: 'Comment' }), ' And more');
    unmount();
    const again = await openResponses();
    expect(screen.getByText('Well said.')).toBeVisible();
    await again.user.click(buttonNamed('Edit'));
    await waitFor(() => expect(screen.getByDisplayValue('Well said. And more')).toHaveFocus());
  });
});

describe('another window', () => {
  test('shows what is kept, edited and removed here without being loaded again', async () => {
    await openResponses();
    const first = await there.post('unity', { name: 'Amna', text: 'From there.' });
    expect(await screen.findByText('From there.')).toBeVisible();
    const second = await there.edit(first, { name: 'Amna', text: 'Mended there.' });
    expect(await screen.findByText('Mended there.')).toBeVisible();
    expect(screen.queryByText('From there.')).not.toBeInTheDocument();
    await there.remove(second);
    await waitFor(() => expect(screen.queryByText('Mended there.')).not.toBeInTheDocument());
  });

  test('that changed the response makes an edit ask, with what stands there and what was typed', async () => {
    const response = await here.post('unity', { name: 'Amna', text: 'Before.' });
    const { user } = await openResponses();
    await user.click(buttonNamed('Edit'));
    const field = await within(listedResponses()[0]!).findByRole('textbox', { name: 'Comment' });
    await there.edit(response, { name: 'Amna', text: 'From there.' });
    await user.type(field, ' From here.');
    await user.click(buttonNamed('Save'));
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('changed in another window');
    expect(within(alert).getByText('From there.')).toBeVisible();
    expect(field).toHaveValue('Before. From here.');
    await user.click(buttonNamed('Save'));
    expect(await screen.findByText('Before. From here.', { ignore: 'textarea' })).toBeVisible();
    expect(await here.list('unity')).toMatchObject([{ text: 'Before. From here.', revision: 3 }]);
  });

  test('that removed the response takes no typed text with it', async () => {
    const response = await here.post('unity', { name: 'Amna', text: 'Before.' });
    const { user } = await openResponses();
    await user.click(buttonNamed('Edit'));
    const field = await within(listedResponses()[0]!).findByRole('textbox', { name: 'Comment' });
    await user.type(field, ' From here.');
    await there.remove(response);
    await user.click(buttonNamed('Save'));
    expect(await screen.findByRole('alert')).toHaveTextContent('removed in another window');
    expect(field).toHaveValue('Before. From here.');
    await user.click(buttonNamed('Save'));
    expect(await screen.findByText('Before. From here.', { ignore: 'textarea' })).toBeVisible();
    expect(listedResponses()).toHaveLength(1);
    expect(await here.list('unity')).toHaveLength(1);
  });
});
