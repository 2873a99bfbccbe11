/** What the bar holds: the outline, the bookmark, the way to the marks, the settings. */
import { useId, useState } from 'react';
import type { ArticlePageData } from '../../publication/page.ts';
import type { ReaderWords } from '../../words/words.ts';
import { runKey } from '../keys/keys.ts';
import { goTo } from '../place/go-to-passage.ts';
import { SettingsTool } from '../settings/SettingsTool.tsx';
import { SaveButton } from '../shelf/SaveButton.tsx';
import { BarSections } from './BarSections.tsx';
import { MarksIcon, SectionsIcon } from './bar-icons.tsx';

type Props = { page: ArticlePageData; words: ReaderWords; hide: () => void };

export function BarTools({ page, words, hide }: Props) {
  const [said, setSaid] = useState('');
  const [marks] = useState(() => document.querySelector('.marks > h2'));
  const id = useId();
  const { here } = words.shelf;

  function goToMarks(heading: Element) {
    hide();
    goTo(() => ({ top: heading.getBoundingClientRect().top, block: heading }));
  }

  return (
    <>
      {page.outline.length > 0 ? (
        <>
          <button type="button" className="tool" aria-label={here} title={here} popoverTarget={id}>
            <SectionsIcon />
          </button>
          <BarSections id={id} page={page} words={words.shelf} hide={hide} />
        </>
      ) : null}
      <SaveButton page={page} words={words} say={setSaid} />
      <p role="status">{said}</p>
      {marks ? (
        <button
          type="button"
          className="tool"
          aria-label={words.marks.title}
          title={words.marks.title}
          onClick={() => goToMarks(marks)}
        >
          <MarksIcon />
        </button>
      ) : null}
      <SettingsTool words={words} listKeys={() => runKey('help')} />
    </>
  );
}
