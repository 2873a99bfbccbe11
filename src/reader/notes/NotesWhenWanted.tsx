/**
 * Marks of notes and of terms open what they stand for, unless the reader wants notes at the end. The marks stay the links
 * they are: what cannot be opened is followed, and what opens is loaded when the reader comes near.
 */
import { useEffect, useRef, useState } from 'react';
import type { ArticlePageData } from '../../publication/page.ts';
import type { ReaderWords } from '../../words/words.ts';
import { useLazy } from '../../components/use-lazy.ts';
import { bodyShown } from '../place/body-shown.ts';
import { deviceSettings, useSettings } from '../settings/use-settings.ts';
import { allMarks, type Explanation, explanationOf, termMarks } from './explanation.ts';
import { followLink, linkClicked } from './plain-links.ts';

const loadPanel = () => import('./NotePanel.tsx');
const loadBeside = () => import('./NotesBeside.tsx');

type Panel = Awaited<ReturnType<typeof loadPanel>>;
type Opened = { mark: HTMLAnchorElement; explanation: Explanation };

export function NotesWhenWanted({ page, words }: { page: ArticlePageData; words: ReaderWords }) {
  const { notes } = useSettings(deviceSettings());
  const marks = notes === 'end' ? termMarks : allMarks;
  const [panel, setPanel] = useState<Panel>();
  const [opened, setOpened] = useState<Opened>();
  const besideText = useLazy(loadBeside, notes === 'beside' ? 1 : 0);
  /** What was open when the pointer went down: a press outside closes it before the click comes. */
  const pressed = useRef<HTMLAnchorElement>(undefined);

  useEffect(() => {
    const body = bodyShown();
    const load = () => loadPanel().then(setPanel);
    const near = ({ target }: Event) => {
      if (target instanceof Element && target.closest(marks)) load().catch(() => undefined);
    };
    const open = (event: Event) => {
      const mark = linkClicked(event, marks);
      if (!mark) return;
      event.preventDefault();
      if (isByPointer(event) && mark === pressed.current) return;
      const beside = noteBeside(mark);
      if (beside) beside.focus();
      else explain(mark, (explanation) => setOpened({ mark, explanation }), load);
    };
    const listeners = Object.entries({ pointerover: near, focusin: near, click: open });
    listeners.forEach(([name, listener]) => body?.addEventListener(name, listener));
    return () => listeners.forEach(([name, listener]) => body?.removeEventListener(name, listener));
  }, [marks]);

  useEffect(() => {
    const press = () => {
      pressed.current = opened?.mark;
    };
    addEventListener('pointerdown', press, true);
    return () => removeEventListener('pointerdown', press, true);
  }, [opened]);

  // A screen reader says that they open something.
  useEffect(() => {
    const found = bodyShown()?.querySelectorAll(marks) ?? [];
    for (const mark of found) mark.setAttribute('aria-haspopup', 'dialog');
    return () => {
      for (const mark of found) mark.removeAttribute('aria-haspopup');
    };
  }, [marks]);

  // In an element of its own: what comes and goes among the parts of the page has the styles of all of them computed.
  return (
    <div>
      {panel && opened ? (
        <panel.NotePanel
          {...opened}
          words={words.notes}
          show={(explanation) => setOpened({ ...opened, explanation })}
          close={() => setOpened(undefined)}
        />
      ) : null}
      {besideText.part && notes === 'beside' ? (
        <besideText.part.NotesBeside key={page.texts['body']} words={words.notes} />
      ) : null}
    </div>
  );
}

/** What is at hand is shown within the click, so that what is open becomes it; what cannot be had is followed. */
function explain(mark: HTMLAnchorElement, show: (explanation: Explanation) => void, load: () => Promise<void>): void {
  const found = explanationOf(mark);
  const settle = (explanation: Explanation | undefined) => (explanation ? show(explanation) : followLink(mark));
  const loading = load();
  if (found instanceof Promise) {
    Promise.all([found, loading]).then(
      ([explanation]) => settle(explanation),
      () => followLink(mark),
    );
    return;
  }
  settle(found);
  loading.catch(() => followLink(mark));
}

const isByPointer = (event: Event): boolean => event instanceof UIEvent && event.detail > 0;

/** Where the note of a mark stands beside the text, if it does. */
function noteBeside(mark: HTMLAnchorElement): HTMLElement | undefined {
  const note = document.getElementById(mark.getAttribute('aria-details') ?? '');
  return note?.checkVisibility() && !note.hasAttribute('data-left-out') ? note : undefined;
}
