/**
 * Keeps a section whole, by its list: what is here as the list has it is not fetched again, after an edit or after the
 * browser was closed in the middle. One window of the device does it; the others see how far it is.
 */
import { type Kept, type KeptSection, NoRoom, type Reason } from '../../offline/kept.ts';
import { sectionListAddress, type SectionList } from '../../publication/keeping.ts';
import { fetchPage, withFiles } from './keep-pages.ts';
import { tellKeptChange } from './offline-reading.ts';

const base = import.meta.env.BASE_URL;
/** Pages that are fetched side by side, and kept together. */
const atOnce = 8;

const reasonOf = (section: string): Reason => `section ${section}`;

/** Undefined where it cannot be had now. `section` is the address of its first page. */
export async function readList(section: string): Promise<SectionList | undefined> {
  try {
    const response = await fetch(base + sectionListAddress(section).slice(1));
    const isData = response.ok && /json/.test(response.headers.get('content-type') ?? '');
    return isData ? ((await response.json()) as SectionList) : undefined;
  } catch {
    return undefined;
  }
}

/** Fetches what is missing or was edited, until all is here, the reader pauses it or there is no line. Rejects with `NoRoom`. */
export async function keepSection(kept: Kept, section: string): Promise<void> {
  await navigator.locks.request(`broadsheet:${base}:${section}`, { ifAvailable: true }, async (lock) => {
    if (lock) await fetchSection(kept, section);
  });
}

async function fetchSection(kept: Kept, section: string): Promise<void> {
  const list = await readList(section);
  if (!list) return;
  const reason = reasonOf(section);
  const known = new Map((await kept.pages()).map((page) => [page.address, page]));
  const missing: string[] = [];
  for (const [address, hash] of list.pages) {
    const page = known.get(address);
    if (page?.hash !== hash) missing.push(address);
    else if (!page.reasons.includes(reason)) await kept.addReason(address, reason);
  }
  const record: KeptSection = {
    section,
    title: list.title,
    state: 'fetching',
    pages: list.pages.length,
    done: 0,
    bytes: list.bytes,
  };
  const note = async (change: Partial<KeptSection>) => {
    await kept.putSection(Object.assign(record, change));
    tellKeptChange();
  };
  await note({ done: list.pages.length - missing.length });
  for (let next = 0; next < missing.length; next += atOnce) {
    const pages = await Promise.all(missing.slice(next, next + atOnce).map(fetchPage));
    if (pages.includes('unreachable')) return;
    const found = await Promise.all(pages.filter((page) => typeof page !== 'string').map(withFiles));
    try {
      await kept.keep(found, reason);
    } catch (cause) {
      if (cause instanceof NoRoom) await note({ state: 'paused' });
      throw cause;
    }
    // The reader may have changed their mind, in any window.
    const now = await kept.section(section);
    if (now?.state !== 'fetching') {
      if (!now) await forgetSection(kept, section);
      return;
    }
    await note({ done: Math.min(record.done + atOnce, record.pages) });
  }
  const listed = new Set(list.pages.map(([address]) => address));
  const gone = (await kept.pagesFor(reason)).filter(({ address }) => !listed.has(address));
  await kept.release(
    gone.map(({ address }) => address),
    reason,
  );
  await note({ state: 'kept', done: list.pages.length });
}

/** Goes on where it was paused. */
export async function resumeSection(kept: Kept, section: string): Promise<void> {
  const record = await kept.section(section);
  if (record) await kept.putSection({ ...record, state: 'fetching' });
  await keepSection(kept, section);
}

/** What is here of it stays, and is not fetched again. */
export async function pauseSection(kept: Kept, section: string): Promise<void> {
  const record = await kept.section(section);
  if (record) await kept.putSection({ ...record, state: 'paused' });
  tellKeptChange();
}

/** Its pages go, but for those that are kept for another reason. */
export async function forgetSection(kept: Kept, section: string): Promise<void> {
  await kept.deleteSection(section);
  const pages = await kept.pagesFor(reasonOf(section));
  await kept.release(
    pages.map(({ address }) => address),
    reasonOf(section),
  );
  tellKeptChange();
}
