/**
 * The reader's place in an article: a thin bar of how much is read, the minutes that are left, and the offer to go on
 * where an earlier visit ended. The page never moves by itself, but for a link that asks for the place; and nothing
 * here is said at every step.
 */
import { useEffect, useRef, useState } from 'react';
import { useNavigationType } from 'react-router';
import type { ArticlePageData } from '../../publication/page.ts';
import type { ReaderWords } from '../../words/words.ts';
import { aboutOf } from '../store/about.ts';
import { deviceStore } from '../store/device.ts';
import { followSlugs } from '../shelf/former-slugs.ts';
import type { Place } from '../store/records.ts';
import { type Watch, watchReading } from './watch-reading.ts';
import './place.css';
import { bodyShown } from './body-shown.ts';
import { goTo } from './go-to-passage.ts';
import { placeHash } from './place-hash.ts';
import { PlaceOffer } from './PlaceOffer.tsx';
import { ProgressBar } from './ProgressBar.tsx';

export function ArticlePlace({ page, words }: { page: ArticlePageData; words: ReaderWords }) {
  const arrivedBy = useRef(useNavigationType());
  const watch = useRef<Watch>(undefined);
  const [offered, setOffered] = useState<Place>();
  const [minutesLeft, setMinutesLeft] = useState<number>();

  useEffect(() => {
    const body = bodyShown();
    if (!body) return undefined;
    const store = deviceStore();
    const about = aboutOf(page);
    const { slug, formerly = [], words } = page;
    let watching: Watch | undefined;
    let current = true;
    const wantsPlace = location.hash === placeHash && scrollY === 0;
    const mayOffer = wantsPlace || !isSentHere(arrivedBy.current);
    const offer = (place: Place | undefined) => {
      if (place && wantsPlace) goTo(() => watch.current?.find(place));
      else setOffered(place);
    };
    // What was kept under a former slug is the place in this article.
    void followSlugs(store, { article: slug, formerly, about })
      .catch(() => undefined)
      .then(() => {
        if (!current) return;
        watching = watchReading({
          body,
          article: slug,
          about,
          words,
          language: page.lang,
          store,
          mayOffer,
          offer,
          showMinutes: setMinutesLeft,
        });
        watch.current = watching;
      });
    return () => {
      current = false;
      watching?.stop();
    };
  }, [page]);

  const goOn = () => {
    if (offered) goTo(() => watch.current?.find(offered));
    setOffered(undefined);
  };

  const dismiss = () => {
    setOffered(undefined);
    document.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
  };

  return (
    <div className="place" {...page.around}>
      <ProgressBar dir={page.dir} />
      {minutesLeft === undefined ? null : <p className="place-left">{words.shelf.minutesLeft(minutesLeft)}</p>}
      <PlaceOffer place={offered} words={words.shelf} accept={goOn} dismiss={dismiss} />
    </div>
  );
}

/** Whether a link to a part or to words of the article, or the way back, has put the reader where they are. */
const isSentHere = (navigation: string): boolean => location.hash !== '' || (navigation === 'POP' && scrollY > 0);
