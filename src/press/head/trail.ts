/** The way from the front page to a page, as breadcrumbs tell it. A list has one trail, on whichever of its pages. */
import {
  archiveAddress,
  articleAddress,
  authorsAddress,
  frontAddress,
  sectionAddress,
  undatedAddress,
  yearAddress,
} from '../../publication/addresses.ts';
import type { Edition } from '../../publication/edition.ts';
import type { Page } from '../../publication/page.ts';
import { sectionLink } from '../../publication/teaser.ts';

type Step = { name: string; address: string };

/** Empty where there is no way to tell of: on the front page, and on pages that stand nowhere. */
export function trailOf(edition: Edition, address: string, page: Page): Step[] {
  const steps = stepsTo(edition, address.replace(/page\/\d+\/$/, ''), page);
  return steps.length > 0 ? [{ name: edition.content.publication.name, address: frontAddress() }, ...steps] : [];
}

function stepsTo(edition: Edition, address: string, page: Page): Step[] {
  const { words } = edition;
  switch (page.kind) {
    case 'article': {
      const section = edition.bySlug.get(page.slug)?.section ?? '';
      return [
        { name: sectionLink(edition, section).text, address: sectionAddress(section) },
        { name: page.headline, address: articleAddress(page.slug) },
      ];
    }
    case 'letters':
      return [
        { name: page.title, address: page.article.href },
        { name: page.overline, address },
      ];
    case 'author':
      return [
        { name: words.authors, address: authorsAddress() },
        { name: page.name, address },
      ];
    case 'archive':
    case 'list':
      return [...archiveAbove(edition, address), { name: page.title, address }];
    case 'authors':
    case 'must-read':
    case 'own':
      return [{ name: page.title, address }];
    default:
      return [];
  }
}

/** The archive above a year, the archive and the year above a month. */
function archiveAbove({ words, dates }: Edition, address: string): Step[] {
  if (!address.startsWith(archiveAddress()) || address === archiveAddress()) return [];
  const [, , year = ''] = address.split('/');
  const archive = { name: words.archive, address: archiveAddress() };
  const whole = address === undatedAddress() || address === yearAddress(year);
  return whole ? [archive] : [archive, { name: dates.year(year), address: yearAddress(year) }];
}
