/** The small lists of names that the page for unknown addresses looks into (`suggestions.ts`). */
import { articleAddress, authorAddress, sectionAddress, seriesAddress, tagAddress } from './addresses.ts';
import { titleOfSlug, type Edition } from './edition.ts';
import { glossaryLink } from './glossary-link.ts';
import { suggestionsFile, wordsOfAddress, type NamedAddress } from './suggestions.ts';
import { sectionLink } from './teaser.ts';

const namesInAList = 50;

/** All lists, by file. Newest articles come first, so they are the ones that a full list keeps. */
export function suggestionLists(edition: Edition): Map<string, NamedAddress[]> {
  const lists = new Map<string, NamedAddress[]>();
  for (const named of namesOf(edition)) {
    for (const file of new Set(wordsOfAddress(named.address).map(suggestionsFile))) {
      const list = lists.get(file);
      if (!list) lists.set(file, [named]);
      else if (list.length < namesInAList) list.push(named);
    }
  }
  return lists;
}

function* namesOf(edition: Edition): Generator<NamedAddress> {
  for (const slug of edition.bySection.keys()) {
    yield { address: sectionAddress(slug), name: sectionLink(edition, slug).text };
  }
  const glossary = glossaryLink(edition);
  if (glossary) yield { address: glossary.href, name: glossary.text };
  for (const { slug, name } of edition.authors.values()) yield { address: authorAddress(slug), name };
  for (const slug of edition.bySeries.keys()) yield { address: seriesAddress(slug), name: titleOfSlug(slug) };
  for (const { slug, headline } of edition.articles) yield { address: articleAddress(slug), name: headline };
  for (const slug of edition.byTag.keys()) yield { address: tagAddress(slug), name: titleOfSlug(slug) };
}
