/** Articles as lists show them. */
import { Link } from './Link.tsx';
import type { Teaser } from '../publication/page.ts';
import type { Place } from '../publication/picture-files.ts';
import { BylineText } from './BylineText.tsx';
import { PictureImage } from './PictureImage.tsx';
import { Time } from './Time.tsx';

type Props = { articles: Teaser[]; level?: 2 | 3; parts?: string[]; pictures?: boolean; place?: Place };

export function TeaserList({ articles, level = 2, parts, pictures = true, place = 'list' }: Props) {
  return (
    <ol className="teasers entries">
      {articles.map((article, index) => (
        <li key={article.href}>
          <TeaserItem article={article} level={level} part={parts?.[index]} picture={pictures} place={place} />
        </li>
      ))}
    </ol>
  );
}

type ItemProps = { article: Teaser; level: 2 | 3; part?: string; picture?: boolean; place: Place };

export function TeaserItem({ article, level, part, picture = true, place }: ItemProps) {
  const Heading = `h${level}` as const;
  const image = picture ? article.image : undefined;
  return (
    <article className="teaser">
      <div dir={article.dir}>
        <p className="kicker facts" lang={article.kicker.lang}>
          <Link to={article.kicker.href}>{article.kicker.text}</Link>
          {part ? <span>{part}</span> : null}
        </p>
        <Heading lang={article.lang}>
          <Link to={article.href}>{article.headline}</Link>
        </Heading>
        {article.standfirst ? (
          <p className="teaser-standfirst" lang={article.lang}>
            {article.standfirst}
          </p>
        ) : null}
        <p className="meta facts" dir={article.dir && 'auto'}>
          <span>
            <BylineText byline={article.byline} />
          </span>
          {article.published ? <Time stamp={article.published} /> : null}
          <span>{article.minutes}</span>
        </p>
        {article.label ? <p className="label">{article.label}</p> : null}
      </div>
      {image ? (
        <Link className="teaser-picture" to={article.href} tabIndex={-1} aria-hidden="true">
          <PictureImage picture={image} alt="" place={place} isFirst={place === 'lead'} />
        </Link>
      ) : null}
    </article>
  );
}
