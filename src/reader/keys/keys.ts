/**
 * Single keys of the keyboard and what they do: the parts of a page say what they can do (`onKey`), and one listener on
 * the document does it. No key acts while somebody types, with Ctrl, Alt or Meta, beneath a dialog, or where the reader
 * has switched single keys off (WCAG 2.1.4).
 */
export const keys = {
  'next-paragraph': 'j',
  'previous-paragraph': 'k',
  'next-article': 'n',
  'previous-article': 'p',
  save: 's',
  mark: 'm',
  settings: ',',
  search: '/',
  shelf: 'b',
  help: '?',
} as const;

export type KeyAction = keyof typeof keys;

/** In the order in which they are listed. */
export const keyActions = Object.keys(keys) as KeyAction[];

/** Held down, these go on and on; the others would undo what they have just done. */
const repeatable = new Set<KeyAction>(['next-paragraph', 'previous-paragraph']);

type KeyBinding = { action: KeyAction; run: () => void };

let bindings: readonly KeyBinding[] = [];
let active: readonly KeyAction[] = [];
const listeners = new Set<() => void>();

/** From now on the key of an action runs this, also where another part had taken the key; answers how to take it back. */
export function onKey(action: KeyAction, run: () => void): () => void {
  const binding = { action, run };
  if (bindings.length === 0) document.addEventListener('keydown', act);
  become([...bindings, binding]);
  return () => {
    become(bindings.filter((other) => other !== binding));
    if (bindings.length === 0) document.removeEventListener('keydown', act);
  };
}

/** Does what the key of an action does, for a control that has the same meaning. */
export const runKey = (action: KeyAction): void => bindings.findLast((binding) => binding.action === action)?.run();

/** The actions that a key has now, in the order of the list; the same array while they are the same. */
export const activeKeys = (): readonly KeyAction[] => active;

export function subscribeToKeys(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function become(next: readonly KeyBinding[]): void {
  bindings = next;
  const now = keyActions.filter((action) => bindings.some((binding) => binding.action === action));
  if (now.join() === active.join()) return;
  active = now;
  listeners.forEach((listener) => listener());
}

function act(event: KeyboardEvent): void {
  if (event.defaultPrevented || document.documentElement.dataset['keys'] === 'off') return;
  const key = keyPressed(event);
  const binding = bindings.findLast(({ action }) => keys[action] === key);
  if (!binding || isTyping(event) || (isBeneathDialog(event) && binding.action !== 'help')) return;
  event.preventDefault();
  if (!event.repeat || repeatable.has(binding.action)) binding.run();
}

/** The sign of a key as on a Latin keyboard, whatever the layout; nothing with a modifier or a letter in capitals. */
function keyPressed(event: KeyboardEvent): string | undefined {
  // With AltGr a layout only reaches its signs; Windows tells it as Ctrl and Alt together.
  const modified = (event.ctrlKey || event.altKey || event.metaKey) && !event.getModifierState('AltGraph');
  if (modified || event.isComposing) return undefined;
  const sign = /^[!-~]$/.test(event.key) ? event.key.toLowerCase() : signOfPlace(event);
  return sign && /[a-z]/.test(sign) && event.shiftKey ? undefined : sign;
}

/** Where a layout writes another script (Urdu, Greek), what counts is where the key is. */
function signOfPlace({ key, code, shiftKey }: KeyboardEvent): string | undefined {
  // "Dead" and "Process" are signs that are still being made.
  if (key.length > 2) return undefined;
  const [, letter] = /^Key([A-Z])$/.exec(code) ?? [];
  if (letter) return letter.toLowerCase();
  if (code === 'Comma' && !shiftKey) return ',';
  return code === 'Slash' ? (shiftKey ? '?' : '/') : undefined;
}

/** The element that hears the key, also inside of another's shadow. */
const heardBy = (event: KeyboardEvent): Element | undefined => {
  const [target] = event.composedPath();
  return target instanceof Element ? target : undefined;
};

const fields = 'input, textarea, select, [role=textbox], [role=searchbox], [role=combobox], [role=listbox]';

function isTyping(event: KeyboardEvent): boolean {
  const element = heardBy(event);
  if (!element) return false;
  return (
    element.closest(`${fields}, [contenteditable]:not([contenteditable=false])`) !== null ||
    document.designMode === 'on'
  );
}

/** A popover takes the keys only of those who are in it; a dialog is before everything. */
const isBeneathDialog = (event: KeyboardEvent): boolean =>
  document.querySelector('dialog[open]') !== null || (heardBy(event)?.closest('[popover]') ?? null) !== null;
