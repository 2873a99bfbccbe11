/** A picture in the size that the screen needs, as `press/markdown/proofread-pictures.ts` writes those of texts. */
import type { Picture } from '../publication/content.ts';
import { largestSize, type Place, sizesAt, srcsetOf } from '../publication/picture-files.ts';

type Props = {
  picture: Picture;
  alt: string;
  place: Place;
  /** Whether it waits until it is near. */
  isLazy?: boolean;
  /** The first and largest of a page comes before all else, and does not wait. */
  isFirst?: boolean;
  className?: string;
};

export function PictureImage({ picture, alt, place, isFirst = false, isLazy = !isFirst, className }: Props) {
  const { url, tone, focus, sizes } = picture;
  const { width, height } = largestSize(picture);
  const set = sizes && { srcSet: srcsetOf(picture), sizes: sizesAt(place, isLazy) };
  const isSource = sizes?.type === 'avif';
  const image = (
    <img
      loading={isLazy ? 'lazy' : undefined}
      fetchPriority={isFirst ? 'high' : undefined}
      decoding="async"
      {...(isSource ? undefined : set)}
      src={url}
      width={width}
      height={height}
      alt={alt}
      className={[className, tone, focus].filter(Boolean).join(' ') || undefined}
    />
  );
  if (!isSource) return image;
  return (
    <picture>
      <source type="image/avif" {...set} />
      {image}
    </picture>
  );
}
