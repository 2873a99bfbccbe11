/**
 * Tells whether an imported article exists already. It is the same article when its words are the same; when it stood
 * at the same old address and has the same headline or moment; or when it would have the same slug and headline, and
 * neither its date nor its old address says otherwise. Every other article is new, whatever its slug.
 */
import { aliasAddress } from '../../press/content/addresses-of-content.ts';
import { articleAddress } from '../../publication/addresses.ts';
import type { KnownArticle } from './existing-content.ts';
import { folded } from './sections.ts';
import { numbered } from '../../press/content/slugs.ts';

export type ArticleIdentity = {
  headline: string;
  published: string | undefined;
  /** The fingerprint of its body, and the fingerprint of the body's words. */
  fingerprint: string;
  words: string;
  aliases: readonly string[];
  /** Where it stood, with its host, as `addressKey` spells it. */
  place: string | undefined;
};

type Indexed = Pick<ArticleIdentity, 'headline' | 'published' | 'fingerprint' | 'place'> & { slug: string };

export type IndexedAs =
  | { is: 'new'; slug: string }
  /** It existed before the run. */
  | { is: 'existing'; slug: string; path: string }
  /** It was imported in this run already. */
  | { is: 'repeated'; slug: string };

export class ArticleIndex {
  readonly #before: ReadonlyMap<string, KnownArticle>;
  readonly #taken: ReadonlySet<string>;
  readonly #beforeByAddress = new Map<string, KnownArticle>();
  /** The existing articles that were imported again in this run. */
  readonly #met = new Set<string>();
  readonly #imported = new Map<string, Indexed>();
  readonly #importedByPlace = new Map<string, Indexed>();
  readonly #importedByAddress = new Map<string, Indexed>();

  constructor(before: ReadonlyMap<string, KnownArticle>, taken: ReadonlySet<string>) {
    this.#before = before;
    this.#taken = taken;
    for (const known of before.values()) {
      for (const address of known.addresses) {
        if (!this.#beforeByAddress.has(address)) this.#beforeByAddress.set(address, known);
      }
    }
  }

  /** Finds the existing article, or gives a new one its slug; `wanted` is the slug it would have if none were taken. */
  enter(article: ArticleIdentity, wanted: string): IndexedAs {
    const addresses = article.aliases.map(aliasAddress);
    const repeated = this.#repeated(article, wanted);
    if (repeated) return { is: 'repeated', slug: repeated.slug };
    const known = this.#known(article, wanted, addresses);
    const slug = known?.slug ?? numbered(wanted, (candidate) => this.#isTaken(candidate, addresses));
    const { headline, published, fingerprint, place } = article;
    const indexed = { slug, headline, published, fingerprint, place };
    this.#imported.set(slug, indexed);
    if (place !== undefined && !this.#importedByPlace.has(place)) this.#importedByPlace.set(place, indexed);
    for (const address of [articleAddress(slug), ...addresses]) {
      if (!this.#importedByAddress.has(address)) this.#importedByAddress.set(address, indexed);
    }
    if (!known) return { is: 'new', slug };
    this.#met.add(slug);
    return { is: 'existing', slug, path: known.path };
  }

  /** The article that is at an address, or was. */
  at(address: string): string | undefined {
    return (this.#importedByAddress.get(address) ?? this.#beforeByAddress.get(address))?.slug;
  }

  /** Whether another article has the alias already. */
  isOthers(alias: string, slug: string): boolean {
    const address = aliasAddress(alias);
    const owner = this.at(address);
    return owner !== undefined && owner !== slug;
  }

  /**
   * An article of this run with the same old address, or with the same words unless both old addresses are known and
   * differ.
   */
  #repeated(article: ArticleIdentity, wanted: string): Indexed | undefined {
    const there = article.place === undefined ? undefined : this.#importedByPlace.get(article.place);
    if (there && alike(there, article)) return there;
    const samePlace = ({ place }: Indexed) =>
      place === undefined || article.place === undefined || place === article.place;
    return this.#chain(wanted, this.#imported).find((one) => sameWords(one, article) && samePlace(one));
  }

  #known(article: ArticleIdentity, wanted: string, addresses: readonly string[]): KnownArticle | undefined {
    const there = addresses.flatMap((address) => this.#beforeByAddress.get(address) ?? []);
    const chain = this.#chain(wanted, this.#before);
    const free = [...there, ...chain].filter(({ slug }) => !this.#met.has(slug));
    const same = (known: KnownArticle) => known.words === article.words && sameHeadline(known, article);
    return (
      free.find((known) => there.includes(known) && same(known)) ??
      free.find((known) => same(known) && placesAgree(known, addresses)) ??
      free.find((known) => there.includes(known) && alike(known, article)) ??
      free.find((known) => sameHeadline(known, article) && datesAgree(known, article) && placesAgree(known, addresses))
    );
  }

  /** The articles with the slug itself and with the slug numbered, up to the first free number. */
  #chain<Article>(slug: string, articles: ReadonlyMap<string, Article>): Article[] {
    const chain: Article[] = [];
    numbered(slug, (candidate) => {
      const found = articles.get(candidate);
      if (found) chain.push(found);
      return found !== undefined || this.#isTaken(candidate, []);
    });
    return chain;
  }

  #isTaken(slug: string, own: readonly string[]): boolean {
    const address = articleAddress(slug);
    if (this.#taken.has(slug) || this.#before.has(slug) || this.#imported.has(slug)) return true;
    return !own.includes(address) && (this.#beforeByAddress.has(address) || this.#importedByAddress.has(address));
  }
}

type Alike = Pick<Indexed, 'headline' | 'published'>;

/** The same headline over the same body. */
const sameWords = (one: Alike & { fingerprint: string }, other: Alike & { fingerprint: string }): boolean =>
  one.fingerprint === other.fingerprint && sameHeadline(one, other);

const sameHeadline = (one: Alike, other: Alike): boolean => folded(one.headline) === folded(other.headline);

const day = (date: string | undefined): string | undefined => date?.slice(0, 10);

const datesAgree = ({ published: one }: Alike, { published: other }: Alike): boolean =>
  one === undefined || other === undefined || day(one) === day(other);

const alike = (one: Alike, other: Alike): boolean =>
  sameHeadline(one, other) || (one.published !== undefined && one.published === other.published);

/** Two articles that stood at different old addresses are different. */
const placesAgree = (known: KnownArticle, addresses: readonly string[]): boolean =>
  addresses.length === 0 ||
  known.addresses.length <= 1 ||
  addresses.some((address) => known.addresses.includes(address));
