/** On a page that could not be had without a line: what there is on this device. It opens itself when the line is back. */
import { useEffect, useEffectEvent } from 'react';
import { Link } from '../../components/Link.tsx';
import { shelfAddress } from '../../publication/addresses.ts';
import type { OfflineWords } from '../../words/words.ts';
import { workerContainer } from '../store/worker-container.ts';
import { askAgain } from './ask-again.ts';
import { articlesOf } from './kept-articles.ts';
import { useKept } from './use-kept.ts';
import './offline.css';

const most = 20;

type Props = { words: OfflineWords; tryAgain: () => void };

export function KeptInstead({ words, tryAgain }: Props) {
  const known = useKept(articlesOf);
  const again = useEffectEvent(tryAgain);
  // A try may load the document again, and without a worker a dead line would put the browser's own page in its place.
  useEffect(() => askAgain(again, () => Boolean(workerContainer()?.controller)), []);
  if (!known || known.value.length === 0) return <p>{words.opensItself}</p>;
  return (
    <>
      <p>{words.opensItself}</p>
      <section className="part" aria-labelledby="kept-instead">
        <h2 id="kept-instead">{words.keptInstead}</h2>
        <p className="meta kept-facts">{words.count(known.value.length)}</p>
        <ul className="entries kept-entries">
          {known.value.slice(0, most).map(({ address, title, lang, dir }) => (
            <li key={address} dir={dir}>
              <h3 lang={lang}>
                <Link to={address}>{title}</Link>
              </h3>
            </li>
          ))}
        </ul>
        <p className="linked">
          <Link to={`${shelfAddress()}#kept`}>{words.moreOnShelf}</Link>
        </p>
      </section>
    </>
  );
}
