/** The tags of a page's head, as data: the press writes them into the HTML, the browser keeps them right on navigation. */
import type { Head } from './publication/page.ts';

export type HeadTag = { name: 'meta' | 'link'; attributes: Record<string, string> };

export function headTags({ description, canonical }: Head): HeadTag[] {
  const tags: HeadTag[] = [];
  if (description) tags.push({ name: 'meta', attributes: { name: 'description', content: description } });
  if (canonical) tags.push({ name: 'link', attributes: { rel: 'canonical', href: canonical } });
  return tags;
}

/** The head as HTML. Every tag that belongs to the page is marked, so that the next page can take its place. */
export function headHtml(head: Head): string {
  const tags = headTags(head).map(({ name, attributes }) => {
    const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
    return `<${name} data-head${written.join('')}>`;
  });
  return `<title>${escaped(head.title)}</title>${tags.join('')}`;
}

/** Sets the head of the open document. */
export function showHead(head: Head): void {
  document.title = head.title;
  for (const stale of document.head.querySelectorAll('[data-head]')) stale.remove();
  for (const { name, attributes } of headTags(head)) {
    const element = document.createElement(name);
    element.dataset['head'] = '';
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    document.head.append(element);
  }
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escaped = (text: string): string => text.replace(/[&<>"]/g, (character) => entities[character] ?? character);
