/** Articles as lists show them. */
import { Link } from './Link.tsx';
import type { Teaser } from '../publication/page.ts';
import type { Place } from '../publication/picture-files.ts';
import { BylineText } from './BylineText.tsx';
import { PictureImage } from './PictureImage.tsx';
import { Time } from './Time.tsx';

type Props = {
  articles: Teaser[];
  level?: 2 | 3;
  parts?: string[];
  pictures?: boolean;
  place?: Place;
  /** A kicker that the heading of the list says already. */
  within?: string;
};

export function TeaserList({ articles, level = 2, parts, pictures = true, place = 'list', within }: Props) {
  return (
    <ol className="teasers entries">
      {articles.map((article, index) => (
        <li key={article.href}>
          <TeaserItem
            article={article}
            level={level}
            part={parts?.[index]}
            picture={pictures}
            place={place}
            hasKicker={article.kicker.text !== within}
          />
        </li>
      ))}
    </ol>
  );
}

type ItemProps = { article: Teaser; level: 2 | 3; part?: string; picture?: boolean; place: Place; hasKicker?: boolean };

export function TeaserItem({ article, level, part, picture = true, place, hasKicker = true }: ItemProps) {
  const Heading = `h${level}` as const;
  const image = picture ? article.image : undefined;
  return (
    <article className="teaser">
      <div dir={article.dir}>
        {hasKicker || part ? (
          <p className="kicker facts" lang={hasKicker ? article.kicker.lang : undefined}>
            {hasKicker ? <Link to={article.kicker.href}>{article.kicker.text}</Link> : null}
            {part ? <span>{part}</span> : null}
          </p>
        ) : null}
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
          {article.letters ? <span>{article.letters}</span> : null}
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
