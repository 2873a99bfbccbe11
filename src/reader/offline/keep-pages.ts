/** Fetches pages with their pictures, letters and faces, to be kept. Everything here gives way to what the reader is doing. */
import { type Kept, type KeptFile, type NewPage, type Reason } from '../../offline/kept.ts';
import { dataUrl } from '../../page-store.ts';
import { hashLength, keptAtHeader, picturesOf } from '../../publication/keeping.ts';
import { isJson } from '../../publication/is-json.ts';
import type { Page } from '../../publication/page.ts';
import { tellKeptChange } from './offline-reading.ts';

/** Keeps a page as the publication has it now; without a line, as it is here. Rejects with `NoRoom`. */
export async function keepPage(kept: Kept, address: string, reason: Reason): Promise<void> {
  const [fetched, known] = [await fetchPage(address), await kept.page(address)];
  // What the reader has saved is theirs, whatever the publication takes away.
  if (fetched === 'gone' && !known?.reasons.includes('saved')) await kept.release([address]);
  if (fetched === 'unreachable') await kept.addReason(address, reason);
  if (typeof fetched === 'string') return;
  if (known?.hash === fetched.hash) await kept.addReason(address, reason, new Date().toISOString());
  else await kept.keep([await withFiles(fetched)], reason);
  tellKeptChange();
}

type Fetched = { address: string; data: string; page: Page; hash: string };

/** `unreachable`: there is no line, or a host in trouble; `gone`: the publication has no such page. */
export async function fetchPage(address: string): Promise<Fetched | 'unreachable' | 'gone'> {
  try {
    const response = await fetch(dataUrl(address), { priority: 'low', signal: AbortSignal.timeout(30_000) });
    if (response.status === 404 || response.status === 410) return 'gone';
    // A kept copy says nothing new.
    if (!response.ok || !isJson(response) || response.headers.has(keptAtHeader)) return 'unreachable';
    const data = await response.text();
    const page = JSON.parse(data) as Page;
    if (!('texts' in page)) return 'unreachable';
    return { address, data, page, hash: await hashOf(data) };
  } catch {
    return 'unreachable';
  }
}

/** With its pictures, got by `getFile`. Where one cannot be had now, its data passes for other than it is, and is asked for again. */
export async function withFiles({ address, data, page, hash }: Fetched, getFile = fetchFile): Promise<NewPage> {
  const { lang, dir }: { lang?: string; dir?: 'ltr' | 'rtl' } = page.kind === 'article' ? page : {};
  const letters = page.kind === 'article' && page.letters?.all ? [dataUrl(page.letters.all.href)] : [];
  const files = await Promise.all([...picturesOf(page), ...letters].map((url) => getFile(url)));
  if (/[\u0600-\u06ff]/.test(data)) await fetchFaces();
  return {
    address,
    data,
    hash: files.includes('unreachable') ? '' : hash,
    title: titleOf(page),
    ...(lang !== undefined && { lang }),
    ...(dir !== undefined && { dir }),
    kept: new Date().toISOString(),
    files: files.filter((file) => typeof file === 'object'),
  };
}

const titleOf = (page: Page): string =>
  page.kind === 'article' ? page.headline : 'title' in page ? page.title : page.head.title;

/** A picture, or the data of a page. Undefined: the publication has no such file. */
export async function fetchFile(url: string): Promise<KeptFile | 'unreachable' | undefined> {
  try {
    const response = await fetch(url, lowly());
    const type = response.headers.get('content-type') ?? '';
    if (response.status >= 500) return 'unreachable';
    if (!response.ok || !(type.startsWith('image/') || isJson(response))) return undefined;
    return { url, type, bytes: await response.arrayBuffer() };
  } catch {
    return 'unreachable';
  }
}

/** A picture may be large and the line slow, but whoever keeps a section holds it for all windows. */
const lowly = (): RequestInit => ({ priority: 'low', signal: AbortSignal.timeout(60_000) });

let faces: Promise<unknown> | undefined;

/** The worker stores a face that goes through it; those of Arabic letters are not in the shell. */
function fetchFaces(): Promise<unknown> {
  // Those of another origin, which extensions add, cannot be read.
  const own = [...document.styleSheets].filter(({ href }) => href === null || new URL(href).origin === location.origin);
  const rules = own.flatMap((sheet) => [...sheet.cssRules]);
  const urls = rules.flatMap((rule) => {
    if (!(rule instanceof CSSFontFaceRule) || !/U\+06/i.test(rule.style.getPropertyValue('unicode-range'))) return [];
    return [...rule.style.getPropertyValue('src').matchAll(/url\("?([^")]+)"?\)/g)].map(([, url = '']) => url);
  });
  faces ??= Promise.allSettled([...new Set(urls)].map((url) => fetch(url, lowly())));
  return faces;
}

async function hashOf(data: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(data));
  return btoa(String.fromCharCode(...new Uint8Array(digest))).slice(0, hashLength);
}
