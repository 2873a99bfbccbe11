/**
 * Saves the article on this device and lets it go again. What the button says is what the device has kept: it turns
 * when the transaction is complete, here and in every other window.
 */
import { useEffect, useRef, useState } from 'react';
import { Icon } from '../../components/icons.tsx';
import type { ArticlePageData } from '../../publication/page.ts';
import type { ReaderWords } from '../../words/words.ts';
import { aboutOf } from '../store/about.ts';
import { type ProblemKind, problemKind } from '../store/connection.ts';
import { deviceStore } from '../store/device.ts';
import { isSound } from '../store/records.ts';
import { isLive, isSaved, save, unsave } from './saved.ts';
import '../place/place.css';
import { useKeyAction } from '../keys/use-key-action.ts';

type Props = { page: ArticlePageData; words: ReaderWords; say: (sentence: string) => void };

export function SaveButton({ page, words: { shelf: words, problems }, say }: Props) {
  const { slug } = page;
  const [saved, setSaved] = useState(false);
  const [problem, setProblem] = useState<{ what: string; why: ProblemKind }>();
  const busy = useRef(false);

  useEffect(() => {
    const store = deviceStore();
    const unsubscribe = store.subscribe(({ store: name, key, record }) => {
      if (name === 'saved' && key === slug) setSaved(isSound('saved', record) && isLive(record));
    });
    // Where nothing can be read, pressing the button says why.
    isSaved(store, slug).then(setSaved, () => undefined);
    return unsubscribe;
  }, [slug]);

  const toggle = async () => {
    if (busy.current) return;
    busy.current = true;
    setProblem(undefined);
    say('');
    try {
      if (saved) await unsave(deviceStore(), slug);
      else await save(deviceStore(), slug, aboutOf(page));
      say(saved ? words.unsaved : words.saved);
    } catch (error) {
      setProblem({ what: saved ? words.notUnsaved : words.notSaved, why: problemKind(error) });
    } finally {
      busy.current = false;
    }
  };
  useKeyAction('save', () => void toggle());

  return (
    <>
      <button
        type="button"
        className="tool save-tool"
        aria-pressed={saved}
        aria-label={words.save}
        title={words.save}
        onClick={() => void toggle()}
      >
        <BookmarkIcon filled={saved} />
      </button>
      <div role="alert" className="save-problem">
        {problem ? (
          <p>
            <span>{problem.what}</span> <span>{problems[problem.why]}</span>
          </p>
        ) : null}
      </div>
    </>
  );
}

/** The bookmark of what is saved; it stands in a button that has a name. */
const BookmarkIcon = ({ filled }: { filled: boolean }) => (
  <Icon>
    <path d="M6.5 3.75h11v16.5L12 16.25l-5.5 4z" fill={filled ? 'currentColor' : 'none'} />
  </Icon>
);
