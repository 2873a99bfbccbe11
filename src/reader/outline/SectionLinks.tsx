/** The links of an outline, for a list that is added while reading: it says which section is being read. */
import type { ArticlePageData } from '../../publication/page.ts';

type Props = { page: ArticlePageData; read: string | undefined; follow?: () => void };

export function SectionLinks({ page: { outline, lang, dir, around }, read, follow }: Props) {
  return (
    <ol lang={lang} dir={dir}>
      {outline.map(({ id, text, level, minutes }) => (
        <li key={id} className={level === 3 ? 'outline-sub' : undefined}>
          <a href={`#${id}`} aria-current={id === read ? 'location' : undefined} onClick={follow}>
            {text}
          </a>
          {minutes ? (
            <span className="meta" {...around}>
              {minutes}
            </span>
          ) : null}
        </li>
      ))}
    </ol>
  );
}
