/**
 * What a mark stands for, opened at the mark: a native popover, so that Escape, a press outside and the Back of a phone
 * close it. The page does not move; the focus goes in, and back to the mark.
 */
import { type RefObject, type ToggleEvent, useEffect, useId, useLayoutEffect, useRef } from 'react';
import type { NotesWords } from '../../words/words.ts';
import { CloseIcon } from '../../components/icons.tsx';
import './notes.css';
import { closedByBack } from './closed-by-back.ts';
import { allMarks, type Explanation, explanationOf } from './explanation.ts';
import { followLink, linkClicked } from './plain-links.ts';
import { useAtMark } from './use-at-mark.ts';

type Props = {
  mark: HTMLAnchorElement;
  explanation: Explanation;
  words: NotesWords;
  /** Shows another explanation at the same mark. */
  show: (explanation: Explanation) => void;
  close: () => void;
};

export function NotePanel({ mark, explanation, words, show, close }: Props) {
  const panel = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  /** Takes the entry of the history away again. */
  const leaveEntry = useRef<() => Promise<unknown>>(undefined);
  /** A link has been followed: the focus is where it leads. */
  const isLeft = useRef(false);
  const id = useId();
  const hide = () => panel.current?.hidePopover();
  useWayOut(panel);
  useLinksWithin(panel, show, async (link) => {
    isLeft.current = true;
    await leaveEntry.current?.();
    followLink(link);
    hide();
  });

  useLayoutEffect(() => {
    const element = panel.current;
    if (!element) return;
    content.current?.replaceChildren(explanation.content.cloneNode(true));
    if (element.matches(':popover-open')) element.scrollTop = 0;
    else element.showPopover();
    leaveEntry.current ??= closedByBack(element);
    element.focus({ preventScroll: true });
  }, [explanation]);

  // Once it is shown, so that it has a size.
  useAtMark(panel, mark, hide);

  function onToggle({ newState, currentTarget }: ToggleEvent<HTMLElement>) {
    if (newState !== 'closed') return;
    void leaveEntry.current?.();
    const { activeElement } = document;
    const isHere = activeElement === document.body || currentTarget.contains(activeElement);
    if (isHere && !isLeft.current) mark.focus({ preventScroll: true });
    close();
  }

  return (
    <div
      ref={panel}
      className="note-panel"
      popover="auto"
      role="dialog"
      aria-labelledby={id}
      tabIndex={-1}
      onToggle={onToggle}
    >
      <div lang={explanation.lang} dir={explanation.dir}>
        <h2 id={id}>{explanation.title}</h2>
        <div className="prose" ref={content} />
      </div>
      <p className="note-foot">
        <a href={explanation.href}>{explanation.isTerm ? words.glossary : words.all}</a>
        <button type="button" className="tool" aria-label={words.close} title={words.close} onClick={hide}>
          <CloseIcon />
        </button>
      </p>
    </div>
  );
}

/** A mark within a note shows what it stands for in the note's place; any other link leads away from here. */
function useLinksWithin(
  panel: RefObject<HTMLElement | null>,
  show: (explanation: Explanation) => void,
  leave: (link: HTMLAnchorElement) => Promise<void>,
): void {
  const latest = useRef({ show, leave });
  useEffect(() => {
    latest.current = { show, leave };
  });
  useEffect(() => {
    const element = panel.current;
    const answer = async (link: HTMLAnchorElement) => {
      const found = link.matches(allMarks) ? await explanationOf(link) : undefined;
      if (found) latest.current.show(found);
      else await latest.current.leave(link);
    };
    const onClick = (event: Event) => {
      const link = linkClicked(event);
      if (!link) return;
      event.preventDefault();
      void answer(link);
    };
    element?.addEventListener('click', onClick);
    return () => element?.removeEventListener('click', onClick);
  }, [panel]);
}

/** Tab at either end leads back to the mark, wherever the window stands in the document. */
function useWayOut(panel: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = panel.current;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Tab') return;
      const stops = [element, ...(element?.querySelectorAll('a[href], button') ?? [])];
      const ends: unknown[] = event.shiftKey ? stops.slice(0, 2) : stops.slice(-1);
      if (!ends.includes(event.target)) return;
      event.preventDefault();
      element?.hidePopover();
    };
    element?.addEventListener('keydown', onKeyDown);
    return () => element?.removeEventListener('keydown', onKeyDown);
  }, [panel]);
}
