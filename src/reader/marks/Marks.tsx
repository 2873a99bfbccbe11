/**
 * The reader's marks in an article: painted in its text, listed after it, made from what is selected. The text itself
 * is only read. Everything is kept on this device and told to the reader when it is.
 */
import { useCallback, useDeferredValue, useMemo, useState } from 'react';
import type { ArticlePageData } from '../../publication/page.ts';
import type { ReaderWords } from '../../words/words.ts';
import type { Mark } from '../store/records.ts';
import './marks.css';
import { MarkEditor } from './MarkEditor.tsx';
import { MarkList } from './MarkList.tsx';
import { MarkPanel } from './MarkPanel.tsx';
import { MarksBeside } from './MarksBeside.tsx';
import { inTextOrder } from './marks.ts';
import { MarksNotRead } from './MarksNotRead.tsx';
import { NoticeLine } from './NoticeLine.tsx';
import { type PlacedMark, placeMarks } from './placed-marks.ts';
import { SelectionTools } from './SelectionTools.tsx';
import { useBody } from './use-body.ts';
import { type Notice, useMarkActions } from './use-mark-actions.ts';
import { useMarks } from './use-marks.ts';
import { usePaintedMarks } from './use-painted-marks.ts';
import { useShowMark } from './use-show-mark.ts';

/** The mark that is open, and where; `writing` when its note is what the reader wants. */
type Open = { id: string; where: 'text' | 'list'; writing: boolean };

type Props = { page: ArticlePageData; words: ReaderWords; asked: number };

const none: PlacedMark[] = [];

export function Marks({ page, words, asked }: Props) {
  const text = useBody(page.texts['body'] ?? '');
  const { marks, lastKnown, problem, read } = useMarks(page.slug);
  const [open, setOpen] = useState<Open>();
  const [notice, setNotice] = useState<Notice>();
  /** The lost mark that waits to be put on other words. */
  const [lost, setLost] = useState<Mark>();
  const actions = useMarkActions(page, words, setNotice);
  const openInText = useCallback(({ id }: Mark) => setOpen({ id, where: 'text', writing: false }), []);
  const closeNotice = useCallback(() => setNotice(undefined), []);

  // A mark that is removed while it is written to stays where it is until the reader is done with it.
  const opened = open && lastKnown(open.id);
  const isGone = opened !== undefined && !marks.some(({ id }) => id === opened.id);
  const standing = useMemo(() => (isGone ? inTextOrder([...marks, opened]) : marks), [marks, opened, isGone]);
  const { body, published } = text;
  const placed = useMemo(() => placeMarks(standing, body?.text ?? '', published), [standing, body, published]);
  const painted = usePaintedMarks(text, placed, openInText);
  const show = useShowMark(text.reader?.element, painted);
  // The list may come a moment after what is painted.
  const listed = useDeferredValue(placed, none);

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
  const openedPart = painted.find(({ mark }) => mark.id === opened?.id);

  return (
    <div className="marks-tools">
      <SelectionTools
        page={page}
        text={text}
        words={words.marks}
        actions={actions}
        tell={setNotice}
        asked={asked}
        hidden={open?.where === 'text'}
        lost={lost}
        found={() => setLost(undefined)}
        writeNote={({ id }) => setOpen({ id, where: 'text', writing: true })}
      />
      {opened && open?.where === 'text' ? (
        <MarkPanel
          key={opened.id}
          words={words.marks}
          range={openedPart?.range}
          focused={open.writing}
          actions={{
            copy: () => void actions.copy(opened.passage.exact),
            link: () => body && openedPart && void actions.link(body, openedPart),
            remove: () => void removeMark(opened),
            close: () => setOpen(undefined),
          }}
        >
          {editor}
        </MarkPanel>
      ) : null}
      {lost ? (
        <div className="mark-notice">
          <p role="status">{words.marks.selectPlace}</p>
          <button type="button" className="mark-word" onClick={() => setLost(undefined)}>
            {words.marks.cancel}
          </button>
        </div>
      ) : null}
      <NoticeLine notice={notice} words={words.marks} close={closeNotice} />
      {problem ? <MarksNotRead problem={problem} words={words} tryAgain={() => void read()} /> : null}
      {painted.length > 0 ? <MarksBeside painted={painted} words={words.marks} open={openInText} /> : null}
      {listed.length > 0 ? (
        <MarkList
          placed={listed}
          words={words.marks}
          editorOf={(mark) => (open?.where === 'list' && mark.id === opened?.id ? editor : null)}
          actions={{
            goTo: show,
            edit: ({ id }) =>
              setOpen(open?.id === id && open.where === 'list' ? undefined : { id, where: 'list', writing: true }),
            remove: (mark) => void removeMark(mark),
            reattach: (mark) => {
              setNotice(undefined);
              setLost(mark);
            },
          }}
        />
      ) : null}
    </div>
  );
}
