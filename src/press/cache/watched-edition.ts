/**
 * An edition that remembers which texts are asked of it. A page is computed from facts, which are the same for all
 * pages, and from texts, of which it asks for few: where the facts and these texts are as they were, so is the page,
 * and it need not be computed to know it.
 */
import { createHash, hash } from 'node:crypto';
import type { Edition } from '../../publication/edition.ts';
import type { CompiledText } from '../../publication/content.ts';

/** The owners of the texts that were asked for, and one print of all of them. */
export type AskedTexts = { owners: string[]; fingerprint: string };

/** The directory of the search index changes with every text, and is on one page. */
const searchIndex = 'search';

export class WatchedEdition {
  readonly edition: Edition;
  /** Of everything but the texts. */
  readonly facts: string;
  readonly #whole: Edition;
  #asked = new Set<string>();

  constructor(edition: Edition) {
    this.#whole = edition;
    this.facts = factsOf(edition);
    this.edition = {
      ...edition,
      content: {
        ...edition.content,
        text: (owner) => {
          this.#asked.add(owner);
          return edition.content.text(owner);
        },
      },
      searchIndex: edition.searchIndex && (() => this.#directory()),
    };
  }

  /** What `make` answers of `edition`, and which texts it asked for. */
  watch<Made>(make: () => Made): { made: Made; asked: AskedTexts } {
    this.#asked = new Set();
    const made = make();
    const owners = [...this.#asked];
    return { made, asked: { owners, fingerprint: this.#fingerprintOf(owners) } };
  }

  /** Whether these texts are as they were when they were asked for. */
  isSame({ owners, fingerprint }: AskedTexts): boolean {
    return this.#fingerprintOf(owners) === fingerprint;
  }

  #directory() {
    this.#asked.add(searchIndex);
    return this.#whole.searchIndex!();
  }

  #fingerprintOf(owners: readonly string[]): string {
    const prints = owners.map((owner) =>
      owner === searchIndex ? this.#whole.searchIndex?.().folder : fingerprintOfText(this.#whole.content.text(owner)),
    );
    return hash('sha256', JSON.stringify(prints), 'base64');
  }
}

const fingerprintOfText = (text: CompiledText): string => text.fingerprint ?? JSON.stringify(text);

/** Facts are many, so they are hashed piece by piece. */
function factsOf({ content, base, shareImages, language, minutes }: Edition): string {
  const facts = createHash('sha256');
  const add = (fact: unknown) => facts.update(`${JSON.stringify(fact)}\n`);
  const { publication, mustRead, authors, articles, pages, pictures, unpublished } = content;
  add([base, shareImages, language, publication, mustRead]);
  for (const entry of articles) add([entry, minutes(entry[0])]);
  for (const part of [authors, pages, pictures, unpublished]) {
    for (const entry of part) add(entry);
    add('end');
  }
  return facts.digest('base64');
}
