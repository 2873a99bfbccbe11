/** The archive by year and month. */
import { Link } from '../components/Link.tsx';
import { PageHeading } from '../components/PageHeading.tsx';
import type { ArchivePageData as Page } from '../publication/page.ts';

export function ArchivePage({ page }: { page: Page }) {
  return (
    <>
      <header className="list-header opening">
        {page.up ? (
          <p className="overline">
            <Link to={page.up.href}>{page.up.text}</Link>
          </p>
        ) : null}
        <PageHeading>{page.title}</PageHeading>
        <p className="meta">{page.tally}</p>
      </header>
      {page.groups.map(({ heading, periods }) => (
        <section className="part archive-group" key={heading?.href ?? page.title}>
          {heading ? (
            <h2>
              <Link to={heading.href}>{heading.text}</Link> <span className="meta">{heading.count}</span>
            </h2>
          ) : null}
          <ul className="periods">
            {periods.map(({ href, text, count, headlines }) => (
              <li key={href}>
                <p className="period">
                  <Link to={href}>{text}</Link> <span className="meta">{count}</span>
                </p>
                {headlines.length > 0 ? (
                  <ul>
                    {headlines.map((headline) => (
                      <li key={headline.href} lang={headline.lang} dir={headline.dir}>
                        <Link to={headline.href}>{headline.text}</Link>
                      </li>
                    ))}
                  </ul>
                ) : null}
              </li>
            ))}
          </ul>
        </section>
      ))}
      {page.undated ? (
        <p className="period">
          <Link to={page.undated.href}>{page.undated.text}</Link> <span className="meta">{page.undated.count}</span>
        </p>
      ) : null}
    </>
  );
}
