/** The list of each section, by which a device keeps it whole (`publication/keeping.ts`). */
import { createHash } from 'node:crypto';
import { articleAddress, sectionAddress } from '../../publication/addresses.ts';
import { hashLength, picturesOf, type SectionList, sectionListAddress } from '../../publication/keeping.ts';
import type { Page } from '../../publication/page.ts';
import type { Outputs } from '../cache/outputs.ts';

/** What the list says of a page, from its data as it is written. */
export type ListedPage = { hash: string; bytes: number; pictures: string[] };

export const listedPage = (page: Page, data: string): ListedPage => ({
  hash: createHash('sha256').update(data).digest('base64').slice(0, hashLength),
  bytes: Buffer.byteLength(data),
  pictures: picturesOf(page),
});

/**
 * After the pages are written: their hashes are known then, of those too that stay as they were. `sizes`: bytes of the
 * pictures, by their URLs.
 */
export function writeSectionLists(outputs: Outputs, sizes: ReadonlyMap<string, number>): void {
  const { edition } = outputs;
  for (const { slug, name } of edition.content.publication.sections) {
    const articles = edition.bySection.get(slug);
    if (!articles) continue;
    const listed = articles.map((article) => {
      const address = articleAddress(article.slug);
      return [address, outputs.noteOf(address) as ListedPage] as const;
    });
    const pictures = new Set(listed.flatMap(([, note]) => note.pictures));
    const list: SectionList = {
      title: name,
      bytes:
        listed.reduce((sum, [, note]) => sum + note.bytes, 0) +
        [...pictures].reduce((sum, url) => sum + (sizes.get(url) ?? 0), 0),
      pages: listed.map(([address, note]) => [address, note.hash]),
    };
    outputs.put(sectionListAddress(sectionAddress(slug)), JSON.stringify(list));
  }
}
