/** The front page: the lead, the latest by date, and the way to everything older. */
import { archiveAddress, frontAddress } from './addresses.ts';
import type { Edition } from './edition.ts';
import { frameOf } from './frame.ts';
import { headOf } from './head.ts';
import type { FrontPageData } from './page.ts';
import { itemsAPage } from './paging.ts';
import { leadOf, teaserOf } from './teaser.ts';

export function frontPage(edition: Edition): FrontPageData {
  const chosen = edition.content.publication.lead;
  const lead = (chosen && edition.bySlug.get(chosen)) || edition.articles[0];
  const latest = edition.articles.filter((article) => article !== lead);
  return {
    kind: 'front',
    head: headOf(edition, frontAddress()),
    frame: { ...frameOf(edition), tagline: edition.content.publication.tagline },
    texts: {},
    lead: lead && leadOf(edition, lead),
    latest: latest.slice(0, itemsAPage).map((article) => teaserOf(edition, article)),
    more: { href: archiveAddress(), text: edition.words.allArticles },
  };
}
