/** Keeps a section whole: how far it is, and the way to pause it or to be rid of it. */
import { useCallback, useEffect, useRef } from 'react';
import type { Kept } from '../../offline/kept.ts';
import type { OfflineWords } from '../../words/words.ts';
import { numberInWords } from '../backup/numbers.ts';
import { AskToKeep } from './AskToKeep.tsx';
import { finishSections, keeping } from './keep-the-paper.ts';
import { forgetSection, pauseSection, resumeSection } from './keep-section.ts';
import { NoRoomNotice } from './NoRoomNotice.tsx';
import { useKept } from './use-kept.ts';
import './offline.css';

type Props = {
  /** Its address. */
  section: string;
  /** Where several stand below each other. */
  name?: string;
  words: OfflineWords;
};

export function SectionControl({ section, name, words }: Props) {
  const read = useCallback((kept: Kept) => kept.section(section), [section]);
  const known = useKept(read);
  const group = useRef<HTMLDivElement>(null);
  // It may have been cut off at another visit.
  useEffect(() => void finishSections(), []);
  if (!known) return null;
  const { kept, value: record } = known;
  const leave = () => group.current?.focus();
  const act = (task: (kept: Kept, section: string) => Promise<void>) => {
    void keeping(() => task(kept, section));
    leave();
  };
  return (
    <div className="keep-section" role="group" aria-label={name ?? words.keepSection} tabIndex={-1} ref={group}>
      {record === undefined ? (
        <AskToKeep
          kept={kept}
          sections={[section]}
          label={name === undefined ? words.keepSection : words.keepNamed(name)}
          words={words}
          leave={leave}
        />
      ) : null}
      {record?.state === 'kept' ? (
        <p>
          <span>{name === undefined ? words.isKept : words.isKeptNamed(name)}</span>{' '}
          <button
            type="button"
            aria-label={name === undefined ? undefined : words.removeSectionNamed(name)}
            onClick={() => act(forgetSection)}
          >
            {words.removeSection}
          </button>
        </p>
      ) : null}
      {record && record.state !== 'kept' ? (
        <>
          <label>
            {name === undefined ? null : <span>{name}</span>} <progress max={record.pages} value={record.done} />{' '}
            <span>{words.progress(numberInWords(record.done), numberInWords(record.pages))}</span>{' '}
            <span>{record.state === 'paused' ? words.paused : ''}</span>
          </label>
          {name === undefined ? <NoRoomNotice words={words} /> : null}
          <p className="keep-section-actions">
            <button
              type="button"
              className="button"
              onClick={() => act(record.state === 'paused' ? resumeSection : pauseSection)}
            >
              {record.state === 'paused' ? words.resume : words.pause}
            </button>
            <button type="button" className="button" onClick={() => act(forgetSection)}>
              {words.cancel}
            </button>
          </p>
        </>
      ) : null}
    </div>
  );
}
