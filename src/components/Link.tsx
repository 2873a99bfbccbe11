/**
 * A link inside the site. To the browser it is a plain anchor, complete before any script; `links.ts` follows every
 * link of a page without loading a document, whether a component made it or a text.
 */
import type { ComponentProps } from 'react';

/** `to` is an address below the base path, such as "/authors/". */
export function Link({ to, children, ...rest }: { to: string } & Omit<ComponentProps<'a'>, 'href'>) {
  return (
    <a href={import.meta.env.BASE_URL + to.slice(1)} {...rest}>
      {children}
    </a>
  );
}
