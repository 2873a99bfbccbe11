/**
 * The reader's marks in an article: painted in its text, listed after it, made from what is selected. The text itself
 * is only read. Everything is kept on this device and told to the reader when it is.
 */
import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { useLocation } from 'react-router';
import type { ArticlePageData } from '../../publication/page.ts';
import type { ReaderWords } from '../../words/words.ts';
import { blockAround } from '../../text/blocks.ts';
import { inTextOrder } from './marks.ts';
import { partAt } from '../../text/at-point.ts';
import { paint, point } from './paint.ts';
import { type PlacedMark, placeMarks } from './placed-marks.ts';
import { rangeOf, type Span } from '../../text/text-of-body.ts';
import type { Colour, Mark } from '../store/records.ts';
import './marks.css';
import { goTo } from '../place/go-to-passage.ts';
import { MarkEditor } from './MarkEditor.tsx';
import { MarkList } from './MarkList.tsx';
import { MarkPanel } from './MarkPanel.tsx';
import { MarkToolbar } from './MarkToolbar.tsx';
import { NoticeLine } from './NoticeLine.tsx';
import { markOfHash } from './mark-hash.ts';
import { useBody } from './use-body.ts';
import { type Notice, useMarkActions } from './use-mark-actions.ts';
import { useMarks } from './use-marks.ts';
import { useSelectedPart } from './use-selected-part.ts';
import { useSentences } from './use-sentences.ts';

/** The mark that is open, and where; `writing` when its note is what the reader wants. */
type Open = { id: string; where: 'text' | 'list'; writing: boolean };

type Props = { page: ArticlePageData; words: ReaderWords; asked: number };

const none: PlacedMark[] = [];

