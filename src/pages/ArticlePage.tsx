/** An article, with everything that stands above, under and after its text. */
import { Link } from '../components/Link.tsx';
import { Anchor } from '../components/Anchor.tsx';
import { BylineText } from '../components/BylineText.tsx';
import { ErrorBoundary } from '../components/ErrorBoundary.tsx';
import { MainFigure } from '../components/MainFigure.tsx';
import { useWords } from '../components/words-context.tsx';
import { Letters } from '../components/Letters.tsx';
import { Outline } from '../components/Outline.tsx';
import { PageHeading } from '../components/PageHeading.tsx';
import { useReaderParts } from '../components/reader-parts.ts';
import { PortraitImage } from '../components/PortraitImage.tsx';
import { ResponsesSection } from '../components/ResponsesSection.tsx';
import { Share } from '../components/Share.tsx';
import { InlineText, Text } from '../components/Text.tsx';
import { Time } from '../components/Time.tsx';
import { Writers } from '../components/Writers.tsx';
import type { ArticlePageData as Page } from '../publication/page.ts';

export function ArticlePage({ page }: { page: Page }) {
  const words = useWords();
  const parts = useReaderParts();
  return (
    <>
      <article className="article" lang={page.lang} dir={page.dir}>
        <ArticleHeader page={page} />
        {page.image ? <MainFigure figure={page.image} /> : null}
        <Outline outline={page.outline} around={page.around} />
        <Text className="prose" name="body" texts={page.texts} />
        <ArticleFooter page={page} />
      </article>
      {parts ? (
        <ErrorBoundary fallback={<p>{words.partFailed}</p>}>
          <parts.ArticleTools key={page.slug} page={page} words={parts.words} />
        </ErrorBoundary>
      ) : null}
      <Writers writers={page.writers} texts={page.texts} />
      <Onward page={page} />
      <Letters page={page} />
      {page.responses === 'off' ? null : (
        <ErrorBoundary fallback={<p>{words.partFailed}</p>}>
          <ResponsesSection key={page.slug} page={page} />
        </ErrorBoundary>
      )}
    </>
  );
}

function ArticleHeader({ page }: { page: Page }) {
  const words = useWords();
  const parts = useReaderParts();
  // Nothing is said twice in one line.
  const kicker = page.kicker.text === page.series?.text ? page.section : page.kicker;
  return (
    <header className="article-header opening">
      {page.label ? (
        <p className="label" {...page.around}>
          {page.label}
        </p>
      ) : null}
      <p className="kicker facts" {...(kicker.lang ? {} : page.around)}>
        <Link to={kicker.href}>{kicker.text}</Link>
        {page.series ? (
          <>
            <Link to={page.series.href} {...page.around}>
              {page.series.text}
            </Link>
            <span {...page.around}>{page.series.part}</span>
          </>
        ) : null}
      </p>
      <PageHeading>{page.headline}</PageHeading>
      {page.standfirst ? <p className="standfirst">{page.standfirst}</p> : null}
      <div className="byline">
        {page.portraits.length > 0 ? (
          <span className="portraits">
            {page.portraits.map((portrait, index) => (
              <PortraitImage key={index} portrait={portrait} />
            ))}
          </span>
        ) : null}
        <div {...page.around}>
          <p className="byline-names">
            <BylineText byline={page.byline} rel="author" />
          </p>
          <p className="meta facts">
            {page.dateline ? <span className="dateline">{page.dateline}</span> : null}
            {page.published ? <Time stamp={page.published} /> : null}
            {page.updated ? (
              <span>
                <span>{words.updated}</span> <Time stamp={page.updated} />
              </span>
            ) : null}
            <span>{page.minutes}</span>
          </p>
        </div>
        <Share
          title={page.headline}
          renderTools={(say) =>
            parts ? (
              <ErrorBoundary fallback={null}>
                <parts.BylineTools key={page.slug} page={page} words={parts.words} say={say} />
              </ErrorBoundary>
            ) : (
              <span className="tool" />
            )
          }
        />
      </div>
      {page.source ? (
        <p className="account linked" {...page.around}>
          <BylineText byline={page.source.sentence} />
        </p>
      ) : null}
      {page.translations.length > 0 ? (
        <p className="account linked" {...page.around}>
          <span>{words.alsoIn}</span>{' '}
          {page.translations.map(({ href, text, lang, dir }) => (
            <span key={href} lang={lang} dir={dir}>
              <Link to={href} hrefLang={lang}>
                {text}
              </Link>
            </span>
          ))}
        </p>
      ) : null}
    </header>
  );
}

function ArticleFooter({ page }: { page: Page }) {
  const words = useWords();
  const { rights } = page.frame;
  return (
    <footer className="article-footer" data-address={page.head.canonical}>
      {page.corrections.length > 0 ? (
        <section className="corrections linked" aria-labelledby="corrections-heading">
          <h2 id="corrections-heading" className="overline" {...page.around}>
            {words.corrections}
          </h2>
          <ul>
            {page.corrections.map(({ date, note }) => (
              <li key={date.iso + note}>
                <p className="meta" {...page.around}>
                  <Time stamp={date} />
                </p>
                <p>
                  <InlineText html={note} />
                </p>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {page.tags.length > 0 ? (
        <nav className="tags" aria-label={words.tags} {...page.around}>
          <ul className="links linked">
            {page.tags.map(({ href, text }) => (
              <li key={href}>
                <Link to={href} rel="tag">
                  {text}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      ) : null}
      {rights ? (
        <p className="meta" {...page.around}>
          {rights}
        </p>
      ) : null}
    </footer>
  );
}

/** The parts of a series around this one, and the articles before and after it by date. */
function Onward({ page }: { page: Page }) {
  const words = useWords();
  const ways = [
    { label: words.previousPart, to: page.series?.previous },
    { label: words.nextPart, to: page.series?.next },
    { label: words.newer, to: page.newer },
    { label: words.older, to: page.older },
  ].filter(({ to }, index, all) => to && all.findIndex((way) => way.to?.href === to.href) === index);
  if (ways.length === 0) return null;
  return (
    <nav className="onward" aria-label={words.otherArticles}>
      <ul>
        {ways.map(({ label, to }) =>
          to ? (
            <li key={label}>
              <span className="overline">{label}</span>
              <Anchor href={to.href} lang={to.lang} dir={to.dir}>
                {to.text}
              </Anchor>
            </li>
          ) : null,
        )}
      </ul>
    </nav>
  );
}
