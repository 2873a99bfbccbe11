/** Letters to the editors that are printed under an article; what is not in its page comes when the reader is near. */
import type { ArticlePageData } from '../publication/page.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { Link } from './Link.tsx';
import { useReaderParts } from './reader-parts.ts';
import { Text } from './Text.tsx';
import { useWords } from './words-context.tsx';

export function Letters({ page }: { page: ArticlePageData }) {
  const words = useWords();
  const parts = useReaderParts();
  if (!page.letters) return null;
  const { heading, all, feed } = page.letters;
  return (
    <section className="letters" aria-labelledby="letters-heading">
      <h2 id="letters-heading">{heading}</h2>
      <Text name="letters" texts={page.texts} />
      {parts && all ? (
        <ErrorBoundary fallback={<p>{words.partFailed}</p>}>
          <parts.MoreLetters address={all.href} />
        </ErrorBoundary>
      ) : null}
      <p className="letters-foot meta facts linked">
        {all ? <Link to={all.href}>{all.text}</Link> : null}
        <Link to={feed.href}>{feed.text}</Link>
      </p>
    </section>
  );
}
