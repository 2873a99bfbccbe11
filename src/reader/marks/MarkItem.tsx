/** A mark in the list: its words, its note, its colour by name, and what can be done with it. */
import type { ReactNode } from 'react';
import type { MarksWords } from '../../words/words.ts';
import type { Mark } from '../store/records.ts';
import { shortened } from './shortened.ts';

export type MarkItemActions = {
  goTo: (mark: Mark) => void;
  edit: (mark: Mark) => void;
  remove: (mark: Mark) => void;
  reattach: (mark: Mark) => void;
};

type Props = {
  mark: Mark;
  fate: 'here' | 'lost' | 'away';
  words: MarksWords;
  actions: MarkItemActions;
  /** The editor, while it is open here. */
  children: ReactNode;
};

export function MarkItem({ mark, fate, words, actions, children }: Props) {
  const { passage, colour, note, about } = mark;
  const quote = shortened(passage.exact);
  return (
    <li className="mark-item" data-colour={colour} data-mark={mark.id} tabIndex={-1}>
      <blockquote lang={about.lang} dir={about.dir ?? 'auto'}>
        {passage.exact}
      </blockquote>
      {note && !children ? (
        <p className="mark-note" dir="auto">
          {note}
        </p>
      ) : null}
      {children}
      <div className="mark-actions">
        <span className="mark-swatch" data-colour={colour} />
        <span className="mark-colour">{words.colours[colour]}</span>
        {fate === 'here' ? (
          <button
            type="button"
            className="mark-word"
            aria-label={words.goToNamed(quote)}
            onClick={() => actions.goTo(mark)}
          >
            {words.goTo}
          </button>
        ) : null}
        {fate === 'lost' ? (
          <button
            type="button"
            className="mark-word"
            aria-label={words.reattachNamed(quote)}
            onClick={() => actions.reattach(mark)}
          >
            {words.reattach}
          </button>
        ) : null}
        <button
          type="button"
          className="mark-word"
          aria-label={words.editNamed(quote)}
          aria-expanded={Boolean(children)}
          onClick={() => actions.edit(mark)}
        >
          {words.edit}
        </button>
        <button
          type="button"
          className="mark-word"
          aria-label={words.removeNamed(quote)}
          onClick={() => actions.remove(mark)}
        >
          {words.remove}
        </button>
      </div>
    </li>
  );
}
