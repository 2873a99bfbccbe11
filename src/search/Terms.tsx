/** What the glossary says of the words that were asked for, above the articles. */
import { Link } from '../components/Link.tsx';
import type { LinkTo } from '../publication/page.ts';
import type { FoundTerms } from './glossary-terms.ts';

export function Terms({ terms, glossary }: { terms: FoundTerms; glossary: LinkTo }) {
  return terms.map(({ id, forms, explanation, lang, dir }) => (
    <article className="result" key={id} dir={dir}>
      <h2 lang={lang}>
        <Link to={`${glossary.href}#${id}`}>{forms[0]}</Link>
      </h2>
      <p className="meta" dir={dir && 'auto'}>
        {glossary.text}
      </p>
      <p className="excerpt" lang={lang}>
        {explanation}
      </p>
    </article>
  ));
}
