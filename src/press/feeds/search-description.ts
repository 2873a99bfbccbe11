/** How a browser searches this publication from its own field (OpenSearch 1.1, description documents). */
import { searchAddress, searchDescriptionAddress } from '../../publication/addresses.ts';
import type { Edition } from '../../publication/edition.ts';
import type { SiteAddress } from './site-address.ts';
import type { SiteFile } from './site-file.ts';
import { around, document, element, empty } from './xml.ts';

/** What the standard allows. */
const longestShortName = 16;

export function searchDescription(edition: Edition, site: SiteAddress): SiteFile {
  const { name } = edition.content.publication;
  const letters = [...new Intl.Segmenter(edition.language).segment(name)].map(({ segment }) => segment);
  const text = document(
    around('OpenSearchDescription', { xmlns: 'http://a9.com/-/spec/opensearch/1.1/' }, [
      element('ShortName', letters.slice(0, longestShortName).join('').trim()),
      element('Description', `${edition.words.search}: ${name}`),
      element('InputEncoding', 'UTF-8'),
      element('Language', edition.language),
      empty('Url', { type: 'text/html', template: `${site.at(searchAddress())}?q={searchTerms}` }),
    ]),
  );
  return { file: searchDescriptionAddress(), text };
}
