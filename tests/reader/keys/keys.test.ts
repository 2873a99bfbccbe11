// @vitest-environment jsdom
/** Single keys: what they do on whatever keyboard, and all the places where they must not. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { activeKeys, type KeyAction, keyActions, keys, onKey, subscribeToKeys } from '../../../src/reader/keys/keys.ts';

let done: KeyAction[] = [];
let takenBack: (() => void)[] = [];

beforeEach(() => {
  done = [];
  takenBack = keyActions.map((action) => onKey(action, () => done.push(action)));
});

afterEach(() => {
  takenBack.forEach((takeBack) => takeBack());
  delete document.documentElement.dataset['keys'];
  document.body.replaceChildren();
});

/** Presses a key in an element (the page itself, if none is named) and answers the event. */
function press(key: string, more: KeyboardEventInit = {}, where: Element = document.body): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, composed: true, ...more });
  where.dispatchEvent(event);
  return event;
}

function put(html: string): HTMLElement {
  document.body.innerHTML = html;
  const found = document.body.querySelector<HTMLElement>('[data-here]');
  if (!found) throw new Error('There is no place to press a key in.');
  return found;
}

describe('a key', () => {
  test.each(keyActions)('does %s, and nothing of the browser', (action) => {
    expect(press(keys[action]).defaultPrevented).toBe(true);
    expect(done).toEqual([action]);
  });

  test.each([
    ['j on an Urdu keyboard', 'ج', { code: 'KeyJ' }, 'next-paragraph'],
    ['j on a Greek keyboard', 'ξ', { code: 'KeyJ' }, 'next-paragraph'],
    ['j on a Russian keyboard', 'о', { code: 'KeyJ' }, 'next-paragraph'],
    ['the comma of an Urdu keyboard', '،', { code: 'Comma' }, 'settings'],
    ['the question mark of an Urdu keyboard', '؟', { code: 'Slash', shiftKey: true }, 'help'],
    ['the question mark of a German keyboard', '?', { code: 'Minus', shiftKey: true }, 'help'],
    ['the slash of a German keyboard', '/', { code: 'Digit7', shiftKey: true }, 'search'],
    ['the slash of a French keyboard', '/', { code: 'Period', shiftKey: true }, 'search'],
    ['m on a French keyboard', 'm', { code: 'Semicolon' }, 'mark'],
    ['the comma of a French keyboard', ',', { code: 'KeyM' }, 'settings'],
    ['j under Caps Lock', 'J', { code: 'KeyJ' }, 'next-paragraph'],
    ['a sign behind AltGr', '/', { code: 'KeyQ', ctrlKey: true, altKey: true, modifierAltGraph: true }, 'search'],
  ] as [string, string, KeyboardEventInit, KeyAction][])('is known as %s', (_, key, more, action) => {
    press(key, more);
    expect(done).toEqual([action]);
  });

  test.each([
    ['Ctrl', { ctrlKey: true }],
    ['Alt', { altKey: true }],
    ['Meta', { metaKey: true }],
    ['Shift', { shiftKey: true, key: 'S' }],
    ['a sign that is being composed', { isComposing: true }],
  ])('does nothing with %s', (_, more) => {
    expect(press('s', { code: 'KeyS', ...more }).defaultPrevented).toBe(false);
    expect(done).toEqual([]);
  });

  test.each(['Dead', 'Process', 'Unidentified'])('that is still being made (%s) does nothing', (key) => {
    press(key, { code: 'KeyJ' });
    expect(done).toEqual([]);
  });

  test.each(['q', 'Enter', 'Escape', 'ArrowDown', ' ', 'Tab', '1'])('%j has nothing to do here', (key) => {
    expect(press(key).defaultPrevented).toBe(false);
    expect(done).toEqual([]);
  });

  test('does nothing where somebody else has dealt with it', () => {
    const button = put('<button data-here>A</button>');
    button.addEventListener('keydown', (event) => event.preventDefault());
    press('j', {}, button);
    expect(done).toEqual([]);
  });

  test('that is held down goes from paragraph to paragraph, but saves only once', () => {
    press('j');
    press('j', { repeat: true });
    press('s');
    const repeated = press('s', { repeat: true });
    expect(done).toEqual(['next-paragraph', 'next-paragraph', 'save']);
    expect(repeated.defaultPrevented).toBe(true);
  });

  test('acts on a link, a button and a headline', () => {
    for (const html of [
      '<a href="#" data-here>A</a>',
      '<button data-here>A</button>',
      '<h1 tabindex="-1" data-here>A</h1>',
    ])
      press('j', {}, put(html));
    expect(done).toEqual(['next-paragraph', 'next-paragraph', 'next-paragraph']);
  });
});

