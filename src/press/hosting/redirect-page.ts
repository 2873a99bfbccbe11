/** A page that leads on, for hosts that know neither `_redirects` nor nginx. It needs no script. */
import type { Redirect } from '../../publication/redirects.ts';
import { address } from './headers-file.ts';

export type RedirectPage = { file: string; text: string };

/** `file` is where the host looks for the old address: "/2019/05/title.html", or "…/index.html" of a folder. */
export function redirectPage(
  redirect: Redirect,
  site: { origin: string; base: string; language: string },
): RedirectPage {
  const to = address(site.base, redirect.to);
  const whole = escaped(site.origin + to);
  const { from } = redirect;
  const file = /\.html?$/i.test(from) ? from : `${from.replace(/\/+$/, '')}/index.html`;
  return {
    file,
    text: `<!doctype html>
<html lang="${site.language}">
<meta charset="utf-8">
<title>${whole}</title>
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url=${escaped(to)}">
<link rel="canonical" href="${whole}">
<p><a href="${escaped(to)}">${whole}</a></p>
</html>
`,
  };
}

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
