/**
 * The dependency tracker of the incremental build: an edition that notes which texts are asked of it. A page is computed
 * from facts, which are the same for all pages, and from texts, of which it asks for few: where the facts and these
 * texts have not changed, neither has the page, and it need not be computed.
 */
import { createHash, hash } from 'node:crypto';
import type { Edition } from '../../publication/edition.ts';
import type { CompiledText } from '../../publication/content.ts';

/** The owners of the texts that were asked for, and one fingerprint of all of them. */
export type TextDependencies = { owners: string[]; fingerprint: string };

/** The directory of the search index changes with every text, and is on one page. */
const searchIndex = 'search';

export class DependencyTracker {
  readonly edition: Edition;
  /** A hash of everything but the texts. */
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
  track<Made>(make: () => Made): { made: Made; asked: TextDependencies } {
    this.#asked = new Set();
    const made = make();
    const owners = [...this.#asked];
    return { made, asked: { owners, fingerprint: this.#fingerprintOf(owners) } };
  }

  /** Whether none of these texts has changed since it was asked for. */
  areUnchanged({ owners, fingerprint }: TextDependencies): boolean {
    return this.#fingerprintOf(owners) === fingerprint;
  }

  #directory() {
    this.#asked.add(searchIndex);
    return this.#whole.searchIndex!();
  }

  #fingerprintOf(owners: readonly string[]): string {
    const fingerprints = owners.map((owner) =>
      owner === searchIndex ? this.#whole.searchIndex?.() : fingerprintOfText(this.#whole.content.text(owner)),
    );
    return hash('sha256', JSON.stringify(fingerprints), 'base64');
  }
}

const fingerprintOfText = (text: CompiledText): string => text.fingerprint ?? JSON.stringify(text);

/** Facts are many, so they are hashed piece by piece. */
function factsOf({ content, base, shareImages, language, minutes }: Edition): string {
  const facts = createHash('sha256');
  const add = (fact: unknown) => facts.update(`${JSON.stringify(fact)}\n`);
  const { publication, mustRead, front, glossary, authors, articles, pages, pictures, letters, unpublished } = content;
  add([base, shareImages, language, publication, mustRead, front, glossary]);
  for (const entry of articles) add([entry, minutes(entry[0])]);
  for (const part of [authors, pages, pictures, letters, unpublished]) {
    for (const entry of part) add(entry);
    add('end');
  }
  return facts.digest('base64');
}
