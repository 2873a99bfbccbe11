/**
 * What is kept without being asked for, when the page is idle: the pages that lead on, what is on the reader's
 * shelf as saved, Must Read, and what is missing of sections. What they hold no longer is released.
 */
import { type Kept, type KeptPage, NoRoom, type Reason } from '../../offline/kept.ts';
import { readPage } from '../../page-store.ts';
import {
  articleAddress,
  frontAddress,
  mustReadAddress,
  notFoundAddress,
  searchAddress,
  shelfAddress,
} from '../../publication/addresses.ts';
import { isLive } from '../shelf/saved.ts';
import { deviceStore } from '../store/device.ts';
import { askAgain } from './ask-again.ts';
import { eachOf } from './each-of.ts';
import { keepPage } from './keep-pages.ts';
import { finishSection, keepSection } from './keep-section.ts';
import { onceMore } from './once-more.ts';
import { offlineReading, tellKeptChange } from './offline-reading.ts';

let noRoom: NoRoom | undefined;

/** What could not be kept for want of room, the last time. */
export const wantOfRoom = (): NoRoom | undefined => noRoom;

/**
 * Runs a task of keeping; that there is no room for it is remembered, to be said where the reader looks. What it could
 * not have of sections is asked for again.
 */
export async function keeping(task: () => Promise<void>): Promise<void> {
  try {
    await task();
    noRoom = undefined;
  } catch (cause) {
    remember(cause);
  }
  await finishSections();
}

let asking: { done: number; end: () => void } | undefined;

/** While a section is neither whole nor paused, the rest of it is asked for again; sooner after some of it has come. */
export async function finishSections(): Promise<void> {
  const kept = await offlineReading();
  const sections = (await kept?.sections().catch(() => undefined)) ?? [];
  const open = sections.filter(({ state }) => state === 'fetching');
  const done = open.reduce((sum, section) => sum + section.done, 0);
  if (open.length > 0 && asking?.done === done) return;
  asking?.end();
  asking = open.length > 0 ? { done, end: askAgain(() => void withKept(ofAllSections(finishSection))) } : undefined;
}

/** The browser may throw the database away at any time: what is kept is had again at the next visit. */
function remember(cause: unknown): void {
  if (cause instanceof NoRoom) noRoom = cause;
  tellKeptChange();
}

/** Once a document. */
export async function keepThePaper(): Promise<void> {
  const goOn = () => void withKept((kept) => eachOf([keepSaved, keepAllSections], (task) => task(kept)));
  addEventListener('online', goOn);
  // What was under way when the page was left ended there; by Back it is the same page.
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) goOn();
  });
  const kept = await offlineReading();
  const all = [keepSaved, keepWhatLeadsOn, keepMustRead, keepAllSections];
  // That all is as it was says nothing of what had no room.
  if (kept) await eachOf(all, (task) => task(kept)).catch(remember);
  await finishSections();
}

/** Keeps what the reader has saved. A backup that is restored tells of every article by itself. */
export const keepWhatIsSaved = onceMore(() => withKept(keepSaved));

/** Keeps an article that was read for a while. */
export const keepRead = (address: string): Promise<void> => withKept((kept) => keepPage(kept, address, 'read'));

async function withKept(task: (kept: Kept) => Promise<void>): Promise<void> {
  const kept = await offlineReading();
  if (kept) await keeping(() => task(kept));
}

async function keepWhatLeadsOn(kept: Kept): Promise<void> {
  const paper = [frontAddress(), mustReadAddress(), shelfAddress(), searchAddress(), notFoundAddress()];
  await eachOf(paper, (address) => keepPage(kept, address, 'paper'));
}

async function keepMustRead(kept: Kept): Promise<void> {
  const list = await readPage(mustReadAddress());
  if (list.kind !== 'must-read') return;
  const picks = list.entries.flatMap((entry) => (entry.kind === 'article' ? [entry.href] : []));
  await keepExactly(kept, 'must-read', picks);
}

async function keepSaved(kept: Kept): Promise<void> {
  const saved = await deviceStore().read(['saved'], ({ all }) => all('saved'));
  await keepExactly(
    kept,
    'saved',
    saved.filter(isLive).map(({ article }) => articleAddress(article)),
  );
}

const ofAllSections = (task: typeof finishSection) => async (kept: Kept) =>
  eachOf(await kept.sections(), ({ section }) => task(kept, section));

/** What the reader asked for: what is missing of it, or was edited. */
const keepAllSections = ofAllSections(keepSection);

/** Milliseconds after which a copy is held against the publication again. */
const aDay = 86_400_000;

/** Keeps these pages for a reason and no others. */
async function keepExactly(kept: Kept, reason: Reason, addresses: readonly string[]): Promise<void> {
  const before = new Map((await kept.pagesFor(reason)).map((page) => [page.address, page]));
  await kept.release(
    [...before.keys()].filter((address) => !addresses.includes(address)),
    reason,
  );
  const isFresh = (page?: KeptPage) => page?.hash !== '' && Date.now() - Date.parse(page?.kept ?? '') < aDay;
  const wanted = addresses.filter((address) => !isFresh(before.get(address)));
  await eachOf(wanted, (address) => keepPage(kept, address, reason));
}
