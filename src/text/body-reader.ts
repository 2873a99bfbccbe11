/** The text of a body that is on the page, read when it is asked for and again after a translator has changed it. */
import { type BodyText, textOf } from './text-of-body.ts';

export type BodyReader = {
  element: Element;
  /** The same object while the page is the same. */
  text(): BodyText;
  /** Hears, once a frame at most, that the text may have become another. */
  subscribe(listener: () => void): () => void;
};

export function readBody(element: Element): BodyReader {
  let text: BodyText | undefined;
  let frame = 0;
  const listeners = new Set<() => void>();
  const changes = new MutationObserver(() => {
    text = undefined;
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => listeners.forEach((listener) => listener()));
  });
  return {
    element,
    text: () => (text ??= textOf(element)),
    subscribe(listener) {
      if (listeners.size === 0) changes.observe(element, { childList: true, characterData: true, subtree: true });
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) changes.disconnect();
      };
    },
  };
}
