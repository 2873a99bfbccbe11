/** The picture of a writer, or their initials. Beside a name it says nothing new, so it is silent there. */
import type { Portrait } from '../publication/page.ts';
import { PictureImage } from './PictureImage.tsx';

export function PortraitImage({ portrait, large = false }: { portrait: Portrait; large?: boolean }) {
  const { picture, initials } = portrait;
  const className = large ? 'portrait portrait-large' : 'portrait';
  if (!picture) {
    return (
      <span className={className} aria-hidden="true">
        {initials}
      </span>
    );
  }
  return (
    <PictureImage
      picture={picture}
      alt={large ? picture.alt : ''}
      place={large ? 'profile' : 'portrait'}
      className={className}
      isLazy={!large}
    />
  );
}
