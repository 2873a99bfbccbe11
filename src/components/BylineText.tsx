/** A byline: words as they are, writers as links. */
import type { Byline } from '../publication/page.ts';
import { Anchor } from './Anchor.tsx';

export function BylineText({ byline, rel }: { byline: Byline; rel?: string }) {
  return byline.map((part, index) =>
    typeof part === 'string' ? (
      <span key={index}>{part}</span>
    ) : (
      <Anchor key={index} href={part.href} rel={rel} lang={part.lang} dir={part.dir}>
        {part.text}
      </Anchor>
    ),
  );
}
