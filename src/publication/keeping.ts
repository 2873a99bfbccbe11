/**
 * What the press, the app and the worker say to each other of pages that a device keeps. The list of a section
 * (`…/offline.json` beside its page): by it a device keeps the section whole, and finds after an edit which pages are
 * others now.
 */
import { dataAddress, notFoundAddress } from './addresses.ts';
import type { Page } from './page.ts';

/** What the app needs to start without a line. */
export type Shell = {
  /** Another with every change of a file in it. */
  id: string;
  /** Paths below the base: the document, code, sheets, the faces of most pages. */
  files: string[];
};

/** The document of the app without a page in it: as it is, it says that there is no line. */
export const shellDocument = 'offline.html';

export type SectionList = {
  title: string;
  /** Of all data and pictures together, each once. */
  bytes: number;
  /** Addresses of the articles, newest first, and the hash of the data of each. */
  pages: [address: string, hash: string][];
};

/** Of a section's first page. */
export const sectionListAddress = (section: string): string => `${section}offline.json`;

/** The data of a page as `page.json` has it is told by the beginning of its SHA-256 in base 64. */
export const hashLength = 10;

/** URLs of the pictures that a page shows, each once. */
export function picturesOf({ texts, ...page }: Page): string[] {
  const found = new Set<string>();
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('url' in value && 'width' in value && typeof value.url === 'string') found.add(value.url);
    Object.values(value).forEach(look);
  };
  look(page);
  for (const text of Object.values(texts)) {
    for (const [, url = ''] of text.matchAll(/<img [^>]*?src="([^"]+)"/g)) found.add(url.replaceAll('&amp;', '&'));
  }
  return [...found];
}

/** The address of a page, from the path of its data below the base; undefined for any other file. */
export function addressOfData(path: string): string | undefined {
  if (path === dataAddress(notFoundAddress())) return notFoundAddress();
  return path.endsWith(dataAddress('/')) ? path.slice(0, 1 - dataAddress('/').length) : undefined;
}

/** Says of the data of a page that it is a kept copy, and since when (ISO 8601). */
export const keptAtHeader = 'x-kept-at';
