/**
 * Finds what a reader would: by role and name, in a page of any engine. A path names it, such as
 * "dialog Reading settings > radio Sepia": a role and a whole name, or the beginning of one with * at its end, within
 * the one before. A role alone is the first of its kind.
 */
import { vi } from 'vitest';
import { patience, type Point, type Window } from './driver.ts';

/** The first that a path leads to and that can be seen; runs in the page. */
function inPage(path: string, want: string): unknown {
  const selectors: Record<string, string> = {
    alert: '[role=alert]',
    banner: 'header.masthead, [role=banner]',
    button: 'button, summary',
    checkbox: 'input[type=checkbox]',
    complementary: 'aside',
    contentinfo: 'footer',
    dialog: 'dialog[open], [role=dialog]',
    group: '[role=group]',
    heading: 'h1, h2, h3, h4',
    link: 'a[href]',
    list: 'ul, ol',
    listitem: 'li',
    main: 'main',
    navigation: 'nav',
    radio: 'input[type=radio]',
    region: 'section',
    searchbox: 'input[type=search]',
    slider: 'input[type=range]',
    status: '[role=status]',
    textbox: 'textarea, input[type=text], input:not([type])',
    toolbar: '[role=toolbar]',
  };
  const tidy = (text: string | null | undefined) => (text ?? '').replaceAll(/\s+/g, ' ').trim();
  /** The words of an element without what is only for the eye. */
  const spoken = (element: Element): string => {
    const copy = element.cloneNode(true) as Element;
    for (const hidden of copy.querySelectorAll('[aria-hidden=true]')) hidden.remove();
    return tidy(copy.textContent);
  };
  const nameOf = (element: Element): string => {
    const by = element.getAttribute('aria-labelledby');
    if (by)
      return tidy(
        by
          .split(' ')
          .map((id) => document.querySelector(`[id="${id}"]`)?.textContent)
          .join(' '),
      );
    const label = element.getAttribute('aria-label');
    if (label !== null) return tidy(label);
    return spoken((element as HTMLInputElement).labels?.[0] ?? element);
  };
  const fits = (element: Element, name: string) =>
    name.endsWith('*') ? nameOf(element).startsWith(name.slice(0, -1)) : name === '' || nameOf(element) === name;
  let found: Element[] = [document.documentElement];
  for (const step of path.split(' > ')) {
    const [, role = '', name = ''] = /^(\S+) ?(.*)$/.exec(step) ?? [];
    const all = found.flatMap((element) => [...element.querySelectorAll(selectors[role] ?? role)]);
    found = all.filter((element) => fits(element, name) && element.checkVisibility());
  }
  const [element] = found as HTMLElement[];
  if (want === 'count') return found.length;
  if (want === 'texts') return found.map((one) => tidy((one as HTMLElement).innerText));
  if (!element) return undefined;
  if (want.startsWith('[')) return element.getAttribute(want.slice(1, -1));
  if (want === 'value') return (element as HTMLInputElement).value;
  if (want === 'checked') return (element as HTMLInputElement).checked;
  if (want === 'focus') return element.focus();
  // Where to press: a control that is hidden behind its label is pressed by the label.
  const { width: own } = element.getBoundingClientRect();
  const label = (element as HTMLInputElement).labels?.[0];
  const target = own < 8 && label ? label : element;
  target.scrollIntoView({ block: 'center', behavior: 'instant' });
  const { left, top, width, height } = target.getClientRects()[0] ?? target.getBoundingClientRect();
  const point = { x: left + width / 2, y: top + height / 2 };
  const hit = document.elementFromPoint(point.x, point.y);
  const isHit = hit !== null && (target.contains(hit) || hit.closest('label')?.control === element);
  Object.assign(globalThis, { aimedAt: element });
  return isHit ? point : undefined;
}

/** How many there are that can be seen. */
export const count = (window: Window, path: string) => window.run(inPage, path, 'count') as Promise<number>;

/** What all of them say. */
export const texts = (window: Window, path: string) => window.run(inPage, path, 'texts') as Promise<string[]>;

export const attribute = (window: Window, path: string, name: string) =>
  window.run(inPage, path, `[${name}]`) as Promise<string | null | undefined>;

export const valueOf = (window: Window, path: string) =>
  window.run(inPage, path, 'value') as Promise<string | undefined>;

export const isChecked = (window: Window, path: string) =>
  window.run(inPage, path, 'checked') as Promise<boolean | undefined>;

/** Waits for what has to come; between two documents nobody answers, which is no fault. */
export async function until<Found>(what: string, find: () => Promise<Found>): Promise<NonNullable<Found>> {
  let cause: unknown;
  const tried = () =>
    find().catch((error: unknown) => {
      cause = error;
    });
  try {
    return (await vi.waitUntil(tried, patience)) as NonNullable<Found>;
  } catch {
    throw new Error(`Not there: ${what}`, { cause });
  }
}

export async function waitFor(window: Window, path: string): Promise<void> {
  await until(path, () => count(window, path));
}

/** Until the words stand in the page and can be seen. */
export async function waitForText(window: Window, words: string): Promise<void> {
  await until(words, () => window.run((words) => document.body.innerText.includes(words), words));
}

/** The middle of it, once it lies still and nothing lies over it. */
export function pointOn(window: Window, path: string): Promise<Point> {
  let last: Point | undefined;
  return until(`${path}, to be pressed`, async () => {
    const now = (await window.run(inPage, path, 'point')) as Point | null | undefined;
    const isStill = now && last && now.x === last.x && now.y === last.y;
    last = now ?? undefined;
    return isStill ? now : undefined;
  });
}

/** As Tab would, where it is not the way there that is walked. */
export async function focus(window: Window, path: string): Promise<void> {
  await waitFor(window, path);
  await window.run(inPage, path, 'focus');
}

/** What the focus is on: its element, and its name or its words. */
export const focused = (window: Window): Promise<string> =>
  window.run(() => {
    const element = document.activeElement as HTMLElement | null;
    return `${element?.tagName.toLowerCase()} ${element?.getAttribute('aria-label') ?? element?.innerText.trim()}`;
  });

export const title = (window: Window) => window.run(() => document.title);

/** The heading of the page, once it is this one. */
export const arrived = (window: Window, heading: string) => waitFor(window, `h1 ${heading}`);
