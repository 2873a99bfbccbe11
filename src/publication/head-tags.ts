/** The tags that change as the reader goes from page to page, as data: the press writes them, the browser sets them. */
import type { Head } from './page.ts';

export type HeadTag = { name: 'meta' | 'link'; attributes: Record<string, string> };

export const metaTag = (name: string, content: string): HeadTag => ({ name: 'meta', attributes: { name, content } });

export const linkTag = (rel: string, href: string, more: Record<string, string> = {}): HeadTag => ({
  name: 'link',
  attributes: { rel, ...more, href },
});

/** What has no lasting address is not for search engines; of all else they may show the picture large. */
export function headTags({ description, canonical, languages = [], feeds = [] }: Head): HeadTag[] {
  return [
    ...(description ? [metaTag('description', description)] : []),
    metaTag('robots', canonical ? 'max-image-preview:large' : 'noindex'),
    ...(canonical ? [linkTag('canonical', canonical)] : []),
    ...languages.map(({ lang, href }) => linkTag('alternate', href, { hreflang: lang })),
    ...feeds.map(feedTag),
  ];
}

export const feedTag = ({ type, title, href }: NonNullable<Head['feeds']>[number]): HeadTag =>
  linkTag('alternate', href, { type, title });
