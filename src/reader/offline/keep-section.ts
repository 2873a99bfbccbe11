/**
 * Keeps a section whole, by its list: what is here as the list has it is not fetched again, after an edit or after the
 * browser was closed in the middle, and a picture that is here is not either. One window of the device does it; the
 * others see how far it is.
 */
import { type Kept, type KeptSection, NoRoom, type Reason } from '../../offline/kept.ts';
import { isJson } from '../../publication/is-json.ts';
import { sectionListAddress, type SectionList } from '../../publication/keeping.ts';
import { eachOf } from './each-of.ts';
import { fetchFile, fetchPage, withFiles } from './keep-pages.ts';
import { tellKeptChange } from './offline-reading.ts';

const base = import.meta.env.BASE_URL;
/** Pages that are fetched side by side, and kept together. */
const atOnce = 8;

const reasonOf = (section: string): Reason => `section ${section}`;

/** Undefined where it cannot be had now. `section` is the address of its first page. */
export async function readList(section: string): Promise<SectionList | undefined> {
  try {
    const response = await fetch(base + sectionListAddress(section).slice(1), { signal: AbortSignal.timeout(15_000) });
    return response.ok && isJson(response) ? ((await response.json()) as SectionList) : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps sections whole, one after the other; all are noted at once, so that those too come that a closed browser cut off. */
export async function keepSections(kept: Kept, sections: readonly [section: string, list: SectionList][]) {
  for (const [section, { title, bytes, pages }] of sections) {
    await kept.putSection({ section, title, state: 'fetching', pages: pages.length, done: 0, bytes });
  }
  tellKeptChange();
  await eachOf(sections, ([section, list]) => keepSection(kept, section, list));
}

/**
 * Fetches what is missing or was edited, until all is here, the reader pauses it or there is no line. Where another
 * window is at it, this one waits, and goes on if that was closed. Rejects with `NoRoom`.
 */
export const keepSection = (kept: Kept, section: string, list?: SectionList): Promise<void> =>
  inTurn(kept, section, ['fetching', 'kept'], list);

/** As `keepSection`, where it is not whole by then. */
export const finishSection = (kept: Kept, section: string): Promise<void> => inTurn(kept, section, ['fetching']);

async function inTurn(kept: Kept, section: string, due: readonly KeptSection['state'][], list?: SectionList) {
  await navigator.locks.request(`broadsheet:${base}:${section}`, async () => {
    const record = await kept.section(section);
    if (!record || !due.includes(record.state)) return;
    const asked = list ?? (await readList(section));
    if (asked) await fetchSection(kept, section, asked);
  });
}

async function fetchSection(kept: Kept, section: string, { title, bytes, pages }: SectionList): Promise<void> {
  const reason = reasonOf(section);
  const known = new Map((await kept.pages()).map((page) => [page.address, page]));
  const missing: string[] = [];
  for (const [address, hash] of pages) {
    const page = known.get(address);
    if (page?.hash !== hash) missing.push(address);
    else if (!page.reasons.includes(reason)) await kept.addReason(address, reason);
  }
  // The reader may change their mind at any time, in any window.
  const note = async (change: Partial<KeptSection>) => {
    const goesOn = await kept.changeSection(section, ({ state }) => (state === 'paused' ? undefined : change));
    tellKeptChange();
    return goesOn;
  };
  let done = pages.length - missing.length;
  let goesOn = await note({
    title,
    bytes,
    pages: pages.length,
    done,
    ...(missing.length > 0 && { state: 'fetching' }),
  });
  for (let next = 0; goesOn && next < missing.length; next += atOnce) {
    const fetched = await Promise.all(missing.slice(next, next + atOnce).map(fetchPage));
    const found = fetched.filter((page) => typeof page !== 'string');
    const getFile = onceEach((url) => fileOf(kept, url));
    try {
      await kept.keep(await Promise.all(found.map((page) => withFiles(page, getFile))), reason);
    } catch (cause) {
      // There may be no room for that either.
      if (cause instanceof NoRoom) await note({ state: 'paused' }).catch(() => undefined);
      throw cause;
    }
    const reached = fetched.filter((page) => page !== 'unreachable').length;
    done += reached;
    // One page that the host has trouble with holds up no other.
    goesOn = (await note({ done })) && reached > 0;
  }
  if (goesOn && done === pages.length) {
    const listed = new Set(pages.map(([address]) => address));
    const gone = (await kept.pagesFor(reason)).filter(({ address }) => !listed.has(address));
    await kept.release(
      gone.map(({ address }) => address),
      reason,
    );
    await note({ state: 'kept', done });
  }
  if (!(await kept.section(section))) await forgetSection(kept, section);
}

/** A picture that other pages show is here already. */
const fileOf = async (kept: Kept, url: string) => (await kept.file(url)) ?? fetchFile(url);

/** Answers for each URL what it answered at first. */
function onceEach<Value>(get: (url: string) => Value): (url: string) => Value {
  const got = new Map<string, Value>();
  return (url) => {
    if (!got.has(url)) got.set(url, get(url));
    return got.get(url)!;
  };
}

/** Goes on where it was paused. */
export async function resumeSection(kept: Kept, section: string): Promise<void> {
  await kept.changeSection(section, () => ({ state: 'fetching' }));
  tellKeptChange();
  await keepSection(kept, section);
}

/** What is here of it stays, and is not fetched again. */
export async function pauseSection(kept: Kept, section: string): Promise<void> {
  await kept.changeSection(section, ({ state }) => (state === 'fetching' ? { state: 'paused' } : undefined));
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
