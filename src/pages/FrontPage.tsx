/** The front page: the lead, then the latest. */
import { Link } from '../components/Link.tsx';
import { useWords } from '../components/words-context.tsx';
import { TeaserItem, TeaserList } from '../components/TeaserList.tsx';
import type { FrontPageData as Page } from '../publication/page.ts';

export function FrontPage({ page }: { page: Page }) {
  const words = useWords();
  return (
    <>
      <h1 id="text" className="visually-hidden" tabIndex={-1}>
        {page.frame.name}
      </h1>
      {page.lead ? (
        <section className="lead" aria-label={words.lead}>
          <TeaserItem article={page.lead} level={2} place="lead" />
        </section>
      ) : (
        <p>{words.noArticles}</p>
      )}
      {page.latest.length > 0 ? (
        <section className="latest opening" aria-labelledby="latest-heading">
          <h2 id="latest-heading" className="overline">
            {words.latest}
          </h2>
          <TeaserList articles={page.latest} level={3} place="latest" />
        </section>
      ) : null}
      {page.more ? (
        <p className="all">
          <Link to={page.more.href}>{page.more.text}</Link>
        </p>
      ) : null}
    </>
  );
}
