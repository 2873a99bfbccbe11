/** The one h1 of a page. It takes the focus after a navigation, which makes a screen reader say it. */
import type { ReactNode } from 'react';

export function PageHeading({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <h1 id="text" className={className} tabIndex={-1}>
      {children}
    </h1>
  );
}
