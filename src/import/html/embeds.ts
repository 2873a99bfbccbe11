/** What other sites show inside a page becomes a link to it that can be seen. */
import { attribute, type PageElement } from './dom.ts';
import { oneLine } from '../wording/one-line.ts';
import { wholeAddress } from './web-links.ts';

export const embedNames: ReadonlySet<string> = new Set(
  'iframe video audio object embed amp-iframe amp-video amp-audio amp-youtube amp-vimeo amp-twitter lite-youtube'.split(
    ' ',
  ),
);

/** Frames that show nothing: counters, advertisements, log-in helpers. */
export function isHiddenFrame(element: PageElement): boolean {
  if (element.localName !== 'iframe') return false;
  const side = (name: string): boolean => /^[01](?:px)?$/.test(attribute(element, name));
  const style = attribute(element, 'style');
  return (
    side('width') ||
    side('height') ||
    /display\s*:\s*none|visibility\s*:\s*hidden|(?:^|[;\s])(?:width|height)\s*:\s*[01](?:px)?\s*(?:;|$)/i.test(style) ||
    /googletagmanager|doubleclick|googlesyndication|adservice|facebook\.com\/plugins\/(?:like|share)|about:blank/i.test(
      sourceOf(element),
    )
  );
}

function sourceOf(element: PageElement): string {
  for (const name of ['src', 'data-src', 'data-lazy-src', 'data-litespeed-src', 'data', 'data-url']) {
    const value = attribute(element, name);
    if (value !== '' && value !== 'about:blank') return value;
  }
  const source = element.querySelector('source[src], embed[src], a[href]');
  return source ? attribute(source, source.localName === 'a' ? 'href' : 'src') : '';
}

/** Where the embedded part can be seen, and its title if the page gives it one. */
export function embedOf(element: PageElement, base?: string): { href: string; title: string } | undefined {
  const video = attribute(element, 'data-videoid') || attribute(element, 'videoid');
  const tweet = attribute(element, 'data-tweetid');
  const written =
    element.localName === 'amp-vimeo'
      ? `https://vimeo.com/${encodeURIComponent(video)}`
      : video !== ''
        ? `https://www.youtube.com/watch?v=${encodeURIComponent(video)}`
        : tweet !== ''
          ? `https://twitter.com/i/status/${encodeURIComponent(tweet)}`
          : sourceOf(element);
  const href = wholeAddress(written, base);
  const title = oneLine(attribute(element, 'title') || attribute(element, 'aria-label'));
  return href === undefined || href.startsWith('mailto:') ? undefined : { href, title };
}
