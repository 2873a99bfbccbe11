/** The main picture of an article, with caption and credit; one that shows something leads to its file, to be looked at closely. */
import type { Figure } from '../publication/page.ts';
import { largestUrl } from '../publication/picture-files.ts';
import { PictureImage } from './PictureImage.tsx';
import { InlineText } from './Text.tsx';

export function MainFigure({ figure }: { figure: Figure }) {
  const image = <PictureImage picture={figure} alt={figure.alt} place="text" isFirst />;
  return (
    <figure className="main-figure">
      {figure.alt ? (
        <a className="look" href={largestUrl(figure)}>
          {image}
        </a>
      ) : (
        image
      )}
      {figure.caption || figure.credit ? (
        <figcaption>
          {figure.caption ? <InlineText html={figure.caption} /> : null}{' '}
          {figure.credit ? <span className="credit">{figure.credit}</span> : null}
        </figcaption>
      ) : null}
    </figure>
  );
}
