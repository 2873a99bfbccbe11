/** What can be done with the selected words of an article: to make a mark of them, or to put a lost mark on them. */
import { useMemo, useState } from 'react';
import type { ArticlePageData } from '../../publication/page.ts';
import { rangeOf, type Span } from '../../text/text-of-body.ts';
import type { MarksWords } from '../../words/words.ts';
import type { Colour, Mark } from '../store/records.ts';
import { MarkToolbar } from './MarkToolbar.tsx';
import type { ShownBody } from './use-body.ts';
import type { MarkActions, Notice } from './use-mark-actions.ts';
import { useSelectedPart } from './use-selected-part.ts';
import { useSentences } from './use-sentences.ts';

type Props = {
  page: ArticlePageData;
  text: ShownBody;
  words: MarksWords;
  actions: MarkActions;
  tell: (notice: Notice) => void;
  /** Rises each time the reader asks for the tools. */
  asked: number;
  /** Whether something else stands where the tools would. */
  hidden: boolean;
  /** The lost mark that waits to be put on other words. */
  lost: Mark | undefined;
  /** Called when it was put there. */
  found: () => void;
  /** Takes the mark that was made to write a note to. */
  writeNote: (mark: Mark) => void;
};

export function SelectionTools({ page, text, words, actions, tell, asked, hidden, lost, found, writeNote }: Props) {
  const { reader, body, published } = text;
  const selected = useSelectedPart(reader);
  /** The selection that the reader is done with. */
  const [left, setLeft] = useState<Span>();
  const [colour, setColour] = useState<Colour>('yellow');
  const sentences = useSentences(reader, selected, asked, page.lang);
  const range = useMemo(
    () => (body && selected ? rangeOf(body, selected.start, selected.end) : undefined),
    [body, selected],
  );
  if (!body || !selected || selected === left || hidden) return null;

  const leave = () => {
    setLeft(selected);
    sentences.leave();
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  };

  /** Makes or moves a mark, unless the page shows other words than the published ones. */
  const keep = async (change: () => Promise<Mark | undefined>): Promise<Mark | undefined> => {
    if (body.text !== published()) {
      tell({ text: words.translated, isProblem: true });
      return undefined;
    }
    const mark = await change();
    if (mark) {
      getSelection()?.collapseToEnd();
      leave();
    }
    return mark;
  };

  const make = (chosen: Colour) =>
    keep(() => {
      setColour(chosen);
      return actions.make(body, selected, chosen);
    });

  const putHere = async (mark: Mark) => {
    if (await keep(() => actions.reattach(mark, body, selected))) found();
  };

  return (
    <MarkToolbar
      words={words}
      range={range}
      asked={sentences.asked}
      steps={sentences.steps}
      putHere={lost && (() => void putHere(lost))}
      actions={{
        highlight: (chosen) => void make(chosen),
        note: () => void make(colour).then((mark) => mark && writeNote(mark)),
        copy: () => void actions.copy(body.text.slice(selected.start, selected.end)),
        link: () => void actions.link(body, selected),
        leave,
      }}
    />
  );
}
