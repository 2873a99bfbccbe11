/**
 * Posts a letter to the publication and says whether it was received. Only an answer that can be nobody else's counts:
 * anything in between (a portal of a hotel, a host that leads elsewhere, a line that breaks) is a failure with its reason.
 */
import { addressOf } from '../../publication/addresses.ts';
import { formName, secondsField, trapField } from '../../publication/letter-message.ts';
import type { Letter } from './letter.ts';

/** `status` is that of an answer that refuses it. */
export type PostFailure = { why: 'cut' | 'silent' | 'elsewhere' | 'foreign' } | { why: 'refused'; status: number };

/** So long an answer is waited for, in milliseconds. */
const patience = 30_000;

/** `seconds`: how long it took to write. Fulfils with nothing where it was received. */
export async function postLetter(action: string, letter: Letter, seconds: number): Promise<PostFailure | undefined> {
  const asking = new AbortController();
  const timer = setTimeout(() => asking.abort(), patience);
  try {
    const response = await fetch(action, {
      method: 'POST',
      headers: { Accept: 'application/json' },
      body: new URLSearchParams({
        'form-name': formName,
        ...letter,
        [secondsField]: String(seconds),
        [trapField]: '',
      }),
      signal: asking.signal,
    });
    // An answer counts when it is here to its end.
    return failureOf(response, await response.text(), new URL(action, location.href));
  } catch {
    return { why: asking.signal.aborted ? 'silent' : 'cut' };
  } finally {
    clearTimeout(timer);
  }
}

function failureOf(
  { ok, status, url, headers }: Response,
  text: string,
  { origin, pathname }: URL,
): PostFailure | undefined {
  const final = new URL(url);
  const bare = (path: string) => path.replace(/\/$/, '');
  if (final.origin !== origin || bare(final.pathname) !== bare(pathname)) return { why: 'elsewhere' };
  if (!ok) return { why: 'refused', status };
  const isHtml = /html/.test(headers.get('content-type') ?? '') || /^\s*<(?:!doctype|html)/i.test(text);
  // A host that only adds a slash has asked for the page there by GET, and has left the letter behind.
  if (isHtml && (final.pathname !== pathname || !isPageAt(pathname, text))) return { why: 'foreign' };
  return undefined;
}

/**
 * Every document of the site holds its page with its own address (`entry-client.tsx`): no portal has one, and a host that
 * answers whatever it does not know with one page of the site has that of another address.
 */
function isPageAt(path: string, html: string): boolean {
  try {
    const [, data = ''] = /<script type="application\/json" id="page">([^<]*)</.exec(html) ?? [];
    const { address } = JSON.parse(data) as { address?: unknown };
    return address === addressOf(path.slice(import.meta.env.BASE_URL.length - 1));
  } catch {
    return false;
  }
}
