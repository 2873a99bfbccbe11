/**
 * Lets Back close what is open: an entry of the history as long as it is, with the address, the key and the number of
 * the page, so that nobody but this file can tell the two apart.
 */
type State = { isOpen?: unknown } | null;

const isAtEntry = (): boolean => (history.state as State)?.isOpen === true;

/** It is the same page at the same place: nobody else need hear of it, and scroll to where the page was before. */
const stay = (event: PopStateEvent): void => event.stopImmediatePropagation();

/** The last entry that is taken away; it takes a moment, and what is opened meanwhile waits for it. */
let leaving: Promise<unknown> = Promise.resolve();

/** Calls `close` on Back. Answers what takes the entry away again when it was closed otherwise, and waits for it. */
export function closedByBack(close: () => void): () => Promise<unknown> {
  const hear = (event: PopStateEvent) => {
    if (isAtEntry()) return;
    stay(event);
    removeEventListener('popstate', hear, true);
    close();
  };
  const entered = leaving.then(() => {
    history.pushState({ ...(history.state as State), isOpen: true }, '');
    addEventListener('popstate', hear, true);
  });
  const goBack = () => {
    removeEventListener('popstate', hear, true);
    if (!isAtEntry()) return undefined;
    return new Promise((resolve) => {
      // In a task of its own: within the event the browser is still on its way, and forgets where else it is sent.
      const arrived = (event: PopStateEvent) => {
        stay(event);
        setTimeout(resolve);
      };
      addEventListener('popstate', arrived, { once: true, capture: true });
      history.back();
    });
  };
  return () => (leaving = entered.then(goBack));
}
