/** Everything that hosts are told about a site: inside it for hosts that look there, beside it for nginx. */
import type { Edition } from '../../publication/edition.ts';
import { originOf } from '../../publication/head.ts';
import { redirectsOf } from '../../publication/redirects.ts';
import { headersFile, redirectsFile } from './headers-file.ts';
import { nginxFiles } from './nginx.ts';
import type { Hashes } from './policy.ts';
import { redirectPage } from './redirect-page.ts';

export type HostingFiles = {
  /** Paths below the site: "/_headers", and a page that leads on for each old address. */
  inside: { file: string; text: string }[];
  /** Paths below `hosting/`. */
  beside: { file: string; text: string }[];
};

export function hostingFiles(edition: Edition, hashes: Hashes): HostingFiles {
  const { base, language } = edition;
  const redirects = redirectsOf(edition);
  const site = { origin: originOf(edition), base, language };
  return {
    inside: [
      { file: '/_headers', text: headersFile(base, hashes) },
      { file: '/_redirects', text: redirectsFile(base, redirects) },
      ...redirects.map((redirect) => redirectPage(redirect, site)),
    ],
    beside: nginxFiles(base, hashes, redirects),
  };
}
