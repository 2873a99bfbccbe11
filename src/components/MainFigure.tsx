/** The main picture of an article, with caption and credit. */
import type { Figure } from '../publication/page.ts';
import { InlineText } from './Text.tsx';

export function MainFigure({ figure }: { figure: Figure }) {
  return (
    <figure className="main-figure">
      <img src={figure.url} width={figure.width} height={figure.height} alt={figure.alt} fetchPriority="high" />
      {figure.caption || figure.credit ? (
        <figcaption>
          {figure.caption ? <InlineText html={figure.caption} /> : null}{' '}
          {figure.credit ? <span className="credit">{figure.credit}</span> : null}
        </figcaption>
      ) : null}
    </figure>
  );
}
