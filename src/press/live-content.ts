/** The content as the dev server has it: read again after each edit, answered live, broken files shown in their place. */
import { editionOf, type Edition } from '../publication/edition.ts';
import { frameOf } from '../publication/frame.ts';
import { unlistedHead } from '../publication/head.ts';
import { suggestionLists } from '../publication/suggestion-lists.ts';
import type { BrokenPageData, Page } from '../publication/page.ts';
import { redirectsOf } from '../publication/redirects.ts';
import { pageAt } from '../publication/site.ts';
import { inForm, type Problem } from './content/problems.ts';
import { ReadCache, readContent } from './content/validate.ts';
import { searchIndexInMemory } from './search/search-index.ts';
import { interfaceWords } from '../words/interface-words.ts';

type Index = ReturnType<typeof searchIndexInMemory> & { revision: number };

export class LiveContent {
  readonly folder: string;
  problems: Problem[] = [];
  /** How many times the content was read. */
  revision = 0;
  /** The last edition that could be made; a broken publication.json leaves the one before it. */
  edition: Edition | undefined;
  #broken = new Map<string, Problem[]>();
  #cache = new ReadCache();
  #index: Index | undefined;
  readonly #base: string;

  constructor(folder: string, base: string) {
    this.folder = folder;
    this.#base = base;
  }

  /** Reads what has changed. */
  async read(): Promise<void> {
    const reading = await readContent(this.folder, {
      base: this.#base,
      now: new Date(),
      includeUnpublished: true,
      cache: this.#cache,
    });
    this.revision += 1;
    this.problems = reading.problems;
    this.#broken = reading.broken;
    if (reading.content) {
      const { language } = reading.content.publication;
      const { press } = interfaceWords(language).words;
      this.edition = { ...editionOf(reading.content, press, this.#base), searchIndex: () => this.#indexed().directory };
    }
  }

  pageAt(address: string): Page | undefined {
    if (!this.edition) return undefined;
    const problems = this.#broken.get(address);
    if (problems) return brokenPage(this.edition, address, problems);
    return pageAt(this.edition, address);
  }

  /** Where an old address leads now. */
  movedTo(path: string): string | undefined {
    const asked = path.replace(/\/$/, '');
    const redirects = this.edition ? redirectsOf(this.edition) : [];
    return redirects.find(({ from }) => from.replace(/\/$/, '') === asked)?.to;
  }

  /** A file of the search index, by its path; what an edit has changed is not there any more. */
  searchFile(path: string): string | undefined {
    return this.edition && this.#indexed().files.get(path.slice(1));
  }

  /** Made when search is first opened, and again after an edit. */
  #indexed(): Index {
    if (this.#index?.revision !== this.revision) {
      this.#index = { revision: this.revision, ...searchIndexInMemory(this.edition!) };
    }
    return this.#index;
  }

  names(file: string): unknown {
    return this.edition && suggestionLists(this.edition).get(file);
  }
}

function brokenPage(edition: Edition, address: string, problems: readonly Problem[]): BrokenPageData {
  return {
    kind: 'broken',
    head: unlistedHead(edition, edition.words.broken),
    frame: frameOf(edition),
    texts: {},
    title: problems[0]?.file ?? address,
    problems: problems.map(inForm),
  };
}
