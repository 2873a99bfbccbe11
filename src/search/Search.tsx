/** What answers on the search page: filters, results, and what is said where there are none. */
import { type RefObject, useEffect, useState } from 'react';
import type { SearchPageData } from '../publication/page.ts';
import { isFiltered } from '../publication/search/asked.ts';
import type { SearchWords } from '../words/words.ts';
import { searchOf } from './search-index.ts';
import './search.css';
import { NothingFound } from './NothingFound.tsx';
import { Results } from './Results.tsx';
import { SearchFilters } from './SearchFilters.tsx';
import { Terms } from './Terms.tsx';
import { type ShownAnswer, useAnswer } from './use-answer.ts';
import { fieldOf, useAsked } from './use-asked.ts';
import { useArrowKeys } from './use-arrow-keys.ts';
import { useReturn } from './use-return.ts';

export type SearchProps = {
  page: SearchPageData;
  words: SearchWords;
  form: RefObject<HTMLFormElement | null>;
  /** Changes when the router has gone to another entry of the history. */
  visit: string;
};

export function Search({ page, words, form, visit }: SearchProps) {
  const search = page.index === undefined ? undefined : searchOf(page.index);
  const { asked, ask } = useAsked(form, visit);
  const [attempt, setAttempt] = useState(0);
  const { answer, busy, showMore } = useAnswer(search, page.glossary?.href, asked, attempt);
  const results = useArrowKeys(form);
  useReturn(results, answer?.kind === 'found' ? answer : undefined);

  const again = (change: Parameters<typeof ask>[0]) => {
    ask(change, 'chosen');
    fieldOf(form)?.focus();
  };
  const found = answer?.kind === 'found' ? answer : undefined;
  return (
    <section className="found" aria-label={words.results} aria-busy={busy} ref={results}>
      {found || isFiltered(asked) ? (
        <SearchFilters
          page={page}
          words={words}
          asked={asked}
          years={search?.years ?? []}
          shown={found?.shown ?? []}
          ask={ask}
        />
      ) : null}
      <SearchStatus answer={answer} words={words} glossary={page.glossary?.text} />
      {answer?.kind === 'nothing-asked' ? (
        <div className="search-hint">
          <p>{words.hint}</p>
          <p>{words.phraseHint}</p>
        </div>
      ) : null}
      {answer?.kind === 'too-short' ? <p className="search-hint">{words.tooShort}</p> : null}
      {answer?.kind === 'gone' || answer?.kind === 'failed' ? (
        <SearchProblem kind={answer.kind} words={words} tryAgain={() => setAttempt((number) => number + 1)} />
      ) : null}
      {found?.kept ? <p className="search-hint">{words.kept(found.kept)}</p> : null}
      {found && page.glossary ? <Terms terms={found.terms} glossary={page.glossary} /> : null}
      {found && found.found.results.length > 0 ? (
        <Results answer={found} words={words} ask={ask} showMore={showMore} />
      ) : null}
      {found && found.found.results.length === 0 ? (
        <NothingFound answer={found} words={words} page={page} again={again} />
      ) : null}
    </section>
  );
}

/** The index could not be had: why, and the one thing to do. */
function SearchProblem({
  kind,
  words,
  tryAgain,
}: {
  kind: 'gone' | 'failed';
  words: SearchWords;
  tryAgain: () => void;
}) {
  const gone = kind === 'gone';
  return (
    <div className="search-hint" role="alert">
      <p>{gone ? words.gone : words.failed}</p>
      <p>
        <button type="button" className="button" onClick={gone ? () => location.reload() : tryAgain}>
          {gone ? words.reload : words.tryAgain}
        </button>
      </p>
    </div>
  );
}

/** Milliseconds after which an answer is worth saying: a reader who types on hears nothing of those between. */
const settled = 700;

/** The same that is seen, said once the reader has stopped typing. */
type Status = { answer: ShownAnswer | undefined; words: SearchWords; glossary: string | undefined };

function SearchStatus({ answer, words, glossary }: Status) {
  const [said, setSaid] = useState('');
  const text = sentenceOf(answer, words, glossary);
  useEffect(() => {
    const timer = setTimeout(() => setSaid(text), settled);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <p role="status" className="visually-hidden">
      {said}
    </p>
  );
}

function sentenceOf(answer: ShownAnswer | undefined, words: SearchWords, glossary = ''): string {
  if (answer?.kind === 'too-short') return words.tooShort;
  if (answer?.kind !== 'found') return '';
  const { found, asked, terms, kept } = answer;
  const explained = terms.map(({ forms: [term = ''] }) => `${glossary}: ${term}`);
  if (kept) explained.unshift(words.kept(kept));
  if (found.results.length === 0) return [...explained, words.none(asked.text.trim())].join('. ').replaceAll('..', '.');
  const corrections = found.corrected.map(({ from, to }) => words.corrected(from, to));
  const partly = found.partly && corrections.length === 0 ? [words.partly] : [];
  return [...explained, words.found(found.count, found.atLeast), ...corrections, ...partly]
    .join('. ')
    .replaceAll('..', '.');
}
