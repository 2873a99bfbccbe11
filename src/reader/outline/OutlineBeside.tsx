/** The outline in the free column under Must Read, where it follows the text; where it has no room it is not there. */
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { SectionLinks } from '../../components/Outline.tsx';
import type { ArticlePageData } from '../../publication/page.ts';
import type { ShelfWords } from '../../words/words.ts';

type Props = { page: ArticlePageData; words: ShelfWords; read: string | undefined };

export function OutlineBeside({ page: { outline, around, lang, dir }, words, read }: Props) {
  const column = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLElement>(null);
  const [fits, setFits] = useState(false);
  const id = useId();

  // Once the page has been laid out, as the observer tells; until it has its place it is not seen.
  useLayoutEffect(() => {
    const [shown, inside] = [column.current, list.current];
    const mustRead = document.getElementById('must-read');
    if (!shown || !inside) return undefined;
    const measure = () => {
      shown.style.setProperty('--beside-top', `${mustRead?.offsetHeight ?? 0}px`);
      // With less it would not follow, but hang on the end of the page.
      setFits(shown.offsetHeight > 1.5 * inside.offsetHeight);
    };
    // Not within the observer's own call: what is measured there changes what is observed.
    let frame = 0;
    const resized = new ResizeObserver(() => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(measure);
    });
    // The column itself is changed by this, and is as high as the layout.
    for (const element of [shown.parentElement, inside, mustRead]) if (element) resized.observe(element);
    return () => {
      cancelAnimationFrame(frame);
      resized.disconnect();
    };
  }, []);

  // A list that is longer than the window goes along.
  useEffect(() => {
    const link = read && list.current?.querySelector<HTMLElement>('[aria-current]');
    if (list.current && link) list.current.scrollTop = link.offsetTop - list.current.clientHeight / 2;
  }, [read]);

  return (
    <div className="outline-column" ref={column} data-fits={fits}>
      <nav className="outline-beside opening" ref={list} aria-labelledby={id}>
        <h2 id={id} className="overline">
          {words.here}
        </h2>
        <SectionLinks outline={outline} around={around} lang={lang} dir={dir} read={read} />
      </nav>
    </div>
  );
}
