/**
 * Answers the query while the reader types: debounced, without races (an older answer never replaces a newer one), and
 * each answer is shown until the next one is complete.
 */
import { useEffect, useMemo, useRef, useState } from 'react';
import { fold } from '../publication/search/fold.ts';
import { IndexGone } from '../publication/search/index-reader.ts';
import type { IndexedPassage } from '../publication/search/index-files.ts';
import {
  type Asked,
  type SearchHit,
  type Result,
  resultsAtFirst,
  resultsAtOnce,
  type SearchEngine,
} from '../publication/search/search.ts';
import { keptSearch } from './kept-search.ts';
import { type FoundTerms, termsFor } from './glossary-terms.ts';
import { typingDebounce } from './use-asked.ts';
import { isInPairs } from '../publication/search/words-of.ts';

export type ShownSearch = IndexedPassage & { article: number };

export type ShownAnswer =
  | { kind: 'nothing-asked' | 'too-short' | 'gone' | 'failed' }
  /**
   * `left` are results of this page whose passages were not fetched yet; `kept`: how many articles were searched, where
   * that was what this device keeps.
   */
  | {
      kind: 'found';
      engine: SearchEngine;
      asked: Asked;
      found: SearchHit;
      shown: ShownSearch[];
      left: Result[];
      terms: FoundTerms;
      kept?: number;
    };

/** `glossary` is the address of the glossary, where there is one. Asked again when `attempt` changes. No answer until there is a first one. */
export function useAnswer(
  search: SearchEngine | undefined,
  glossary: string | undefined,
  asked: Asked,
  attempt: number,
): { answer: ShownAnswer | undefined; busy: boolean; showMore: () => void } {
  const plain = kindOf(asked.text);
  const question = useMemo(() => ({ search, glossary, asked, attempt }), [search, glossary, asked, attempt]);
  const [answered, setAnswered] = useState<{ question: object; answer: ShownAnswer }>();
  const typing = useRef(false);

  useEffect(() => {
    if (plain) return undefined;
    let current = true;
    const find = async () => {
      const answer = await answerTo(question.search, question.glossary, question.asked);
      if (current) setAnswered({ question, answer });
    };
    // The first question of a page has been waited for already.
    const timer = setTimeout(() => void find(), typing.current ? typingDebounce : 0);
    typing.current = true;
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [question, plain]);

  const answer: ShownAnswer | undefined = plain ? { kind: plain } : answered?.answer;
  const showMore = () => {
    if (answer?.kind !== 'found' || answer.left.length === 0) return;
    const { left, engine } = answer;
    passagesOf(engine, left.slice(0, resultsAtOnce)).then(
      (more) => {
        const whole = { ...answer, shown: [...answer.shown, ...more], left: left.slice(resultsAtOnce) };
        setAnswered((now) => (now?.answer === answer ? { ...now, answer: whole } : now));
      },
      // What is shown stays; coming near again tries again.
      () => {},
    );
  };
  return { answer, busy: !plain && answered?.question !== question, showMore };
}

function kindOf(text: string): 'nothing-asked' | 'too-short' | undefined {
  if (text.trim() === '') return 'nothing-asked';
  const letters = fold(text);
  return letters.length === 1 && /\p{L}/u.test(letters) && !isInPairs(letters) ? 'too-short' : undefined;
}

async function answerTo(
  search: SearchEngine | undefined,
  glossary: string | undefined,
  asked: Asked,
): Promise<ShownAnswer> {
  try {
    if (!search) throw new IndexGone('the page names no index');
    const [answer, terms] = await Promise.all([answerOf(search, asked), termsFor(asked, glossary)]);
    return { ...answer, terms };
  } catch (cause) {
    if (cause instanceof IndexGone) return { kind: 'gone' };
  }
  try {
    const kept = await keptSearch();
    return kept ? { ...(await answerOf(kept, asked)), terms: [], kept: kept.articles } : { kind: 'failed' };
  } catch {
    return { kind: 'failed' };
  }
}

async function answerOf(engine: SearchEngine, asked: Asked) {
  const found = await engine.find(asked);
  const shown = await passagesOf(engine, found.results.slice(0, resultsAtFirst));
  return { kind: 'found' as const, engine, asked, found, shown, left: found.results.slice(resultsAtFirst) };
}

const passagesOf = (search: SearchEngine, results: readonly Result[]): Promise<ShownSearch[]> =>
  Promise.all(results.map(async (result) => ({ ...(await search.show(result)), article: result.article })));
