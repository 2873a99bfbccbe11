/** On the shelf: what this device keeps to be read without a line, why and how much it is; sections, and copies to be rid of. */
import { use, useRef, useState } from 'react';
import { Link } from '../../components/Link.tsx';
import type { Kept, KeptPage } from '../../offline/kept.ts';
import { pageFor } from '../../page-store.ts';
import { shelfAddress } from '../../publication/addresses.ts';
import type { OfflineWords } from '../../words/words.ts';
import { bytesInWords } from '../backup/numbers.ts';
import { AskToKeep } from './AskToKeep.tsx';
import { keeping } from './keep-the-paper.ts';
import { NoRoomNotice } from './NoRoomNotice.tsx';
import { tellKeptChange } from './offline-reading.ts';
import { SectionControl } from './SectionControl.tsx';
import './offline.css';

const atATime = 20;

type Props = { kept: Kept; articles: readonly KeptPage[]; words: OfflineWords };

export function OfflinePart({ kept, articles, words }: Props) {
  const page = use(pageFor(shelfAddress()));
  const [count, setCount] = useState(atATime);
  const [said, setSaid] = useState('');
  const top = useRef<HTMLHeadingElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const { sections } = page.frame;
  const bytes = articles.reduce((sum, article) => sum + article.bytes, 0);

  const remove = ({ address, title }: KeptPage) =>
    keeping(async () => {
      await kept.release([address], 'read');
      setSaid(words.removed(title));
      // Its row goes, and the button with it.
      top.current?.focus({ preventScroll: true });
      tellKeptChange();
    });

  return (
    <section className="part shelf-part" aria-labelledby="kept">
      <h2 ref={top} id="kept" tabIndex={-1}>
        {words.title}
      </h2>
      <p>{words.introduction}</p>
      <p className="meta kept-facts">
        {articles.length === 0 ? words.nothing : words.size(words.count(articles.length), bytesInWords(bytes))}
      </p>
      <NoRoomNotice words={words} />
      {isOnApple() ? <p>{words.home}</p> : null}
      <h3 ref={heading} tabIndex={-1}>
        {words.sections}
      </h3>
      <ul className="kept-sections">
        {sections.map(({ href, text, lang, dir }) => (
          <li key={href} lang={lang} dir={dir}>
            <SectionControl section={href} name={text} words={words} />
          </li>
        ))}
      </ul>
      {sections.length > 1 ? (
        <div className="keep-section">
          <AskToKeep
            kept={kept}
            sections={sections.map(({ href }) => href)}
            label={words.keepAll}
            words={words}
            leave={() => heading.current?.focus()}
          />
        </div>
      ) : null}
      <p role="status" className="visually-hidden">
        {said}
      </p>
      {articles.length > 0 ? (
        <ul className="entries kept-entries" aria-labelledby="kept">
          {articles.slice(0, count).map((article) => (
            <li key={article.address} dir={article.dir}>
              <h3 lang={article.lang}>
                <Link to={article.address}>{article.title}</Link>
              </h3>
              <p className="meta facts" dir={article.dir && 'auto'}>
                {whyOf(article, words).map((why) => (
                  <span key={why}>{why}</span>
                ))}
                <span>{bytesInWords(article.bytes)}</span>
              </p>
              {article.reasons.includes('read') ? (
                <p className="shelf-actions">
                  <button
                    type="button"
                    aria-label={words.removeNamed(article.title)}
                    onClick={() => void remove(article)}
                  >
                    {words.remove}
                  </button>
                </p>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
      {articles.length > count ? (
        <button type="button" className="button" onClick={() => setCount(count + atATime)}>
          {words.more}
        </button>
      ) : null}
    </section>
  );
}

const whyOf = ({ reasons }: KeptPage, { why }: OfflineWords): string[] =>
  (['saved', 'must-read', 'read', 'section'] as const).flatMap((name) =>
    reasons.some((reason) => reason.split(' ')[0] === name) ? [why[name]] : [],
  );

/** There the app has no button for it, and a storage of its own on the home screen. */
const isOnApple = (): boolean =>
  (/iPhone|iPad|iPod/.test(navigator.userAgent) || (/Mac/.test(navigator.userAgent) && navigator.maxTouchPoints > 1)) &&
  !matchMedia('(display-mode: standalone), (display-mode: minimal-ui)').matches;
