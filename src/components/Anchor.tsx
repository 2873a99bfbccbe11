/** A link: inside the site it is followed without loading a document, to elsewhere it is an ordinary one. */
import type { ReactNode } from 'react';
import { Link } from './Link.tsx';

type Props = { href: string; className?: string; rel?: string; lang?: string; dir?: string; children: ReactNode };

export function Anchor({ href, rel, children, ...rest }: Props) {
  if (href.startsWith('/')) {
    return (
      <Link to={href} rel={rel} {...rest}>
        {children}
      </Link>
    );
  }
  return (
    <a href={href} rel={rel ?? 'noopener noreferrer'} {...rest}>
      {children}
    </a>
  );
}
