/** The headings of a long article. It opens and closes without script. */
import type { ArticlePageData, LanguageOf } from '../publication/page.ts';
import { useWords } from './words-context.tsx';

export function Outline({ outline, around }: { outline: ArticlePageData['outline']; around: LanguageOf }) {
  const words = useWords();
  if (outline.length === 0) return null;
  return (
    <details className="outline">
      <summary {...around}>{words.inThisArticle}</summary>
      <nav aria-label={words.inThisArticle}>
        <SectionLinks outline={outline} around={around} />
      </nav>
    </details>
  );
}

type Props = LanguageOf & {
  outline: ArticlePageData['outline'];
  around: LanguageOf;
  /** The section that is being read. */
  read?: string;
  follow?: () => void;
};

/** Its links; the reader's parts put them elsewhere too while an article is read, and say the language there. */
export function SectionLinks({ outline, around, lang, dir, read, follow }: Props) {
  return (
    <ol lang={lang} dir={dir}>
      {outline.map(({ id, text, level, minutes }) => (
        <li key={id} className={level === 3 ? 'outline-sub' : undefined}>
          <a href={`#${id}`} aria-current={id === read ? 'location' : undefined} onClick={follow}>
            {text}
          </a>
          {minutes ? (
            <>
              {' '}
              <span className="meta" {...around}>
                {minutes}
              </span>
            </>
          ) : null}
        </li>
      ))}
    </ol>
  );
}
