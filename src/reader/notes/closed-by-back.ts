/**
 * Lets Back close what is open: an entry of the history as long as it is, with the address, the key and the number of
 * the page, so that nobody but this file can tell the two apart.
 */
import { allMarks } from './explanation.ts';
import { linkClicked } from './plain-links.ts';

type State = { isOpen?: unknown } | null;

const isAtEntry = (): boolean => (history.state as State)?.isOpen === true;

/** The last entry that is taken away; it takes a moment, and what is opened meanwhile waits for it. */
let leaving: Promise<unknown> = Promise.resolve();

/**
 * Closes a popover on Back. Answers what takes the entry away again when it was closed otherwise, and waits for it. A
 * page that is gone on to while it is open takes the entry's place; a link elsewhere that is pressed is followed when
 * the entry is gone.
 */
export function closedByBack(opened: HTMLElement): () => Promise<unknown> {
  const release = () => {
    removeEventListener('popstate', hear);
    removeEventListener('click', follow, true);
    Reflect.deleteProperty(history, 'pushState');
  };
  const hear = () => {
    if (isAtEntry()) return;
    release();
    opened.hidePopover();
  };
  const follow = (event: Event) => {
    const link = linkClicked(event);
    if (!link || link.matches(allMarks) || opened.contains(link)) return;
    event.preventDefault();
    event.stopPropagation();
    opened.hidePopover();
    void leave().then(() => link.click());
  };
  const entered = leaving.then(() => {
    history.pushState({ ...(history.state as State), isOpen: true }, '');
    addEventListener('popstate', hear);
    addEventListener('click', follow, true);
    // Until then, and for this object alone: what pushes is the router, for a key, a link or a form, wherever it stands.
    history.pushState = (...next) => {
      release();
      history.replaceState(...next);
    };
  });
  const goBack = () => {
    release();
    if (!isAtEntry()) return undefined;
    addEventListener('click', follow, true);
    return new Promise((resolve) => {
      // In a task of its own: within the event the browser is still on its way, and forgets where else it is sent.
      addEventListener('popstate', () => setTimeout(resolve), { once: true });
      history.back();
    }).then(() => removeEventListener('click', follow, true));
  };
  let left: Promise<unknown> | undefined;
  const leave = () => (left ??= leaving = entered.then(goBack));
  return leave;
}
