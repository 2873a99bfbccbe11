/**
 * In a narrow window the tools of an article are far away in the middle of it. A small bar at the foot of the window has
 * them when the reader scrolls up a little. It goes when they read on, and when the focus goes elsewhere, so that it
 * covers neither what is read nor what has the focus (WCAG 2.4.11); never while it is in use.
 */
import { useEffect, useRef, useState } from 'react';
import type { ArticlePageData } from '../../publication/page.ts';
import type { ReaderWords } from '../../words/words.ts';
import { useMedia } from '../outline/use-media.ts';
import { bodyShown } from '../place/body-shown.ts';
import { useAtFoot } from '../use-at-foot.ts';
import { BarTools } from './BarTools.tsx';
import './bar.css';
import { notScrolled, scrolledTo } from './scroll-up.ts';

type Props = { page: ArticlePageData; words: ReaderWords };

export function ArticleBar(props: Props) {
  return useMedia('(width < 62rem)') ? <BarOfNarrow {...props} /> : null;
}

function BarOfNarrow({ page, words }: Props) {
  const [isShown, setShown] = useState(false);
  const bar = useRef<HTMLDivElement>(null);
  useAtFoot('bar', isShown);

  useEffect(() => {
    const body = bodyShown();
    if (!body) return undefined;
    let scrolled = notScrolled(scrollY);
    const become = (isWanted: boolean) => {
      const isInUse = bar.current?.querySelector(':popover-open, :focus-visible') ?? false;
      if (!isInUse) setShown(isWanted);
    };
    const look = () => {
      const { top, bottom } = body.getBoundingClientRect();
      const isMidText = top < 0 && bottom > innerHeight;
      scrolled = scrolledTo(scrolled, { top: scrollY, windowHeight: innerHeight, isMidText });
      become(scrolled.isWanted);
    };
    const leave = ({ target }: FocusEvent) => {
      if (bar.current?.contains(target as Node)) return;
      scrolled = notScrolled(scrollY);
      setShown(false);
    };
    addEventListener('scroll', look, { passive: true });
    addEventListener('focusin', leave);
    return () => {
      removeEventListener('scroll', look);
      removeEventListener('focusin', leave);
    };
  }, []);

  if (!isShown) return null;
  return (
    <div className="article-bar" role="group" aria-label={words.shelf.tools} ref={bar}>
      <BarTools page={page} words={words} hide={() => setShown(false)} />
    </div>
  );
}
