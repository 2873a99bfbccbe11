/** The picture of a writer, or their initials. Beside a name it says nothing new, so it is silent there. */
import type { Portrait } from '../publication/page.ts';

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
    <img
      className={className}
      src={picture.url}
      width={picture.width}
      height={picture.height}
      alt={large ? picture.alt : ''}
      loading={large ? undefined : 'lazy'}
      decoding="async"
    />
  );
}
