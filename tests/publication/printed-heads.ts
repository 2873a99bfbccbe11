/** The head of a printed page, as a browser understands it. */
import { expect } from 'vitest';
import type { Edition } from '../../src/publication/edition.ts';
import { printedHead } from '../../src/press/head/printed-head.ts';
import { pageAt } from '../../src/publication/site.ts';

/** The head as a browser understands it. */
export function parsed(edition: Edition, address: string): HTMLHeadElement {
  const html = `<!doctype html><head>${printedHead(edition, address, pageAt(edition, address)!)}</head><body></body>`;
  const made = new DOMParser().parseFromString(html, 'text/html');
  expect(made.body.innerHTML).toBe('');
  return made.head;
}

/** Each tag of the page in a line: "og:title The harbour", "canonical https://…". */
export function said(edition: Edition, address: string): string[] {
  return [...parsed(edition, address).querySelectorAll('title, [data-head]:not(script)')].map((element) => {
    const of = (name: string) => element.getAttribute(name);
    if (element.localName === 'title') return `title ${element.textContent}`;
    if (element.localName === 'meta') return `${of('name') ?? of('property')} ${of('content')}`;
    return [of('rel'), of('hreflang') ?? of('type'), of('href')].filter(Boolean).join(' ');
  });
}