export function Marks({ page, words, asked }: Props) {
  const { marks: said, problems } = words;
  const { reader, body, published } = useBody(page.texts['body'] ?? '');
  const { marks, lastKnown, problem, read } = useMarks(page.slug);
  const [open, setOpen] = useState<Open>();
  const [notice, setNotice] = useState<Notice>();
  const [waiting, setWaiting] = useState<string>();
  const [colour, setColour] = useState<Colour>('yellow');
  const selected = useSelectedPart(reader);
  const [left, setLeft] = useState<Span>();
  const sentences = useSentences(reader, selected, asked, page.lang);
  const actions = useMarkActions(page, words, setNotice);
  const { hash, key } = useLocation();
  const before = useRef<Element>(null);

  // A mark that is removed while it is written to stays where it is until the reader is done with it.
  const opened = open && lastKnown(open.id);
  const isGone = opened !== undefined && !marks.some(({ id }) => id === opened.id);
  const standing = useMemo(() => (isGone ? inTextOrder([...marks, opened]) : marks), [marks, opened, isGone]);
  const placed = useMemo(() => placeMarks(standing, body?.text ?? '', published), [standing, body, published]);
  // The list may come a moment after what is painted.
  const shown = useDeferredValue(placed, none);
  const painted = useMemo(
    () =>
      placed.flatMap((place) => {
        const range = place.fate === 'here' && body ? rangeOf(body, place.span.start, place.span.end) : undefined;
        return place.fate === 'here' && range
          ? [{ ...place.span, mark: place.mark, colour: place.mark.colour, range }]
          : [];
      }),
    [placed, body],
  );
  useEffect(() => paint(painted), [painted]);
  useEffect(
    () => () => {
      paint([]);
      point();
    },
    [],
  );

  // What a tap or a click opens is what lies painted under it; a link in it stays a link.
  useEffect(() => {
    if (!reader || !body) return undefined;
    const look = (event: Event) => {
      const isLink = event.target instanceof Element && event.target.closest('a, button, summary') !== null;
      if (!(event instanceof MouseEvent) || isLink || getSelection()?.isCollapsed === false) return;
      const part = partAt(body, painted, event.clientX, event.clientY);
      if (part) setOpen({ id: part.mark.id, where: 'text', writing: false });
    };
    reader.element.addEventListener('click', look);
    return () => reader.element.removeEventListener('click', look);
  }, [reader, body, painted]);

  const show = useCallback(
    (id: string) => {
      const place = painted.find(({ mark }) => mark.id === id);
      if (!place) return;
      const { startContainer } = place.range;
      const block = reader && blockAround(reader.element, startContainer);
      goTo(() => block && { top: place.range.getBoundingClientRect().top, block });
      point(place.range);
    },
    [painted, reader],
  );

  // A link on the shelf names the mark it leads to.
  const arrived = useRef('');
  useEffect(() => {
    const id = markOfHash(hash);
    if (!id || arrived.current === key || !painted.some(({ mark }) => mark.id === id)) return;
    arrived.current = key;
    show(id);
  }, [hash, key, painted, show]);

  // Once the reader goes on, what was pointed at is theirs to find.
  useEffect(() => {
    const done = () => point();
    document.addEventListener('pointerdown', done);
    return () => document.removeEventListener('pointerdown', done);
  }, []);

  const closeNotice = useCallback(() => setNotice(undefined), []);
  const isOffered = selected !== undefined && selected !== left && open?.where !== 'text';
  const range = useMemo(
    () => (body && selected ? rangeOf(body, selected.start, selected.end) : undefined),
    [body, selected],
  );
  const isPublished = () => body !== undefined && body.text === published();

  function leaveSelection() {
    setLeft(selected);
    sentences.leave();
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    if (before.current instanceof HTMLElement) before.current.focus({ preventScroll: true });
  }

  async function make(chosen: Colour): Promise<Mark | undefined> {
    if (!body || !selected) return undefined;
    if (!isPublished()) {
      setNotice({ text: said.translated, isProblem: true });
      return undefined;
    }
    setColour(chosen);
    const mark = await actions.make(body, selected, chosen);
    if (mark) {
      getSelection()?.collapseToEnd();
      leaveSelection();
    }
    return mark;
  }

  async function putHere(id: string) {
    const mark = lastKnown(id);
    if (!body || !selected || !mark) return;
    if (!isPublished()) setNotice({ text: said.translated, isProblem: true });
    else if (await actions.reattach(mark, body, selected)) {
      setWaiting(undefined);
      getSelection()?.collapseToEnd();
      leaveSelection();
    }
  }

  async function removeMark(mark: Mark) {
    if (await actions.remove(mark)) setOpen((known) => (known?.id === mark.id ? undefined : known));
  }

  const editor = opened ? (
    <MarkEditor
      key={opened.id}
      mark={opened}
      gone={isGone}
      words={words}
      recolour={(chosen) => void actions.recolour(opened, chosen)}
      became={({ id }) => open && setOpen({ ...open, id })}
      writing={open?.writing ?? false}
    />
  ) : null;
  const spot = opened && painted.find(({ mark }) => mark.id === opened.id);

  return (
    <div className="marks-tools">
      {isOffered ? (
        <MarkToolbar
          words={said}
          range={range}
          asked={sentences.asked}
          steps={sentences.steps}
          putHere={waiting === undefined ? undefined : () => void putHere(waiting)}
          actions={{
            highlight: (chosen) => void make(chosen),
            note: () =>
              void make(colour).then((mark) => mark && setOpen({ id: mark.id, where: 'text', writing: true })),
            copy: () => body && selected && void actions.copy(body.text.slice(selected.start, selected.end)),
            link: () => body && selected && void actions.link(body, selected),
            leave: leaveSelection,
          }}
        />
      ) : null}
      {opened && open?.where === 'text' ? (
        <MarkPanel
          key={opened.id}
          words={said}
          range={spot?.range}
          focused={open.writing}
          actions={{
            copy: () => void actions.copy(opened.passage.exact),
            link: () => body && spot && void actions.link(body, spot),
            remove: () => void removeMark(opened),
            close: () => setOpen(undefined),
          }}
        >
          {editor}
        </MarkPanel>
      ) : null}
      {waiting === undefined ? null : (
        <div className="mark-notice">
          <p role="status">{said.selectPlace}</p>
          <button type="button" className="mark-word" onClick={() => setWaiting(undefined)}>
            {said.cancel}
          </button>
        </div>
      )}
      <NoticeLine notice={notice} words={said} close={closeNotice} />
      {problem ? (
        <div role="alert" className="mark-problem">
          <p>{said.notRead}</p>
          <p>{problems[problem]}</p>
          <button type="button" className="mark-word" onClick={() => void read()}>
            {said.tryAgain}
          </button>
        </div>
      ) : null}
      {shown.length > 0 ? (
        <MarkList
          placed={shown}
          words={said}
          editorOf={(mark) => (open?.where === 'list' && mark.id === opened?.id ? editor : null)}
          actions={{
            goTo: ({ id }) => show(id),
            edit: ({ id }) =>
              setOpen(open?.id === id && open.where === 'list' ? undefined : { id, where: 'list', writing: true }),
            remove: (mark) => void removeMark(mark),
            reattach: ({ id }) => {
              setNotice(undefined);
              setWaiting(id);
            },
          }}
        />
      ) : null}
    </div>
  );
}