describe('while typing no key acts', () => {
  test.each([
    '<input data-here>',
    '<input type="search" data-here>',
    '<input type="range" data-here>',
    '<textarea data-here></textarea>',
    '<select data-here><option>A</option></select>',
    '<div contenteditable data-here></div>',
    '<div contenteditable="true"><p><b data-here>A</b></p></div>',
    '<div contenteditable="plaintext-only" data-here></div>',
    '<div role="textbox" tabindex="0" data-here></div>',
    '<div role="combobox" tabindex="0" data-here></div>',
  ])('in %s', (html) => {
    const place = put(html);
    for (const action of keyActions) expect(press(keys[action], {}, place).defaultPrevented).toBe(false);
    expect(done).toEqual([]);
  });

  test('also in the shadow of another element', () => {
    const host = put('<div data-here></div>');
    const field = document.createElement('input');
    host.attachShadow({ mode: 'open' }).append(field);
    press('j', {}, field);
    expect(done).toEqual([]);
  });

  test('but what cannot be edited within it is no field', () => {
    press('j', {}, put('<div contenteditable="false" data-here></div>'));
    expect(done).toEqual(['next-paragraph']);
  });
});

describe('beneath a dialog', () => {
  test.each(['<dialog open><button data-here>A</button></dialog>', '<p data-here></p><dialog open></dialog>'])(
    'only the list of keys opens: %s',
    (html) => {
      const place = put(html);
      for (const action of keyActions) press(keys[action], {}, place);
      expect(done).toEqual(['help']);
    },
  );

  test('a popover takes the keys of those who are in it, and of nobody else', () => {
    const button = put('<p>A</p><div popover="auto"><button data-here>A</button></div>');
    press('j', {}, button);
    expect(done).toEqual([]);
    press('j', {}, document.querySelector('p')!);
    expect(done).toEqual(['next-paragraph']);
  });

  test('a dialog that is closed is in nobody’s way', () => {
    press('j', {}, put('<p data-here></p><dialog></dialog>'));
    expect(done).toEqual(['next-paragraph']);
  });
});

test('switched off, no key acts, not even the one for the list', () => {
  document.documentElement.dataset['keys'] = 'off';
  for (const action of keyActions) expect(press(keys[action]).defaultPrevented).toBe(false);
  expect(done).toEqual([]);
});

test('each key is one sign and no two are the same', () => {
  const signs = keyActions.map((action) => keys[action]);
  expect(new Set(signs).size).toBe(signs.length);
  for (const sign of signs) expect(sign).toMatch(/^[a-z,/?]$/);
});

describe('the list', () => {
  beforeEach(() => takenBack.forEach((takeBack) => takeBack()));

  test('holds what somebody can do, in one order, and the same array until that changes', () => {
    expect(activeKeys()).toEqual([]);
    const heard = vi.fn<() => void>();
    const unsubscribe = subscribeToKeys(heard);
    takenBack = [onKey('help', () => {}), onKey('save', () => {})];
    expect(activeKeys()).toEqual(['save', 'help']);
    expect(heard).toHaveBeenCalledTimes(2);
    const before = activeKeys();
    takenBack.push(onKey('save', () => {}));
    expect(activeKeys()).toBe(before);
    takenBack.forEach((takeBack) => takeBack());
    expect(activeKeys()).toEqual([]);
    unsubscribe();
  });

  test('of two that want a key, the later has it, and the earlier again when that has gone', () => {
    const said: string[] = [];
    takenBack = [onKey('save', () => said.push('first')), onKey('save', () => said.push('second'))];
    press('s');
    takenBack[1]?.();
    press('s');
    takenBack[0]?.();
    expect(press('s').defaultPrevented).toBe(false);
    expect(said).toEqual(['second', 'first']);
  });
});
