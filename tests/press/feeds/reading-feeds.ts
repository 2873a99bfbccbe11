/** Reads files of a site back: strictly as XML (jsdom's parser stops at every fault), and as HTML for what they hold. */
import { feedFiles, guideFiles } from '../../../src/press/feeds/feed-files.ts';
import type { Edition } from '../../../src/publication/edition.ts';
import { editionWith, type Parts } from '../../fixtures/edition.ts';

export const root = { origin: 'https://post.example', base: '/' };
export const folder = { origin: 'https://post.example', base: '/folder/' };

export function filesFor(edition: Edition, place = root): Map<string, string> {
  const feeds = [...feedFiles(edition, place)].flatMap(({ files, texts }) => {
    const made = texts();
    return files.map((file, format) => [file, made[format] ?? ''] as const);
  });
  return new Map([...feeds, ...[...guideFiles(edition, place)].map(({ file, text }) => [file, text] as const)]);
}

export const filesOf = (parts: Parts, place = root): Map<string, string> => filesFor(editionWith(parts), place);

export function textOf(files: ReadonlyMap<string, string>, file: string): string {
  const text = files.get(file);
  if (text === undefined) throw new Error(`There is no ${file}, only ${[...files.keys()].join(' ')}`);
  return text;
}

export function strictly(xml: string): Document {
  const document = new DOMParser().parseFromString(xml, 'application/xml');
  const fault = document.querySelector('parsererror');
  if (fault) throw new Error(`${fault.textContent} in ${xml.slice(0, 300)}`);
  return document;
}

/** Everything that HTML points to. */
export function pointers(html: string): string[] {
  const document = new DOMParser().parseFromString(html, 'text/html');
  return [...document.querySelectorAll('[href], [src]')].map(
    (element) => element.getAttribute('href') ?? element.getAttribute('src') ?? '',
  );
}
