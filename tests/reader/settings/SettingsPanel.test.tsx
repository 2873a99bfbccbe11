// @vitest-environment jsdom
/** The panel of the settings as a reader meets it: by name and role, in both languages, with an undo. */
import '@testing-library/jest-dom/vitest';
import 'fake-indexeddb/auto';
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { SettingsPanel } from '../../../src/reader/settings/SettingsPanel.tsx';
import { reader as arabic } from '../../../src/words/ar/reader.ts';
import { reader as english } from '../../../src/words/en/reader.ts';
import { reader as urdu } from '../../../src/words/ur/reader.ts';
import { defaults, type Settings } from '../../../src/reader/settings/settings.ts';
import { settingsStore, type SettingsStore } from '../../../src/reader/settings/settings-store.ts';
import { basePath, freshWindow } from '../windows.ts';

let settings: SettingsStore;

beforeEach(() => {
  settings = settingsStore(freshWindow(), basePath(), () => []);
});

afterEach(() => {
  cleanup();
  settings.close();
  localStorage.clear();
  vi.restoreAllMocks();
  document.documentElement.removeAttribute('lang');
});

function open(words = english, text = '') {
  const page = document.createElement('main');
  page.innerHTML = text;
  const view = render(
    <SettingsPanel id="panel" words={words} store={settings} leave={() => {}} listKeys={() => {}} />,
    {
      container: document.body.appendChild(page).appendChild(document.createElement('div')),
    },
  );
  // jsdom knows no popovers: one is opened by a sheet, and told so as the browser would.
  const sheet = document.head.appendChild(document.createElement('style'));
  sheet.textContent = '[popover] { display: block !important; }';
  const toggle = Object.assign(new Event('toggle'), { newState: 'open', oldState: 'closed' });
  fireEvent(screen.getByRole('dialog'), toggle);
  return { user: userEvent.setup(), view, page };
}

afterEach(() => {
  document.body.replaceChildren();
  document.head.replaceChildren();
});

describe('the panel', () => {
  test('has a name, and every control in it has one', () => {
    open();
    expect(screen.getByRole('dialog', { name: 'Reading settings' })).toHaveFocus();
    for (const role of ['radio', 'slider', 'checkbox', 'button'] as const) {
      for (const control of screen.getAllByRole(role)) expect(control).toHaveAccessibleName();
    }
    expect(
      screen.getAllByRole('group').map((group) => group.getAttribute('aria-label') ?? group.textContent),
    ).not.toContain('');
  });

  test('shows what is chosen, and chooses', async () => {
    const { user } = open();
    expect(screen.getByRole('radio', { name: 'System' })).toBeChecked();
    await user.click(screen.getByRole('radio', { name: 'Black' }));
    expect(screen.getByRole('radio', { name: 'Black' })).toBeChecked();
    await user.click(screen.getByRole('radio', { name: 'Sans serif' }));
    await user.click(screen.getByRole('radio', { name: 'Straight' }));
    await user.click(screen.getByRole('checkbox', { name: 'Single keys' }));
    await user.click(screen.getByRole('checkbox', { name: 'Less motion' }));
    expect(settings.now()).toEqual({
      ...defaults,
      theme: 'black',
      face: 'sans',
      align: 'justify',
      keys: false,
      motion: 'reduced',
    });
  });

  test('hears of a choice that is made elsewhere', () => {
    const { view } = open();
    settings.choose({ theme: 'sepia' });
    view.rerender(<SettingsPanel id="panel" words={english} store={settings} leave={() => {}} listKeys={() => {}} />);
    expect(screen.getByRole('radio', { name: 'Sepia' })).toBeChecked();
  });

  test.each([
    ['Size', 'size', 105, '105 %', 95],
    ['Height of the lines', 'line', 1.7, '1.7', 1.5],
    ['Length of the lines', 'measure', 105, '105 %', 95],
    ['Between paragraphs', 'paragraph', 1.2, '1.2 em', 1],
  ] as const)('%s goes up and down by its buttons, and says where it is', async (label, name, up, said, down) => {
    const { user } = open();
    const slider = screen.getByRole('slider', { name: label });
    await user.click(screen.getByRole('button', { name: `${label}: more` }));
    expect(settings.now()[name]).toBe(up);
    expect(slider).toHaveAttribute('aria-valuetext', said);
    expect(screen.getByText(said)).toBeVisible();
    await user.click(screen.getByRole('button', { name: `${label}: less` }));
    await user.click(screen.getByRole('button', { name: `${label}: less` }));
    expect(settings.now()[name]).toBe(down);
  });

  test('a slider at its end stays there, with the focus on its button', async () => {
    const { user } = open();
    const less = screen.getByRole('button', { name: 'Between letters: less' });
    expect(less).toHaveAttribute('aria-disabled', 'true');
    await user.click(less);
    expect(less).toHaveFocus();
    expect(settings.now().letter).toBe(0);
    fireEvent.change(screen.getByRole('slider', { name: 'Between letters' }), { target: { value: '0.12' } });
    expect(settings.now().letter).toBe(0.12);
    expect(less).toHaveAttribute('aria-disabled', 'false');
  });

  test('takes everything back, and that back again', async () => {
    const { user } = open();
    const reset = screen.getByRole('button', { name: 'As the publication sets it' });
    expect(reset).toHaveAttribute('aria-disabled', 'true');
    settings.choose({ theme: 'dark', size: 150, keys: false });
    const before = settings.now();
    await user.click(reset);
    expect(settings.now()).toEqual(defaults);
    expect(screen.getByRole('status')).toHaveTextContent('Everything is as the publication sets it.');
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(settings.now()).toEqual(before);
    expect(screen.queryByRole('button', { name: 'Undo' })).not.toBeInTheDocument();
    expect(reset).toHaveFocus();
  });

  test('says it when a choice lasts only as long as the page', async () => {
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('No room', 'QuotaExceededError');
    });
    const { user } = open();
    await user.click(screen.getByRole('radio', { name: 'Dark' }));
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('This lasts only as long as the page is open.');
    expect(alert).toHaveTextContent(english.problems.full);
    expect(document.documentElement.dataset['theme']).toBe('dark');
  });
});

