/** The results of one page, with what is said above them and the way to the other pages. */
import { useEffect, useRef } from 'react';
import { excerptOf, marked, type Part } from '../publication/search/excerpt.ts';
import { articleAddress } from '../publication/addresses.ts';
import { resultsAPage } from '../publication/search/search.ts';
import type { SearchWords } from '../words/words.ts';
import { Link } from '../components/Link.tsx';
import { Time } from '../components/Time.tsx';
import type { ShownAnswer, ShownSearch } from './use-answer.ts';
import type { Ask } from './use-asked.ts';

type Found = Extract<ShownAnswer, { kind: 'found' }>;

type Props = { answer: Found; words: SearchWords; ask: Ask; showMore: () => void };

export function Results({ answer, words, ask, showMore }: Props) {
  const { found, shown, left, asked } = answer;
  const end = useNear(showMore, left.length);
  const top = useRef<HTMLParagraphElement>(null);
  const go = (page: number) => {
    ask({ page }, 'chosen');
    // The button may go with the page it stood on.
    top.current?.focus({ preventScroll: true });
    scrollTo({ top: 0, behavior: 'instant' });
  };
  return (
    <>
      <p className="meta" tabIndex={-1} ref={top}>
        {words.found(found.count, found.atLeast)}
      </p>
      {found.corrected.map(({ from, to }) => (
        <p key={from}>{words.corrected(from, to)}</p>
      ))}
      {found.partly && found.corrected.length === 0 ? <p>{words.partly}</p> : null}
      <ol className="results entries" start={(asked.page - 1) * resultsAPage + 1}>
        {shown.map((result) => (
          <li key={result.article}>
            <ResultItem result={result} wanted={found.wanted} />
          </li>
        ))}
      </ol>
      <div ref={end} />
      {found.pages > 1 ? <Pages asked={asked.page} pages={found.pages} words={words} go={go} /> : null}
    </>
  );
}

function ResultItem({ result, wanted }: { result: ShownSearch; wanted: (key: string) => number }) {
  const { slug, headline, byline, date, lang, dir, label, text } = result;
  return (
    <article className="result" dir={dir}>
      <h2 lang={lang}>
        <Link to={articleAddress(slug)}>
          <Marked parts={marked(headline, wanted)} />
        </Link>
      </h2>
      <p className="meta facts" dir={dir && 'auto'}>
        <span>{byline}</span>
        {date ? <Time stamp={date} /> : null}
      </p>
      {label ? <p className="label">{label}</p> : null}
      <p className="excerpt" lang={lang}>
        <Marked parts={excerptOf(text, wanted)} />
      </p>
    </article>
  );
}

function Marked({ parts }: { parts: Part[] }) {
  return parts.map(({ text, marked: isMarked }, index) =>
    isMarked ? <mark key={index}>{text}</mark> : <span key={index}>{text}</span>,
  );
}

type PagesProps = { asked: number; pages: number; words: SearchWords; go: (page: number) => void };

function Pages({ asked, pages, words, go }: PagesProps) {
  return (
    <nav className="paging" aria-label={words.results}>
      {asked > 1 ? (
        <button type="button" className="button" onClick={() => go(asked - 1)}>
          {words.previous}
        </button>
      ) : null}
      <span>{words.pageOf(asked, pages)}</span>
      {asked < pages ? (
        <button type="button" className="button" onClick={() => go(asked + 1)}>
          {words.next}
        </button>
      ) : null}
    </nav>
  );
}

/** Calls when the element comes near, and again as long as something is `left` and it is still near. */
function useNear(call: () => void, left: number) {
  const element = useRef<HTMLDivElement>(null);
  const latest = useRef(call);
  useEffect(() => {
    latest.current = call;
  });
  useEffect(() => {
    if (!element.current || left === 0) return undefined;
    const nearby = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) latest.current();
      },
      { rootMargin: '200px' },
    );
    nearby.observe(element.current);
    return () => nearby.disconnect();
  }, [left]);
  return element;
}
