/** Offers to keep sections whole, and says how much that is before anything is fetched. */
import { useState } from 'react';
import type { Kept } from '../../offline/kept.ts';
import type { SectionList } from '../../publication/keeping.ts';
import type { OfflineWords } from '../../words/words.ts';
import { bytesInWords } from '../backup/numbers.ts';
import { keeping } from './keep-the-paper.ts';
import { keepSection, readList } from './keep-section.ts';

type Props = {
  kept: Kept;
  /** Their addresses. */
  sections: readonly string[];
  label: string;
  words: OfflineWords;
  /** The buttons go away with the answer: the focus is to go elsewhere. */
  leave: () => void;
};

export function AskToKeep({ kept, sections, label, words, leave }: Props) {
  const [asked, setAsked] = useState<(SectionList | undefined)[]>();
  if (!asked) {
    const ask = async () => setAsked(await Promise.all(sections.map(readList)));
    return (
      <button type="button" className="button" onClick={() => void ask()}>
        {label}
      </button>
    );
  }
  const lists = asked.filter((list) => list !== undefined);
  const articles = lists.reduce((sum, { pages }) => sum + pages.length, 0);
  const bytes = lists.reduce((sum, list) => sum + list.bytes, 0);
  const go = () => {
    // The press is the permission that browsers ask for before they promise not to throw it away.
    void navigator.storage?.persist?.().catch(() => false);
    leave();
    void keeping(async () => {
      for (const section of sections) await keepSection(kept, section);
    });
  };
  return (
    <>
      <p role="status">
        {lists.length < sections.length ? words.notReached : words.asks(articles, bytesInWords(bytes))}
      </p>
      <p className="keep-section-actions">
        {lists.length < sections.length ? null : (
          <button type="button" className="button" onClick={go}>
            {words.yes}
          </button>
        )}
        <button
          type="button"
          className="button"
          onClick={() => {
            setAsked(undefined);
            leave();
          }}
        >
          {words.no}
        </button>
      </p>
    </>
  );
}
