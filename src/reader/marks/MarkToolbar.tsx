/**
 * What can be done with the words that are selected. It takes the focus only when it is asked for; Escape leaves it
 * (WAI-ARIA toolbar: one stop for Tab, the arrows move within).
 */
import { type KeyboardEvent, type ReactNode, useLayoutEffect, useRef } from 'react';
import type { MarksWords } from '../../words/words.ts';
import { type Colour, colours } from '../store/records.ts';
import { CloseIcon, LinkIcon, MoreIcon } from '../../components/icons.tsx';
import { BackIcon, CopyIcon, NoteIcon, OnIcon } from './mark-icons.tsx';
import { sharesLinks } from './shares-links.ts';
import { useBeside } from './use-beside.ts';

/** Moves among the sentences of the text, for those who chose one by the keyboard. */
export type SentenceSteps = { back: () => void; on: () => void; longer: () => void };

type Props = {
  words: MarksWords;
  range: Range | undefined;
  /** Rises each time the reader asks for the toolbar. */
  asked: number;
  steps: SentenceSteps | undefined;
  actions: {
    highlight: (colour: Colour) => void;
    note: () => void;
    copy: () => void;
    link: () => void;
    leave: () => void;
  };
  /** A lost mark waits to be put on these words. */
  putHere: (() => void) | undefined;
};

export function MarkToolbar({ words, range, asked, steps, actions, putHere }: Props) {
  const bar = useRef<HTMLDivElement>(null);
  useBeside(bar, range);

  useLayoutEffect(() => {
    if (asked > 0) bar.current?.querySelector('button')?.focus({ preventScroll: true });
  }, [asked]);

  function move(event: KeyboardEvent<HTMLDivElement>) {
    const buttons = Array.from(event.currentTarget.querySelectorAll('button'));
    const isRtl = getComputedStyle(event.currentTarget).direction === 'rtl';
    const index = buttons.findIndex((button) => button === document.activeElement);
    const step = { ArrowRight: isRtl ? -1 : 1, ArrowLeft: isRtl ? 1 : -1 }[event.key];
    const next = { Home: 0, End: buttons.length - 1 }[event.key] ?? (step && index + step);
    if (event.key === 'Escape') actions.leave();
    else if (next === undefined) return;
    else buttons.at(next % buttons.length)?.focus();
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div
      className="mark-toolbar"
      ref={bar}
      role="toolbar"
      tabIndex={-1}
      aria-label={words.selected}
      onKeyDown={move}
      // A press takes the selection away before the click comes.
      onPointerDown={(event) => event.preventDefault()}
      onMouseDown={(event) => event.preventDefault()}
    >
      {putHere ? (
        <button type="button" className="mark-put" onClick={putHere}>
          {words.putHere}
        </button>
      ) : (
        <>
          {colours.map((colour, index) => (
            <button
              key={colour}
              type="button"
              className="tool"
              tabIndex={index === 0 ? 0 : -1}
              aria-label={words.highlight[colour]}
              title={words.highlight[colour]}
              onClick={() => actions.highlight(colour)}
            >
              <span className="mark-swatch" data-colour={colour} />
            </button>
          ))}
          <Tool name={words.addNote} run={actions.note} icon={<NoteIcon />} />
          <Tool name={words.copy} run={actions.copy} icon={<CopyIcon />} />
          <Tool name={sharesLinks() ? words.share : words.link} run={actions.link} icon={<LinkIcon />} />
        </>
      )}
      {steps ? (
        <>
          <Tool name={words.previousSentence} run={steps.back} icon={<BackIcon />} />
          <Tool name={words.nextSentence} run={steps.on} icon={<OnIcon />} />
          <Tool name={words.longer} run={steps.longer} icon={<MoreIcon />} />
        </>
      ) : null}
      <Tool name={words.close} run={actions.leave} icon={<CloseIcon />} />
    </div>
  );
}

function Tool({ name, run, icon }: { name: string; run: () => void; icon: ReactNode }) {
  return (
    <button type="button" className="tool" tabIndex={-1} aria-label={name} title={name} onClick={run}>
      {icon}
    </button>
  );
}
