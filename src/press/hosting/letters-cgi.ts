/**
 * What takes letters behind nginx, where the publication has them posted to the host: a CGI script (RFC 3875) that
 * keeps each body as it came, a file a letter, and reads nothing in it. `npm run import` reads the files.
 */
import type { SiteFile } from '../site-file.ts';

/** The most bytes of a body: a text of 20,000 letters that take three bytes each, written as nine. */
const mostBytes = 262_144;

/** In megabytes of nginx, which refuses what is larger before it is here. */
export const mostBody = `${mostBytes / 1024}k`;

export const cgiFile = 'nginx/letters.cgi';

/** `page` is where a browser without script is led when the letter is here, with the base path. */
export const lettersCgi = (page: string): SiteFile => ({
  file: cgiFile,
  text: `#!/bin/sh
# Keeps a letter to the editors as it is posted, in the folder LETTERS: npm run import -- the files there.
set -u
umask 027
answer() { printf 'Status: %s\\r\\n%s\\r\\n' "$1" "\${2:-}"; exit 0; }
[ "\${REQUEST_METHOD:-}" = POST ] || answer '405 Method Not Allowed' 'Allow: POST\r
'
case "\${CONTENT_LENGTH:-}" in '' | *[!0-9]* | ??????????*) answer '411 Length Required' ;; esac
[ "$CONTENT_LENGTH" -le ${mostBytes} ] || answer '413 Content Too Large'
letter=$(mktemp "$LETTERS/letter-XXXXXXXXXX") || answer '500 Internal Server Error'
head -c "$CONTENT_LENGTH" > "$letter" && [ "$(wc -c < "$letter")" -eq "$CONTENT_LENGTH" ] &&
  mv "$letter" "$letter.form" || { rm -f "$letter"; answer '500 Internal Server Error'; }
case "\${HTTP_ACCEPT:-}" in *application/json*) answer '204 No Content' ;; esac
answer '303 See Other' 'Location: ${page}\r
'
`,
});
