/**
 * What an article has on paper only: its title and number on each page, and after its end a code of its address. It is made
 * when printing begins, and what draws the code is loaded when the page is idle, since nothing can be fetched then; until it
 * is here the address stands alone.
 */
import { useEffect, useLayoutEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { useLazy } from '../../components/use-lazy.ts';
import { whenIdle } from '../../components/when-idle.ts';
import type { ArticlePageData } from '../../publication/page.ts';
import type { PrintWords } from '../../words/words.ts';
import { sayOnPrintedPages } from './printed-pages.ts';

const load = () => import('./code-of-address.ts');

export function Printed({ page, words }: { page: ArticlePageData; words: PrintWords }) {
  const { title, canonical } = page.head;
  const [isIdle, setIdle] = useState(false);
  const isPrinting = usePrinting();
  useEffect(() => whenIdle(() => setIdle(true), 10_000), []);
  useLayoutEffect(() => (isPrinting ? sayOnPrintedPages(title, words) : undefined), [isPrinting, title, words]);
  const { part } = useLazy(load, canonical && isIdle ? 1 : 0);
  if (!isPrinting || !part || !canonical) return null;
  const { size, path } = part.codeOf(canonical);
  return (
    <div className="printed-code" dir={page.dir} aria-hidden="true" hidden>
      <svg viewBox={`0 0 ${size} ${size}`} shapeRendering="crispEdges">
        <path d={path} />
      </svg>
    </div>
  );
}

/** Whether the page is being printed. The browser waits for what is done when it says so, and for nothing after that. */
function usePrinting(): boolean {
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    const begin = () => flushSync(() => setPrinting(true));
    const end = () => setPrinting(false);
    addEventListener('beforeprint', begin);
    addEventListener('afterprint', end);
    return () => {
      removeEventListener('beforeprint', begin);
      removeEventListener('afterprint', end);
    };
  }, []);
  return isPrinting;
}
