/**
 * Keeps the head of the open document right as the reader goes from page to page. Of a printed head, what was only for
 * those who fetch the document (Open Graph, structured data) goes with its page; React owns none of these elements.
 */
import { headTags } from './publication/head-tags.ts';
import type { Head } from './publication/page.ts';

/** Whether the document came with the head of this page: it says more than the browser could, and stays. */
export function isPrinted({ title, canonical }: Head): boolean {
  const printed = document.head.querySelector<HTMLLinkElement>('link[data-head][rel=canonical]');
  return document.title === title && printed?.href === canonical;
}

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
