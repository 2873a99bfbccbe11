/** A post of an export of Tumblr: what its foot says of it is told as other pages tell it, and is no part of the text. */
import type { PageDocument } from './dom.ts';
import { oneLine } from '../wording/one-line.ts';

export function tellTumblr(document: PageDocument): void {
  const foot = document.getElementById('timestamp')?.closest('#footer');
  if (!foot) return;
  for (const element of Array.from(foot.querySelectorAll('#timestamp, .tag')).toReversed()) {
    const meta = document.createElement('meta');
    meta.setAttribute('property', element.id === '' ? 'article:tag' : 'article:published_time');
    meta.setAttribute('content', oneLine(element.textContent).replace(/^#/, ''));
    document.documentElement.prepend(meta);
    element.remove();
  }
  if (oneLine(foot.textContent) === '') foot.remove();
}
