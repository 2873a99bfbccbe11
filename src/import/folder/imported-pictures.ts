/**
 * Imported pictures: a file of the input folder that a page can show is copied into images/ under a new name; a picture
 * on another site becomes a link, since nothing is fetched; for every other picture there is a note.
 */
import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { Pictures } from '../../press/content/pictures.ts';
import { typeOf, typesOf } from '../../press/content/picture-types.ts';
import { reasonOf } from '../../press/content/problems.ts';
import type { Picture } from '../../publication/content.ts';
import type { Note } from '../item.ts';
import { nameIn, pictureNamed } from '../repair/link-repair.ts';
import { numbered, slugOf } from '../../press/content/slugs.ts';
import type { InputFile } from '../read/source.ts';
import type { Staging } from '../../press/content/staging.ts';

/**
 * The source of a picture in images/, its address on another site, or neither; `note` says why it is no picture here.
 */
export type PicturePlace = { own: string } | { link: string; note: Note } | { none: true; note: Note };

const mostBytes = 10 * 1024 * 1024;

export class ImportedPictures {
  readonly #staging: Staging;
  readonly #pictures = new Map<string, Picture>();
  readonly #byFile = new Map<string, PicturePlace>();
  /** Sources in images/ that this run has used. */
  readonly copied = new Set<string>();

  constructor(staging: Staging) {
    this.#staging = staging;
  }

  /** The size of a picture that is in images/. */
  placed(source: string): Picture | undefined {
    return this.#pictures.get(source);
  }

  /**
   * Where the picture at `address` in a text of `source` is found; `page` is the address of that text, where it is
   * known.
   */
  place(address: string, source: InputFile, page: string | undefined): PicturePlace {
    const written = address.trim();
    if (/^data:/i.test(written)) return this.#embedded(written);
    if (/^(?:https?:)?\/\//i.test(written)) return elsewhere(written.startsWith('//') ? `https:${written}` : written);
    if (/^[a-z][a-z0-9+.-]*:/i.test(written)) return none(`the picture ${pictureNamed(written)} cannot be used`);
    const file = source.pictureFile(written);
    if (file !== undefined) return this.#ofFile(file, written);
    if (this.#known(written)) return { own: written };
    const whole = page !== undefined && URL.canParse(written, page) ? new URL(written, page).href : undefined;
    if (whole !== undefined && /^https?:/.test(whole)) return elsewhere(whole);
    return none(`the picture ${pictureNamed(written)} is not in the folder that was given`);
  }

  #ofFile(file: string, written: string): PicturePlace {
    const known = this.#byFile.get(file);
    if (known) return known;
    const place = this.#copied(() => bytesOf(file), basename(file), written);
    this.#byFile.set(file, place);
    return place;
  }

  /** `data:image/png;base64,…` is as good as a file (RFC 2397). */
  #embedded(written: string): PicturePlace {
    const found = /^data:image\/[\w.+-]+;base64,([A-Za-z0-9+/=\s]+)$/i.exec(written);
    if (!found) return none('a picture that is written into the text itself cannot be used');
    return this.#copied(() => Buffer.from(found[1]!, 'base64'), 'picture', written);
  }

  #copied(read: () => Buffer, name: string, written: string): PicturePlace {
    const refused = (why: string) => none(`the picture ${pictureNamed(written)} cannot be shown: ${why}`);
    let bytes: Buffer;
    try {
      bytes = read();
    } catch (error) {
      return refused(reasonOf(error));
    }
    const type = typeOf(bytes);
    if (!type) return refused('it is no JPEG, PNG, WebP, AVIF, GIF or SVG');
    const stem = slugOf(nameIn(name).replace(/\.[^.]*$/, ''), 'picture');
    const extension = typesOf[type][0];
    const same = (path: string) => this.#staging.holds(path, bytes);
    const taken = (slug: string) =>
      this.#staging.has(`images/${slug}.${extension}`) && !same(`images/${slug}.${extension}`);
    const path = `images/${numbered(stem, taken)}.${extension}`;
    const outcome = this.#measured(path, bytes);
    if ('refused' in outcome) return refused(outcome.refused.message);
    this.#staging.put(path, bytes);
    const source = `/${path}`;
    this.copied.add(source);
    this.#pictures.set(source, outcome.picture);
    return { own: source };
  }

  /** What the check says of a picture with these bytes; it is checked in a folder of its own. */
  #measured(path: string, bytes: Buffer) {
    const folder = this.#staging.probe(path, bytes);
    try {
      return new Pictures(folder, '/').outcome(`/${path}`);
    } finally {
      this.#staging.endProbe();
    }
  }

  /** Whether the content folder has the picture, under the source that content uses. */
  #known(source: string): boolean {
    if (this.#pictures.has(source)) return true;
    if (!/^\/images\/[^?#]+$/.test(source) || !this.#staging.has(source.slice(1))) return false;
    const outcome = new Pictures(this.#staging.whole, '/').outcome(source);
    if ('picture' in outcome) this.#pictures.set(source, outcome.picture);
    return 'picture' in outcome;
  }
}

function bytesOf(file: string): Buffer {
  const { size } = statSync(file);
  if (size > mostBytes) throw new Error(`it has ${(size / 1024 / 1024).toFixed(1)} MB; the limit is 10 MB`);
  return readFileSync(file);
}

const none = (message: string): PicturePlace => ({ none: true, note: { code: 'I207', message } });

const elsewhere = (link: string): PicturePlace => ({
  link,
  note: {
    code: 'I206',
    message: `the picture ${pictureNamed(link)} is on another site: a link to it stands in its place`,
  },
});
