/** The Must Read feed on a page of its own. */
import { useWords } from '../components/words-context.tsx';
import { MustReadList } from '../components/MustRead.tsx';
import { PageHeading } from '../components/PageHeading.tsx';
import type { MustReadPageData as Page } from '../publication/page.ts';

export function MustReadPage({ page }: { page: Page }) {
  const words = useWords();
  return (
    <>
      <header className="list-header opening">
        <PageHeading>{page.title}</PageHeading>
        <p className="standfirst">{page.introduction}</p>
      </header>
      {page.entries.length > 0 ? (
        <div className="must-read-page">
          <MustReadList entries={page.entries} level={2} />
        </div>
      ) : (
        <p>{words.noArticles}</p>
      )}
    </>
  );
}
