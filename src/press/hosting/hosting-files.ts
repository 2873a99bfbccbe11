/** Everything that hosts are told about a site: inside it for hosts that look there, beside it for nginx and for uploading. */
import type { Edition } from '../../publication/edition.ts';
import { escapedHtml } from '../../publication/escaped-html.ts';
import { originOf } from '../../publication/head.ts';
import { postAddress } from '../../publication/letter-form.ts';
import { type Redirect, redirectsOf } from '../../publication/redirects.ts';
import { address, headersFile, redirectsFile } from './headers-file.ts';
import { nginxFiles } from './nginx.ts';
import type { Hashes } from './policy.ts';
import type { SiteFile } from '../site-file.ts';
import { uploadFiles } from './upload.ts';

export type HostingFiles = {
  /** Paths below the site: "/_headers", and a page that leads on for each old address. */
  inside: SiteFile[];
  /** Paths below `hosting/`. */
  beside: SiteFile[];
};

export function hostingFiles(edition: Edition, hashes: Hashes): HostingFiles {
  const { base, language, content } = edition;
  const redirects = redirectsOf(edition);
  const site = { origin: originOf(edition), base, language };
  return {
    inside: [
      { file: '/_headers', text: headersFile(base, hashes) },
      { file: '/_redirects', text: redirectsFile(base, redirects) },
      ...redirects.map((redirect) => redirectPage(redirect, site)),
    ],
    beside: [...nginxFiles(base, redirects, postAddress(content)), ...uploadFiles()],
  };
}

/**
 * A page that leads on, for hosts that know neither `_redirects` nor nginx; it needs no script. It lies where the host
 * looks for the old address: "/2019/05/title.html", or "…/index.html" of a folder.
 */
function redirectPage(redirect: Redirect, site: { origin: string; base: string; language: string }): SiteFile {
  const to = address(site.base, redirect.to);
  const whole = escapedHtml(site.origin + to);
  const { from } = redirect;
  const file = /\.html?$/i.test(from) ? from : `${from.replace(/\/+$/, '')}/index.html`;
  return {
    file,
    text: `<!doctype html>
<html lang="${site.language}">
<meta charset="utf-8">
<title>${whole}</title>
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url=${escapedHtml(to)}">
<link rel="canonical" href="${whole}">
<p><a href="${escapedHtml(to)}">${whole}</a></p>
</html>
`,
  };
}
