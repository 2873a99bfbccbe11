/** The reader's parts of every page. Each feature stands in a folder of its own; this file says where it appears. */
import type { ArticlePageData } from '../publication/page.ts';
import type { ReaderWords } from '../words/words.ts';
import { ArticleBar } from './bar/ArticleBar.tsx';
import { ArticleKeys } from './keys/ArticleKeys.tsx';
import { MarksWhenWanted } from './marks/MarksWhenWanted.tsx';
import { ArticleOutline } from './outline/ArticleOutline.tsx';
import { NotesWhenWanted } from './notes/NotesWhenWanted.tsx';
import { PicturesWhenWanted } from './pictures/PicturesWhenWanted.tsx';
import { ArticlePlace } from './place/ArticlePlace.tsx';
import { KeepsArticle } from './offline/KeepsArticle.tsx';
import { RulerWhenWanted } from './ruler/RulerWhenWanted.tsx';
import { Printed } from './print/Printed.tsx';
import { SaveButton } from './shelf/SaveButton.tsx';

/** In the masthead of every page. */
export { MastheadTools } from './MastheadTools.tsx';

/** Under the masthead, on the page of a section, on one that could not be had, and in the foot. */
export { CopyNotice } from './offline/CopyNotice.tsx';
export { SectionOffline } from './offline/SectionOffline.tsx';
export { KeptInstead } from './offline/KeptInstead.tsx';
export { NewerVersion } from './offline/NewerVersion.tsx';

/** Under the letters that stand in an article. */
export { MoreLetters } from './letters/MoreLetters.tsx';

/** On the page for unknown addresses. */
export { LostArticle } from './shelf/LostArticle.tsx';

/** Beside the byline of an article; mounted afresh for each. They stand before the text in the order of the keyboard. */
export function BylineTools({ page, words, say }: { page: ArticlePageData; words: ReaderWords; say: Say }) {
  return (
    <>
      <SaveButton page={page} words={words} say={say} />
      <ArticlePlace page={page} words={words} />
    </>
  );
}

type Say = (sentence: string) => void;

/** With an article, after its text; mounted afresh for each. */
export function ArticleTools({ page, words }: { page: ArticlePageData; words: ReaderWords }) {
  return (
    <>
      <ArticleKeys page={page} words={words.keys} />
      <NotesWhenWanted page={page} words={words} />
      <PicturesWhenWanted page={page} words={words} />
      <MarksWhenWanted page={page} words={words} />
      <RulerWhenWanted />
      <ArticleOutline page={page} words={words.shelf} />
      <ArticleBar page={page} words={words} />
      <KeepsArticle page={page} />
      <Printed page={page} words={words.print} />
    </>
  );
}
