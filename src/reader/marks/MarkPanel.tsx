/** One mark, opened where it stands in the text. The page stays usable around it; Escape closes it. */
import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import type { MarksWords } from '../../words/words.ts';
import { CloseIcon, LinkIcon } from '../../components/icons.tsx';
import { CopyIcon } from './mark-icons.tsx';
import { sharesLinks } from './shares-links.ts';
import { useBeside } from './use-beside.ts';
import { useEscape } from './use-escape.ts';

type Props = {
  words: MarksWords;
  range: Range | undefined;
  /** Something in it takes the focus by itself. */
  focused: boolean;
  actions: { copy: () => void; link: () => void; remove: () => void; close: () => void };
  children: ReactNode;
};

export function MarkPanel({ words, range, focused, actions, children }: Props) {
  const panel = useRef<HTMLDivElement>(null);
  const id = useId();
  useBeside(panel, range);
  useEscape(panel, actions.close);

  useLayoutEffect(() => {
    if (!focused) panel.current?.focus({ preventScroll: true });
  }, [focused]);

  const link = sharesLinks() ? words.share : words.link;
  return (
    <div className="mark-panel" ref={panel} role="dialog" aria-labelledby={id} tabIndex={-1}>
      <header>
        <h2 id={id}>{words.mark}</h2>
        <button type="button" className="tool" aria-label={words.copy} title={words.copy} onClick={actions.copy}>
          <CopyIcon />
        </button>
        <button type="button" className="tool" aria-label={link} title={link} onClick={actions.link}>
          <LinkIcon />
        </button>
        <button type="button" className="tool" aria-label={words.close} title={words.close} onClick={actions.close}>
          <CloseIcon />
        </button>
      </header>
      {children}
      <button type="button" className="mark-word" onClick={actions.remove}>
        {words.remove}
      </button>
    </div>
  );
}
