/** The text of the article on this page, and as it was published: a translation of the page is another text. */
import { useEffect, useMemo, useState } from 'react';
import { type BodyReader, readBody } from '../../text/body-reader.ts';
import { type BodyText, textOf } from '../../text/text-of-body.ts';
import { bodyShown } from '../place/body-shown.ts';
import { trustedHtml } from '../../components/trusted-html.ts';

export type ShownBody = { reader: BodyReader | undefined; body: BodyText | undefined; published: () => string };

export function useBody(compiled: string): ShownBody {
  const [shown, setShown] = useState<{ reader: BodyReader; body: BodyText }>();
  useEffect(() => {
    const element = bodyShown();
    if (!element) return undefined;
    const reader = readBody(element);
    const look = () => setShown({ reader, body: reader.text() });
    const unsubscribe = reader.subscribe(look);
    look();
    return unsubscribe;
  }, []);

  return { reader: shown?.reader, body: shown?.body, published: usePublished(compiled) };
}

/** It is asked for only where it matters, and made once. */
function usePublished(compiled: string): () => string {
  return useMemo(() => once(() => textOfCompiled(compiled)), [compiled]);
}

function once(make: () => string): () => string {
  let made: string | undefined;
  return () => (made ??= make());
}

function textOfCompiled(compiled: string): string {
  const template = document.createElement('template');
  template.innerHTML = trustedHtml(compiled);
  const body = document.createElement('div');
  body.append(template.content);
  return textOf(body).text;
}
