/** The main picture of an article, with caption and credit. */
import type { Figure } from '../publication/page.ts';
import { PictureImage } from './PictureImage.tsx';
import { InlineText } from './Text.tsx';

export function MainFigure({ figure }: { figure: Figure }) {
  return (
    <figure className="main-figure">
      <PictureImage picture={figure} alt={figure.alt} place="text" isFirst />
      {figure.caption || figure.credit ? (
        <figcaption>
          {figure.caption ? <InlineText html={figure.caption} /> : null}{' '}
          {figure.credit ? <span className="credit">{figure.credit}</span> : null}
        </figcaption>
      ) : null}
    </figure>
  );
}
