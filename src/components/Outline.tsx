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
        <ol>
          {outline.map(({ id, text, level, minutes }) => (
            <li key={id} className={level === 3 ? 'outline-sub' : undefined}>
              <a href={`#${id}`}>{text}</a>
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
      </nav>
    </details>
  );
}
