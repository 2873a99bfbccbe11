/**
 * Responses under an article. The HTML holds the heading, the plain statement and, where a host takes letters, a form
 * that needs no script; the form that keeps them on the device, and what is kept, are loaded when the reader comes near.
 */
import { useCallback, useEffect, useRef, useState } from 'react';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { LoadFailure } from './LoadFailure.tsx';
import { Text } from './Text.tsx';
import { useWords } from './words-context.tsx';
import { useLazy } from './use-lazy.ts';
import type { ArticlePageData } from '../publication/page.ts';

export function ResponsesSection({ page }: { page: ArticlePageData }) {
  const words = useWords();
  const { headline, responses } = page;
  const letters = typeof responses === 'object' ? { ...responses, headline } : undefined;
  const [isPlain, setPlain] = useState(letters?.post !== undefined);
  const section = useRef<HTMLElement>(null);
  const [asked, setAsked] = useState(0);
  const ask = useCallback(() => setAsked((times) => times + 1), []);
  const takeAway = useCallback(() => setPlain(false), []);
  const load = useCallback(
    () => Promise.all([import('../reader/responses/Responses.tsx'), words.responses()]),
    [words],
  );
  const { part: [form, formWords] = [], failed } = useLazy(load, asked);

  useEffect(() => {
    if (!section.current) return undefined;
    const nearby = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        nearby.disconnect();
        ask();
      },
      { rootMargin: '800px' },
    );
    nearby.observe(section.current);
    return () => nearby.disconnect();
  }, [ask]);

  return (
    <section className="responses-section" aria-labelledby="responses-heading" ref={section}>
      <h2 id="responses-heading">{words.responsesHeading}</h2>
      <p className="account">{letters?.account ?? words.responsesKept}</p>
      {letters?.post ? null : (
        <noscript>
          {letters ? (
            <p className="account linked">
              <a href={`mailto:${letters.mail}`}>{letters.mail}</a>
            </p>
          ) : (
            <p>{words.responsesNeedScript}</p>
          )}
        </noscript>
      )}
      <div className={letters ? 'responses-space letters-space' : 'responses-space'}>
        {isPlain ? <Text className="responses" name="form" texts={page.texts} /> : null}
        <ErrorBoundary fallback={<p role="alert">{words.partFailed}</p>}>
          {form && formWords ? (
            <form.Responses
              article={page.slug}
              words={formWords}
              letters={letters}
              allLetters={page.letters?.all?.href}
              takeAway={takeAway}
            />
          ) : null}
        </ErrorBoundary>
        {failed ? <LoadFailure sentence={words.responsesFailed} tryAgain={ask} /> : null}
      </div>
    </section>
  );
}
