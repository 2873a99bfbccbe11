/** The outline above the bar. A native popover: Escape and a tap outside close it, and the focus goes back. */
import { useState } from 'react';
import type { ArticlePageData } from '../../publication/page.ts';
import type { ShelfWords } from '../../words/words.ts';
import { SectionLinks } from '../outline/SectionLinks.tsx';
import { useSectionRead } from '../outline/use-section-read.ts';

type Props = { id: string; page: ArticlePageData; words: ShelfWords; hide: () => void };

export function BarSections({ id, page, words, hide }: Props) {
  const [isOpen, setOpen] = useState(false);
  const read = useSectionRead(page.outline);

  /** The browser goes to the section; what would cover it is gone then. */
  function follow() {
    document.getElementById(id)?.hidePopover();
    hide();
  }

  return (
    <nav
      id={id}
      className="bar-sections"
      popover="auto"
      aria-label={words.here}
      onToggle={({ newState }) => setOpen(newState === 'open')}
    >
      {isOpen ? <SectionLinks page={page} read={read} follow={follow} /> : null}
    </nav>
  );
}
