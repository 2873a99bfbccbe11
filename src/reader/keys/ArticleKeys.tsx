/** What the keys do in an article: from paragraph to paragraph, and on to the next article. */
import { useNavigate } from 'react-router';
import type { ArticlePageData } from '../../publication/page.ts';
import type { KeysWords } from '../../words/words.ts';
import './keys.css';
import { ReadingCursor } from './ReadingCursor.tsx';
import { useKeyAction } from './use-key-action.ts';

/** A series is read in its order; everything else as it appeared, the older after the newer. */
export function ArticleKeys({ page, words }: { page: ArticlePageData; words: KeysWords }) {
  const navigate = useNavigate();
  const next = page.series?.next ?? page.older;
  const previous = page.series?.previous ?? page.newer;
  useKeyAction('next-article', next && (() => void navigate(next.href)));
  useKeyAction('previous-article', previous && (() => void navigate(previous.href)));
  return <ReadingCursor words={words} />;
}
