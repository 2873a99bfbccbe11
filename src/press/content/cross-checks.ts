/** Checks that need every file: names that refer from one file to another. */
import { articleAddress, authorAddress, glossaryAddress, ownPageAddress } from '../../publication/addresses.ts';
import { nearest } from '../../publication/nearest.ts';
import { addressesOfContent, type Standing } from './addresses-of-content.ts';
import { type Clock, dateFindings, standingOf } from './date-checks.ts';
import { frontFindings } from './front-checks.ts';
import { unusedTerms } from './glossary-checks.ts';
import { checkLetterIds, letterFindings } from './letter-checks.ts';
import { linkFindings } from './link-checks.ts';
import { mustReadFindings } from './must-read-checks.ts';
import { type Finding, knownNames, mostShown } from './problems.ts';
import type { ReadFile } from './read-file.ts';
import { articleFindings, publicationFindings, unusedAuthors, type Whole } from './reference-checks.ts';
import { checkAliases, checkSlugs } from './slug-checks.ts';
import { listAt, valueAt } from './values.ts';

export type Report = (file: ReadFile, finding: Finding) => void;

/** Checks all files against each other. Where publication.json is broken or missing, what depends on it is not checked. */
export function crossCheck(files: readonly ReadFile[], clock: Clock, report: Report): void {
  const whole = wholeOf(files, clock);
  const articles = files.filter(({ file }) => file.kind === 'articles');
  checkSlugs(files, report);
  checkLetterIds(files, report);
  for (const read of files) for (const finding of findingsFor(read, whole, clock)) report(read, finding);
  for (const [read, finding] of unusedAuthors(whole)) report(read, finding);
  const addresses = addressesOfContent({ files, standing: whole.standing, timeZone: clock.timeZone });
  for (const [address, read] of checkAliases(articles, addresses, report)) {
    if (!addresses.has(address)) addresses.set(address, whole.standing(read));
  }
  const ids = new Map(files.flatMap((read) => textAddress(read).map((address) => [address, read.ids])));
  const targets = { addresses, idsAt: (address: string) => ids.get(address), near: whole.near };
  for (const read of files) {
    if (read.links.length === 0) continue;
    const standing = read.file.kind === 'articles' ? whole.standing(read) : 'published';
    for (const finding of linkFindings(read, { ...targets, standing })) report(read, finding);
  }
}

/** The page that shows the text of a file whole, so that its headings are there to lead to. */
function textAddress({ file: { kind, slug }, value }: ReadFile): string[] {
  if (value === undefined) return [];
  if (kind === 'articles') return [articleAddress(slug)];
  if (kind === 'pages') return [ownPageAddress(slug)];
  if (kind === 'glossary') return [glossaryAddress()];
  return kind === 'authors' ? [authorAddress(slug)] : [];
}

function wholeOf(files: readonly ReadFile[], clock: Clock): Whole {
  const ofKind = (kind: string) =>
    new Map(files.filter(({ file }) => file.kind === kind).map((read) => [read.file.slug, read]));
  const authors = ofKind('authors');
  const publication = ofKind('publication').get('')?.value;
  const sections = listAt(publication, 'sections').map((section) => valueAt(section, ['slug']));
  const standings = new Map<ReadFile, Standing>();
  let suggestions = mostShown;
  return {
    articles: ofKind('articles'),
    pages: ofKind('pages'),
    authors,
    knownAuthors: knownNames(authors.keys()),
    sections: sections.length > 0 ? new Set(sections.map(String)) : undefined,
    mustRead: listAt(ofKind('must-read').get('')?.value, 'entries').length,
    standing: (article) => {
      if (!article) return 'published';
      const standing = standings.get(article) ?? standingOf(article.value, clock);
      standings.set(article, standing);
      return standing;
    },
    // Each compares every name, so there are no more suggestions than problems that are shown.
    near: (wanted, names) => (suggestions-- > 0 ? nearest(wanted, names, 2) : []),
  };
}

function findingsFor(read: ReadFile, whole: Whole, clock: Clock): Finding[] {
  switch (read.file.kind) {
    case 'articles':
      return [...articleFindings(read, whole), ...dateFindings(read.value, clock)];
    case 'must-read':
      return mustReadFindings(read, whole);
    case 'front':
      return frontFindings(read, whole);
    case 'glossary':
      return unusedTerms(read, whole.articles);
    case 'publication':
      return publicationFindings(read, whole);
    case 'responses':
      return letterFindings(read, whole, clock);
    default:
      return [];
  }
}
