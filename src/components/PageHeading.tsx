/** The one h1 of a page. It takes the focus after a navigation, which makes a screen reader say it. */
import type { ReactNode } from 'react';

export function PageHeading({ children, lang }: { children: ReactNode; lang?: string }) {
  return (
    <h1 id="text" lang={lang} tabIndex={-1}>
      {children}
    </h1>
  );
}
