/** What every page has around its own text: the masthead, Must Read and the foot. */
import { archiveAddress, authorsAddress, mustReadAddress, ownPageAddress, shelfAddress } from './addresses.ts';
import type { Article, Edition } from './edition.ts';
import { glossaryLink } from './glossary-link.ts';
import { mustReadBeside } from './must-read.ts';
import type { Frame, MustReadEntry } from './page.ts';
import { sectionLink, languageFor } from './teaser.ts';

const listsOf = new WeakMap<Edition, MustReadEntry[]>();

/** The same for every page but an article, so it is computed once an edition. */
function mustReadOf(edition: Edition): MustReadEntry[] {
  const known = listsOf.get(edition) ?? mustReadBeside(edition);
  listsOf.set(edition, known);
  return known;
}

export function frameOf(edition: Edition, current?: Article): Frame {
  const { publication, pages } = edition.content;
  const own = [...pages].map(([slug, { title, language }]) => ({
    href: ownPageAddress(slug),
    text: title,
    ...languageFor(edition, language),
  }));
  const glossary = glossaryLink(edition);
  return {
    name: publication.name,
    sections: publication.sections
      .filter(({ slug }) => edition.bySection.has(slug))
      .map(({ slug }) => sectionLink(edition, slug)),
    foot: [
      ...own,
      { href: authorsAddress(), text: edition.words.authors },
      { href: archiveAddress(), text: edition.words.archive },
      ...(glossary ? [glossary] : []),
      { href: mustReadAddress(), text: edition.words.mustRead },
      { href: shelfAddress(), text: edition.words.shelf },
    ],
    rights: publication.rights,
    mustRead: current ? mustReadBeside(edition, current) : mustReadOf(edition),
  };
}
