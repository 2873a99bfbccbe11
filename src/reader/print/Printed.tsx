/**
 * What an article has on paper only: its title and number on each page, and after its end a code of its address. The code is
 * drawn when the page is idle, since nothing can be fetched once printing has begun; until then the address stands alone.
 */
import { useEffect, useState } from 'react';
import { useLazy } from '../../components/use-lazy.ts';
import { whenIdle } from '../../components/when-idle.ts';
import type { ArticlePageData } from '../../publication/page.ts';
import type { PrintWords } from '../../words/words.ts';
import { sayOnPrintedPages } from './printed-pages.ts';

const load = () => import('./code-of-address.ts');

export function Printed({ page, words }: { page: ArticlePageData; words: PrintWords }) {
  const { title, canonical } = page.head;
  const [isIdle, setIdle] = useState(false);
  useEffect(() => whenIdle(() => setIdle(true), 10_000), []);
  useEffect(() => sayOnPrintedPages(title, words), [title, words]);
  const { part } = useLazy(load, canonical && isIdle ? 1 : 0);
  if (!part || !canonical) return null;
  const { size, path } = part.codeOf(canonical);
  return (
    <div className="printed-code" dir={page.dir} aria-hidden="true" hidden>
      <svg viewBox={`0 0 ${size} ${size}`} shapeRendering="crispEdges">
        <path d={path} />
      </svg>
    </div>
  );
}
