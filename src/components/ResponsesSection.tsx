/**
 * Responses under an article. The HTML holds the heading and the plain statement; the form and what is kept are
 * loaded when the reader comes near.
 */
import { useCallback, useEffect, useRef, useState, type ComponentType } from 'react';
import { Guard } from './Guard.tsx';
import { useMessages } from './messages-context.tsx';

type Form = ComponentType<{ article: string }>;

export function ResponsesSection({ article }: { article: string }) {
  const words = useMessages();
  const section = useRef<HTMLElement>(null);
  const [Form, setForm] = useState<Form | undefined>();
  const [failed, setFailed] = useState(false);

  const load = useCallback(() => {
    setFailed(false);
    loadForm().then(
      (loaded) => setForm(() => loaded),
      () => setFailed(true),
    );
  }, []);

  useEffect(() => {
    if (!section.current) return undefined;
    const nearby = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        nearby.disconnect();
        load();
      },
      { rootMargin: '800px' },
    );
    nearby.observe(section.current);
    return () => nearby.disconnect();
  }, [load]);

  return (
    <section className="responses-section" aria-labelledby="responses-heading" ref={section}>
      <h2 id="responses-heading">{words.responsesHeading}</h2>
      <p className="responses-kept">{words.responsesKept}</p>
      <noscript>
        <p>{words.responsesNeedScript}</p>
      </noscript>
      <div className="responses-space">
        <Guard instead={<p role="alert">{words.partFailed}</p>}>{Form ? <Form article={article} /> : null}</Guard>
        {failed ? (
          <p role="alert">
            <span>{words.responsesFailed}</span>{' '}
            <button type="button" onClick={load}>
              {words.tryAgain}
            </button>
          </p>
        ) : null}
      </div>
    </section>
  );
}

/** A flaky line gets a second try (browsers fetch a failed module again). */
async function loadForm(): Promise<Form> {
  const load = () => import('./Responses.tsx');
  const { Responses } = await load().catch(load);
  return Responses;
}
