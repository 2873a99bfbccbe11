/**
 * Pictures are looked at closely: a press on one opens it over the window, and so does its address. What is open is what
 * the address says, so Back closes it, Forward opens it again, and it can be shared. The links stay the links they are,
 * and nothing is loaded before one of them is touched.
 */
import { useEffect, useRef, useState } from 'react';
import { LoadFailure } from '../../components/LoadFailure.tsx';
import { useLazy } from '../../components/use-lazy.ts';
import type { ArticlePageData } from '../../publication/page.ts';
import type { ReaderWords } from '../../words/words.ts';
import { linkClicked } from '../notes/plain-links.ts';
import { bodyShown } from '../place/body-shown.ts';
import { pictureAsked, pictureHash, pictureLinks, picturesShown } from './picture-links.ts';

const load = () => import('./PictureDialog.tsx');

/** Longer than it takes to go past a picture: browsers count how often an address is changed. */
const settling = 150;

/** Whether a press on a picture has made the entry of the history; the other fields of it are the router's. */
const isOurEntry = (): boolean => (history.state as { isPicture?: unknown } | null)?.isPicture === true;

export function PicturesWhenWanted({ page, words }: { page: ArticlePageData; words: ReaderWords }) {
  const [number, setNumber] = useState<number>();
  const [again, setAgain] = useState(0);
  const isLeaving = useRef(false);
  const { part, failed } = useLazy(load, number === undefined ? 0 : 1 + again);

  useEffect(() => {
    const article = bodyShown()?.closest('article');
    const links = picturesShown();
    const near = ({ target }: Event) => {
      if (target instanceof Element && target.closest(pictureLinks)) load().catch(() => undefined);
    };
    const open = (event: Event) => {
      const link = linkClicked(event, pictureLinks);
      if (!link) return;
      event.preventDefault();
      const pressed = picturesShown().indexOf(link) + 1;
      history.pushState({ ...(history.state as object | null), isPicture: true }, '', pictureHash(pressed));
      setNumber(pressed);
      setAgain((times) => times + 1);
    };
    const follow = () => {
      isLeaving.current = false;
      setNumber(pictureAsked());
    };
    article?.addEventListener('pointerdown', near);
    article?.addEventListener('click', open);
    addEventListener('popstate', follow);
    // A screen reader says that they open something.
    for (const link of links) link.setAttribute('aria-haspopup', 'dialog');
    const asked = pictureAsked();
    // Whoever was sent here finds the picture in the text when they close it.
    if (asked && !isOurEntry()) links[asked - 1]?.scrollIntoView({ block: 'center', behavior: 'instant' });
    follow();
    return () => {
      article?.removeEventListener('pointerdown', near);
      article?.removeEventListener('click', open);
      removeEventListener('popstate', follow);
      for (const link of links) link.removeAttribute('aria-haspopup');
    };
  }, []);

  // The picture that the reader has gone on to.
  useEffect(() => {
    if (number === undefined) return undefined;
    const timer = setTimeout(() => {
      if (!isLeaving.current) history.replaceState(history.state, '', pictureHash(number));
    }, settling);
    return () => clearTimeout(timer);
  }, [number]);

  const close = () => {
    if (isLeaving.current || pictureAsked() === undefined) return;
    if (isOurEntry()) {
      isLeaving.current = true;
      history.back();
      return;
    }
    history.replaceState(history.state, '', location.pathname + location.search);
    setNumber(undefined);
  };

  // In an element of its own: what comes and goes among the parts of the page has the styles of all of them computed.
  return (
    <div>
      {number === undefined || !failed ? null : <LoadFailure tryAgain={() => setAgain((times) => times + 1)} floats />}
      {part && number !== undefined ? (
        <part.PictureDialog
          page={page}
          words={words.pictures}
          links={picturesShown()}
          number={number}
          show={setNumber}
          close={close}
        />
      ) : null}
    </div>
  );
}