describe('in a publication in another face', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.resetModules();
  });

  /** The panel of a site that is built with this face. */
  async function openBuiltWith(face: string, words = english, kept: Partial<Settings> = {}) {
    vi.stubGlobal('PUBLICATION_FACE', face);
    vi.resetModules();
    const [{ SettingsPanel: Panel }, { settingsStore: storeOf }] = await Promise.all([
      import('../../../src/reader/settings/SettingsPanel.tsx'),
      import('../../../src/reader/settings/settings-store.ts'),
    ]);
    settings.close();
    const store = freshWindow();
    localStorage.setItem(`broadsheet:${basePath()}:settings`, JSON.stringify({ revision: 1, values: kept }));
    settings = storeOf(store, basePath(), () => []);
    const { container } = render(
      <Panel id="panel" words={words} store={settings} leave={() => {}} listKeys={() => {}} />,
    );
    // jsdom knows no popovers.
    const group = within(container).getByRole('group', { name: words.settings.face, hidden: true });
    return within(group).getAllByRole<HTMLInputElement>('radio', { hidden: true });
  }

  const named = (radios: HTMLInputElement[]) => radios.map(({ parentElement }) => parentElement?.textContent);
  const chosen = (radios: HTMLInputElement[]) => radios.findIndex(({ checked }) => checked);

  test.each([
    ['sans', english, ['Sans serif', 'Literata', 'For dyslexia']],
    ['legible', english, ['For dyslexia', 'Literata', 'Sans serif']],
    ['sans', urdu, ['سادہ خط', 'لٹراٹا', 'ڈسلیکسیا']],
    ['legible', arabic, ['لعسر القراءة', 'ليتراتا', 'بلا زوائد']],
  ])('%s is the first, by its own name, and the others follow', async (face, words, names) => {
    const radios = await openBuiltWith(face, words);
    expect(named(radios)).toEqual(names);
    expect(chosen(radios)).toBe(0);
    expect(document.documentElement.dataset['face']).toBeUndefined();
  });

  test.each([
    ['sans', 'literata', 'Sans serif', undefined],
    ['sans', 'sans', 'Sans serif', undefined],
    ['sans', 'legible', 'For dyslexia', 'legible'],
    ['legible', 'sans', 'Sans serif', 'sans'],
    ['legible', 'serif', 'Literata', 'serif'],
  ] as const)('in %s, what was kept as "%s" before is %s', async (face, kept, name, shown) => {
    const radios = await openBuiltWith(face, english, { face: kept });
    expect(named(radios)[chosen(radios)]).toBe(name);
    expect(document.documentElement.dataset['face']).toBe(shown);
  });

  test('Literata is chosen as a face that is not the own one, and left again', async () => {
    const [own, literata] = await openBuiltWith('sans');
    const user = userEvent.setup();
    await user.click(literata!);
    expect(settings.now().face).toBe('serif');
    expect(document.documentElement.dataset['face']).toBe('serif');
    await user.click(own!);
    expect(settings.now().face).toBe('literata');
    expect(document.documentElement.dataset['face']).toBeUndefined();
  });
});

describe('the sample', () => {
  const sample = () => within(screen.getByRole('group', { name: /Sample|نمونہ/ })).getByText(/./);

  test('is in the language of the article that is open', () => {
    document.documentElement.lang = 'en';
    open(english, '<article lang="ur" dir="rtl"><p>متن</p></article>');
    expect(sample()).toHaveAttribute('lang', 'ur');
    expect(sample()).toHaveAttribute('dir', 'rtl');
    expect(screen.getByRole('radio', { name: 'Naskh' })).toBeVisible();
  });

  test('is in the language of the page elsewhere; without Urdu its faces are not asked for', () => {
    document.documentElement.lang = 'en';
    open();
    expect(sample()).toHaveAttribute('lang', 'en');
    expect(screen.queryByRole('radio', { name: 'Naskh' })).not.toBeInTheDocument();
  });

  test('and all words are Urdu in an Urdu publication', () => {
    document.documentElement.lang = 'ur';
    open(urdu);
    expect(sample()).toHaveAttribute('lang', 'ur');
    expect(screen.getByRole('dialog', { name: 'پڑھنے کی ترتیبات' })).toBeVisible();
    expect(screen.getByRole('slider', { name: 'حروف کا حجم' })).toHaveAttribute('aria-valuetext', '100 فیصد');
    const latin = screen
      .getByRole('dialog')
      .textContent.replaceAll(/\bem\b|\bAa\b|\b[jks]\b/g, '')
      .match(/[A-Za-z]+/g);
    expect(latin).toBeNull();
  });
});
