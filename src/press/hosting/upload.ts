/**
 * The order in which a site is uploaded, as filters that rsync (`merge`) and rclone (`--filter-from`) read alike: one a
 * step, in the order of their names. Each takes what is to be there before the next begins, and leaves what asks for it
 * to later ones: at no moment is a page answered that lacks something of its own. Only the last may delete.
 */
import type { SiteFile } from '../site-file.ts';

/** One line: the moment at which the site must be built again, for whoever builds it. It is there if an article waits. */
export const nextBuildFile = 'next-build.txt';

/** What is told to others, or to an open tab, only when the pages are there: feeds, sitemaps, which code the site has. */
const announcements = [
  '*.xml',
  'feed.json',
  '*.webmanifest',
  'offline.json',
  '/sw.js',
  '/version.json',
  `/${nextBuildFile}`,
];

export function uploadFiles(): SiteFile[] {
  const later = (...names: string[]) => names.map((name) => `- ${name}`);
  const steps = {
    '1-assets': ['+ /assets/', '+ /assets/**', '- **'],
    '2-files': later('page.json', '*.html', ...announcements),
    '3-data': later('*.html', ...announcements),
    '4-pages': later(...announcements),
    // What is left out is not deleted either.
    '5-rest': later('/assets/', '/assets/**'),
  };
  return Object.entries(steps).map(([step, lines]) => ({ file: `upload/${step}`, text: `${lines.join('\n')}\n` }));
}
