/** Marks are loaded for those who have some in this article, select words of it, or press the key for it. */
import { useEffect, useState } from 'react';
import type { ArticlePageData } from '../../publication/page.ts';
import type { ReaderWords } from '../../words/words.ts';
import { deviceStore } from '../store/device.ts';
import { subscribe } from './marks.ts';
import { useKeyAction } from '../keys/use-key-action.ts';
import { bodyShown } from '../place/body-shown.ts';
import { LoadFailure } from '../../components/LoadFailure.tsx';
import { useLazy } from '../../components/use-lazy.ts';

const load = () => import('./Marks.tsx');

export function MarksWhenWanted({ page, words }: { page: ArticlePageData; words: ReaderWords }) {
  const [wanted, setWanted] = useState(0);
  const [asked, setAsked] = useState(0);
  const { part, failed } = useLazy(load, wanted + asked);
  const ask = () => setAsked((times) => times + 1);
  useKeyAction('mark', ask);

  useEffect(() => {
    const want = () => setWanted(1);
    const store = deviceStore();
    // Where nothing can be read there is nothing to be shown; who marks something is told why.
    store
      .read(['marks'], ({ count }) => count('marks', 'article', page.slug))
      .then(
        (count) => count > 0 && want(),
        () => undefined,
      );
    const unsubscribe = subscribe(store, ({ article }) => article === page.slug && want());
    const select = () => {
      const selection = getSelection();
      if (selection?.isCollapsed === false && selection.containsNode(bodyShown() ?? document, true)) want();
    };
    // While the mouse is pressed the words are still being chosen.
    let isPressed = false;
    const listeners: [string, (event: Event) => void][] = [
      ['selectionchange', () => isPressed || select()],
      ['pointerdown', (event) => (isPressed = event instanceof PointerEvent && event.pointerType === 'mouse')],
      ['pointerup', () => ((isPressed = false), select())],
    ];
    listeners.forEach(([name, listener]) => document.addEventListener(name, listener));
    // What was selected before anybody listened. To ask at once would have the new page laid out before it is whole.
    const frame = requestAnimationFrame(select);
    return () => {
      cancelAnimationFrame(frame);
      unsubscribe();
      listeners.forEach(([name, listener]) => document.removeEventListener(name, listener));
    };
  }, [page.slug]);

  // A reader who only selected words has asked for nothing, and is told of no failure.
  if (failed && asked > 0) return <LoadFailure tryAgain={ask} floats />;
  return part ? <part.Marks page={page} words={words} asked={asked} /> : null;
}
