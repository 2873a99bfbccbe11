/** The articles of a section, a tag, a series or a month. */
import { PageHeading } from '../components/PageHeading.tsx';
import { PagingLinks } from '../components/PagingLinks.tsx';
import { useReaderParts } from '../components/reader-parts.ts';
import { TeaserList } from '../components/TeaserList.tsx';
import type { ListPageData as Page } from '../publication/page.ts';

export function ListPage({ page }: { page: Page }) {
  const parts = useReaderParts();
  return (
    <>
      <header className="list-header opening">
        <p className="overline">{page.overline}</p>
        <PageHeading>{page.title}</PageHeading>
        <p className="meta">{page.tally}</p>
      </header>
      <TeaserList articles={page.articles} parts={page.parts} />
      <PagingLinks paging={page.paging} />
      {parts ? <parts.SectionOffline words={parts.words.offline} /> : null}
    </>
  );
}
