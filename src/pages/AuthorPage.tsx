/** The profile of an author. */
import { Link } from '../components/Link.tsx';
import { Contact } from '../components/Contact.tsx';
import { useWords } from '../components/words-context.tsx';
import { PageHeading } from '../components/PageHeading.tsx';
import { PagingLinks } from '../components/PagingLinks.tsx';
import { PortraitImage } from '../components/PortraitImage.tsx';
import { TeaserList } from '../components/TeaserList.tsx';
import { Text } from '../components/Text.tsx';
import { WithName } from '../components/WithName.tsx';
import { WriterLinks } from '../components/Writers.tsx';
import type { AuthorPageData as Page } from '../publication/page.ts';

export function AuthorPage({ page }: { page: Page }) {
  const words = useWords();
  return (
    <>
      <header className="profile opening">
        <PortraitImage portrait={page.portrait} large />
        <div>
          <PageHeading lang={page.lang}>{page.name}</PageHeading>
          {page.role ? (
            <p className="meta" lang={page.lang}>
              {page.role}
            </p>
          ) : null}
          <div lang={page.lang} dir={page.dir}>
            {page.texts['biography'] ? <Text className="biography" name="biography" texts={page.texts} /> : null}
          </div>
          <Contact email={page.email} />
          <WriterLinks {...page} />
          {page.tally ? <p className="meta">{page.tally}</p> : null}
        </div>
      </header>
      {page.years.length > 0 ? (
        <section aria-label={words.articlesOf(page.name)}>
          {page.years.map(({ year, articles }) => (
            <div className="part" key={year}>
              <h2 className="overline">{year}</h2>
              <TeaserList articles={articles} level={3} pictures={false} />
            </div>
          ))}
          <PagingLinks paging={page.paging} />
        </section>
      ) : null}
      {page.accounts.length > 0 ? (
        <section className="part" aria-labelledby="accounts-heading">
          <h2 id="accounts-heading" className="overline">
            <WithName words={words.accounts(page.name)} name={page.name} lang={page.lang} dir={page.dir} />
          </h2>
          <TeaserList articles={page.accounts} level={3} pictures={false} />
        </section>
      ) : null}
      {page.together.length > 0 ? (
        <section className="part" aria-labelledby="together-heading">
          <h2 id="together-heading" className="overline">
            <WithName words={words.together(page.name)} name={page.name} lang={page.lang} dir={page.dir} />
          </h2>
          {page.together.map(({ with: other, articles }) => (
            <div className="together" key={other.href}>
              <h3>
                <span>{words.with}</span>{' '}
                <Link to={other.href} lang={other.lang} dir={other.dir}>
                  {other.text}
                </Link>
              </h3>
              <ul>
                {articles.map(({ href, text, lang, dir }) => (
                  <li key={href} lang={lang} dir={dir}>
                    <Link to={href}>{text}</Link>
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </section>
      ) : null}
    </>
  );
}
