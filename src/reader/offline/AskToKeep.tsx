/** Offers to keep sections whole, and says how much that is before anything is fetched. */
import { useEffect, useId, useRef, useState } from 'react';
import type { Kept } from '../../offline/kept.ts';
import type { SectionList } from '../../publication/keeping.ts';
import type { OfflineWords } from '../../words/words.ts';
import { bytesInWords } from '../backup/numbers.ts';
import { keeping } from './keep-the-paper.ts';
import { keepSections, readList } from './keep-section.ts';

type Props = {
  kept: Kept;
  /** Their addresses. */
  sections: readonly string[];
  label: string;
  words: OfflineWords;
  /** The buttons go away with the answer: the focus is to go elsewhere. */
  leave: () => void;
};

/** The address of a section and its list, where that could be had. */
type Asked = [section: string, list: SectionList | undefined];

export function AskToKeep({ kept, sections, label, words, leave }: Props) {
  const [asked, setAsked] = useState<Asked[]>();
  const [asking, setAsking] = useState(false);
  const answers = useRef<HTMLParagraphElement>(null);
  const size = useId();
  useEffect(() => {
    // The button that was pressed has gone, and the focus with it, unless the reader went on meanwhile.
    if (asked && document.activeElement === document.body) answers.current?.querySelector('button')?.focus();
  }, [asked]);
  if (!asked) {
    const ask = async () => {
      setAsking(true);
      setAsked(await Promise.all(sections.map(async (section): Promise<Asked> => [section, await readList(section)])));
      setAsking(false);
    };
    return (
      <button type="button" className="button" aria-busy={asking} onClick={asking ? undefined : () => void ask()}>
        {label}
      </button>
    );
  }
  const known = asked.filter((section): section is [string, SectionList] => section[1] !== undefined);
  const articles = known.reduce((sum, [, { pages }]) => sum + pages.length, 0);
  const bytes = known.reduce((sum, [, list]) => sum + list.bytes, 0);
  const go = () => {
    // The press is the permission that browsers ask for before they promise not to throw it away.
    void navigator.storage?.persist?.().catch(() => false);
    setAsked(undefined);
    leave();
    void keeping(() => keepSections(kept, known));
  };
  return (
    <>
      <p role="status" id={size}>
        {known.length < sections.length ? words.notReached : words.asks(articles, bytesInWords(bytes))}
      </p>
      <p className="keep-section-actions" ref={answers}>
        {known.length < sections.length ? null : (
          <button type="button" className="button" aria-describedby={size} onClick={go}>
            {words.yes}
          </button>
        )}
        <button
          type="button"
          className="button"
          aria-describedby={size}
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
