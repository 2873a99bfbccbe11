/**
 * Responses under an article. The HTML holds the heading and the plain statement; the form and what is kept are
 * loaded when the reader comes near.
 */
import { useCallback, useEffect, useRef, useState, type ComponentType } from 'react';
import { Guard } from './Guard.tsx';
import type { ScreenWords } from '../publication/messages.ts';
import type { ResponseMessages } from '../publication/response-messages.ts';
import { useMessages } from './messages-context.tsx';
import type { ResponsesProps } from './Responses.tsx';

type Form = { Responses: ComponentType<ResponsesProps>; words: ResponseMessages };

export function ResponsesSection({ article }: { article: string }) {
  const words = useMessages();
  const section = useRef<HTMLElement>(null);
  const [form, setForm] = useState<Form | undefined>();
  const [failed, setFailed] = useState(false);

  const load = useCallback(() => {
    setFailed(false);
    loadForm(words).then(setForm, () => setFailed(true));
  }, [words]);

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
      <p className="account">{words.responsesKept}</p>
      <noscript>
        <p>{words.responsesNeedScript}</p>
      </noscript>
      <div className="responses-space">
        <Guard instead={<p role="alert">{words.partFailed}</p>}>
          {form ? <form.Responses article={article} words={form.words} /> : null}
        </Guard>
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
async function loadForm(screen: ScreenWords): Promise<Form> {
  const load = () => Promise.all([import('./Responses.tsx'), screen.responses()]);
  const [{ Responses }, words] = await load().catch(load);
  return { Responses, words };
}
