/**
 * The section that is being read, marked in the outline of the article; and where a wide window has room under Must Read,
 * a second outline that stays beside the text. It is added where nothing stands, so that nothing moves.
 */
import { useEffect } from 'react';
import { createPortal } from 'react-dom';
import type { ArticlePageData } from '../../publication/page.ts';
import type { ShelfWords } from '../../words/words.ts';
import { OutlineBeside } from './OutlineBeside.tsx';
import './outline.css';
import { useMedia } from './use-media.ts';
import { useSectionRead } from './use-section-read.ts';

type Props = { page: ArticlePageData; words: ShelfWords };

export function ArticleOutline({ page, words }: Props) {
  const read = useSectionRead(page.outline);
  const isWide = useMedia('(width >= 62rem)');

  useEffect(() => {
    const links = document.querySelectorAll('details.outline a');
    const current = Array.from(links).find((link) => link.getAttribute('href') === `#${read}`);
    current?.setAttribute('aria-current', 'location');
    return () => current?.removeAttribute('aria-current');
  }, [read]);

  const layout = document.querySelector('.layout');
  if (!isWide || !layout || page.outline.length === 0) return null;
  return createPortal(<OutlineBeside page={page} words={words} read={read} />, layout);
}
