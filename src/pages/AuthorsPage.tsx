/** All authors, by name. */
import { Link } from 'react-router';
import { PageHeading } from '../components/PageHeading.tsx';
import { PagingLinks } from '../components/PagingLinks.tsx';
import { PortraitImage } from '../components/PortraitImage.tsx';
import type { AuthorsPage as Page } from '../publication/page.ts';

export function AuthorsPage({ page }: { page: Page }) {
  return (
    <>
      <header className="list-header">
        <PageHeading className="headline">{page.title}</PageHeading>
      </header>
      <ul className="authors">
        {page.authors.map(({ href, name, role, portrait, tally, lang, dir }) => (
          <li key={href}>
            <PortraitImage portrait={portrait} />
            <div>
              <h2 lang={lang} dir={dir}>
                <Link to={href}>{name}</Link>
              </h2>
              {role ? <p className="role">{role}</p> : null}
              {tally ? <p className="meta">{tally}</p> : null}
            </div>
          </li>
        ))}
      </ul>
      <PagingLinks paging={page.paging} />
    </>
  );
}
