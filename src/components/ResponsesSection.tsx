/**
 * Responses under an article. The HTML holds the heading and the plain statement; the form and what is kept are
 * loaded when the reader comes near.
 */
import { useCallback, useEffect, useRef, useState } from 'react';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { LoadFailure } from './LoadFailure.tsx';
import { useWords } from './words-context.tsx';
import { useLazy } from './use-lazy.ts';

export function ResponsesSection({ article }: { article: string }) {
  const words = useWords();
  const section = useRef<HTMLElement>(null);
  const [asked, setAsked] = useState(0);
  const ask = useCallback(() => setAsked((times) => times + 1), []);
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
      <p className="account">{words.responsesKept}</p>
      <noscript>
        <p>{words.responsesNeedScript}</p>
      </noscript>
      <div className="responses-space">
        <ErrorBoundary fallback={<p role="alert">{words.partFailed}</p>}>
          {form && formWords ? <form.Responses article={article} words={formWords} /> : null}
        </ErrorBoundary>
        {failed ? <LoadFailure sentence={words.responsesFailed} tryAgain={ask} /> : null}
      </div>
    </section>
  );
}
