/** All authors, by name. */
import { Link } from '../components/Link.tsx';
import { PageHeading } from '../components/PageHeading.tsx';
import { PagingLinks } from '../components/PagingLinks.tsx';
import { PortraitImage } from '../components/PortraitImage.tsx';
import type { AuthorsPageData as Page } from '../publication/page.ts';

export function AuthorsPage({ page }: { page: Page }) {
  return (
    <>
      <header className="list-header opening">
        <PageHeading>{page.title}</PageHeading>
      </header>
      <ul className="entries">
        {page.authors.map(({ href, name, role, portrait, tally, lang }) => (
          <li className="writer" key={href}>
            <PortraitImage portrait={portrait} />
            <div>
              <h2 lang={lang}>
                <Link to={href}>{name}</Link>
              </h2>
              {role ? (
                <p className="meta" lang={lang}>
                  {role}
                </p>
              ) : null}
              {tally ? <p className="meta">{tally}</p> : null}
            </div>
          </li>
        ))}
      </ul>
      <PagingLinks paging={page.paging} />
    </>
  );
}
