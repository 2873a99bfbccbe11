/**
 * The marks of an article, after its text: for those who do not see them painted, and for all who want to go over them.
 * What the article no longer has stands first and openly.
 */
import { type ReactNode, useId, useState } from 'react';
import type { MarksWords } from '../../words/words.ts';
import { canPaint } from './paint.ts';
import type { PlacedMark } from './placed-marks.ts';
import type { Mark } from '../store/records.ts';
import { MarkItem, type MarkItemActions } from './MarkItem.tsx';

type Props = {
  placed: readonly PlacedMark[];
  words: MarksWords;
  actions: MarkItemActions;
  editorOf: (mark: Mark) => ReactNode;
};

/** So many are shown at once. */
const pageLength = 25;

export function MarkList({ placed, words, actions, editorOf }: Props) {
  const [isOpen, setOpen] = useState(true);
  const [shown, setShown] = useState(pageLength);
  const id = useId();
  const lost = placed.filter(({ fate }) => fate === 'lost');
  const others = placed.filter(({ fate }) => fate !== 'lost');
  const entry = ({ mark, fate }: PlacedMark) => (
    <MarkItem key={mark.id} mark={mark} fate={fate} words={words} actions={actions}>
      {editorOf(mark)}
    </MarkItem>
  );
  return (
    <section className="marks" aria-labelledby={id}>
      <h2 id={id}>{words.title}</h2>
      <p className="account">{words.introduction}</p>
      {canPaint() ? null : <p className="account">{words.notPainted}</p>}
      {others.some(({ fate }) => fate === 'away') ? (
        <p className="account" role="status">
          {words.translated}
        </p>
      ) : null}
      {lost.length > 0 ? (
        <div className="marks-lost">
          <h3>{words.lostTitle}</h3>
          <p className="account">{words.lost}</p>
          <ul>{lost.map(entry)}</ul>
        </div>
      ) : null}
      {others.length > 0 ? (
        <details open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
          <summary>{words.count(others.length)}</summary>
          <ul>{isOpen ? others.slice(0, shown).map(entry) : null}</ul>
          {others.length > shown ? (
            <button type="button" className="mark-word" onClick={() => setShown(shown + pageLength)}>
              {words.more}
            </button>
          ) : null}
        </details>
      ) : null}
    </section>
  );
}
