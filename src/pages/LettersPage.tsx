/** All letters under an article. */
import { Link } from '../components/Link.tsx';
import { PageHeading } from '../components/PageHeading.tsx';
import { PagingLinks } from '../components/PagingLinks.tsx';
import { Text } from '../components/Text.tsx';
import type { LettersPageData as Page } from '../publication/page.ts';

export function LettersPage({ page }: { page: Page }) {
  return (
    <div className="letters">
      <header className="list-header opening">
        <p className="overline">{page.overline}</p>
        <PageHeading>
          <Link to={page.article.href} lang={page.lang} dir={page.dir}>
            {page.title}
          </Link>
        </PageHeading>
        <p className="meta facts linked">
          <span>{page.tally}</span>
          <Link to={page.feed.href}>{page.feed.text}</Link>
        </p>
      </header>
      <Text name="letters" texts={page.texts} />
      <Text name="moreLetters" texts={page.texts} />
      <PagingLinks paging={page.paging} oldestFirst />
    </div>
  );
}
