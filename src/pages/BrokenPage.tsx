/** Only in the dev server: what is wrong with the file of this page. */
import { useWords } from '../components/words-context.tsx';
import { PageHeading } from '../components/PageHeading.tsx';
import type { BrokenPageData as Page } from '../publication/page.ts';

export function BrokenPage({ page }: { page: Page }) {
  const words = useWords();
  return (
    <>
      <header className="list-header opening">
        <p className="overline">{page.title}</p>
        <PageHeading>{words.brokenTitle}</PageHeading>
        <p className="standfirst">{words.brokenText}</p>
      </header>
      <ul className="problems">
        {page.problems.map((problem) => (
          <li key={problem}>
            <code dir="ltr">{problem}</code>
          </li>
        ))}
      </ul>
    </>
  );
}
