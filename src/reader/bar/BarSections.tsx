/** The outline above the bar. A native popover: Escape and a tap outside close it, and the focus goes back. */
import { useState } from 'react';
import { SectionLinks } from '../../components/Outline.tsx';
import type { ArticlePageData } from '../../publication/page.ts';
import type { ShelfWords } from '../../words/words.ts';
import { useSectionRead } from '../outline/use-section-read.ts';

type Props = { id: string; page: ArticlePageData; words: ShelfWords; hide: () => void };

export function BarSections({ id, page: { outline, around, lang, dir }, words, hide }: Props) {
  const [isOpen, setOpen] = useState(false);
  const read = useSectionRead(outline);

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
      {isOpen ? (
        <SectionLinks outline={outline} around={around} lang={lang} dir={dir} read={read} follow={follow} />
      ) : null}
    </nav>
  );
}
