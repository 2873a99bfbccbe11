/** Where a saved page stood: by its own word, or by the comment of the browser that saved it. */
import { attribute, type PageDocument } from './dom.ts';
import { wholeAddress } from './web-links.ts';

/** `source` is the file: "saved from url=(0034)https://…" stands before anything else, or "url: …" of SingleFile. */
export function addressOfPage(
  document: PageDocument,
  source: string,
  metas: ReadonlyMap<string, readonly string[]>,
): string | undefined {
  const saved = /<!--\s*(?:saved from url=\(\d+\)|Page saved with SingleFile\s+url:\s*)(\S+?)\s*(?:-->|\n)/i.exec(
    source.slice(0, 4000),
  )?.[1];
  const canonical = document.querySelector('link[rel~=canonical]');
  const candidates = [
    canonical ? attribute(canonical, 'href') : '',
    metas.get('og:url')?.[0] ?? '',
    saved ?? '',
    metas.get('twitter:url')?.[0] ?? '',
  ];
  for (const candidate of candidates) {
    const whole = wholeAddress(candidate, saved);
    if (whole !== undefined && !whole.startsWith('mailto:')) return whole;
  }
  return undefined;
}

/** What relative links lead from. */
export function baseOf(document: PageDocument, address: string | undefined): string | undefined {
  const base = document.querySelector('base[href]');
  const written = base ? wholeAddress(attribute(base, 'href'), address) : undefined;
  return written ?? address;
}
