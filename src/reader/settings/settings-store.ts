/**
 * Where the settings are kept. Their source is the record "reading" of the reader's store; a mirror in localStorage
 * serves the first paint and tells the other windows, with the values themselves. Where one of the two fails the other
 * goes on; where both do, a choice lasts as long as the page, and `problem` says why.
 */
import { type ProblemKind, problemKind } from '../store/connection.ts';
import type { Face } from './faces.ts';
import { forgetValue, readValue, writeValue } from '../store/local-values.ts';
import type { SettingsRecord } from '../store/records.ts';
import { defaults, guarded, isSame, type Settings } from './settings.ts';
import { applySettings } from './settings-on-page.ts';
import type { Store } from '../store/store.ts';

export type SettingsStore = {
  now: () => Settings;
  /** Shows at once, keeps as soon as it can. */
  choose: (change: Partial<Settings>) => void;
  /** Why the last choice will not outlast the page. */
  problem: () => ProblemKind | undefined;
  subscribe: (listener: () => void) => () => void;
  close: () => void;
};

const recordName = 'reading';

type Known = { revision: number; settings: Settings };

/** `base` is that of the publication: one origin may hold several. `facesFor` names the faces that settings ask for. */
export function settingsStore(store: Store, base: string, facesFor: (settings: Settings) => Face[]): SettingsStore {
  const mirrorKey = `broadsheet:${base}:settings`;
  const oldThemeKey = `broadsheet:${base}:theme`;
  const listeners = new Set<() => void>();
  const untouched: Known = { revision: 0, settings: defaults };
  let known = mirrored(readValue(mirrorKey)) ?? { revision: 0, settings: guarded({ theme: readValue(oldThemeKey) }) };
  /** What was chosen here and is not in the store yet. */
  let unkept: Partial<Settings> = {};
  let settings = known.settings;
  let problem: ProblemKind | undefined;
  let keeping: Promise<void> | undefined;
  let closed = false;

  /** Answers whether the mirror has it. */
  function show(): boolean {
    if (closed) return false;
    const next = { ...known.settings, ...unkept };
    if (!isSame(next, settings)) settings = next;
    const revision = known.revision + (isEmpty(unkept) ? 0 : 1);
    const text = JSON.stringify({ revision, values: settings, ...applySettings(settings, facesFor(settings)) });
    const isKept = revision === 0 ? forgetValue(mirrorKey) : writeValue(mirrorKey, text);
    listeners.forEach((listener) => listener());
    return isKept;
  }

  function learn(revision: number, values: unknown) {
    known = { revision, settings: guarded(values) };
    show();
  }

  async function keep(): Promise<void> {
    while (!isEmpty(unkept)) {
      const taken = unkept;
      let failure: unknown;
      // One change after another: what is chosen meanwhile goes with the next.
      // oxlint-disable-next-line no-await-in-loop
      const record = await put(taken).catch((error: unknown) => {
        failure = error;
      });
      unkept = withoutTaken(unkept, taken);
      known = record
        ? { revision: record.revision, settings: guarded(record.values) }
        : { revision: known.revision + 1, settings: { ...known.settings, ...taken } };
      const isMirrored = show();
      problem = record || isMirrored ? undefined : problemKind(failure);
      if (problem) listeners.forEach((listener) => listener());
    }
    keeping = undefined;
  }

  const put = (taken: Partial<Settings>): Promise<SettingsRecord> =>
    store.change(['settings'], async (records) => {
      const before = await records.get('settings', recordName);
      const isNewer = before !== undefined && before.revision >= known.revision;
      const record = {
        name: recordName,
        order: (before?.order ?? 0) + 1,
        revision: Math.max(before?.revision ?? 0, known.revision) + 1,
        changed: new Date().toISOString(),
        values: { ...(isNewer ? guarded(before.values) : known.settings), ...taken },
      };
      records.put('settings', record);
      return record;
    });

  function choose(change: Partial<Settings>) {
    unkept = { ...unkept, ...change };
    show();
    keeping ??= keep();
  }

  const inStore = () => store.read(['settings'], (records) => records.get('settings', recordName));

  /** The store decides; but what only the mirror has, since the store failed or is gone, is put back. */
  async function ask(): Promise<void> {
    const record = await inStore();
    if (record && record.revision >= known.revision) learn(record.revision, record.values);
    else if (!isSame(known.settings, record ? guarded(record.values) : defaults)) choose(known.settings);
  }

  /** Something older than what is known was told: an import was undone, or everything was deleted. */
  async function askAnew(): Promise<void> {
    const record = await inStore();
    if (record) learn(record.revision, record.values);
    else {
      known = untouched;
      show();
    }
  }

  const quietly = (asking: Promise<void>) => void asking.catch(() => undefined);

  const unsubscribe = store.subscribe(({ store: name, key, record }) => {
    if (name !== 'settings' || key !== recordName) return;
    if (isRecord(record) && record.revision >= known.revision) learn(record.revision, record.values);
    else quietly(askAnew());
  });
  const forgetDeletion = store.subscribeToDeletion(() => {
    known = untouched;
    unkept = {};
    show();
  });
  const onStorage = ({ key, newValue }: StorageEvent) => {
    if (key !== mirrorKey && key !== null) return;
    const told = mirrored(newValue);
    if (told && told.revision > known.revision) learn(told.revision, told.settings);
    else if (!told) quietly(askAnew());
  };
  /** A page that comes out of the browser's memory has heard nothing while it was there. */
  const onReturn = ({ persisted }: PageTransitionEvent) => {
    if (persisted) quietly(ask());
  };
  // What the first paint could not guard, or a new version has renamed, is put right.
  show();
  addEventListener('storage', onStorage);
  addEventListener('pageshow', onReturn);
  quietly(
    ask().then(() => {
      forgetValue(oldThemeKey);
    }),
  );

  return {
    now: () => settings,
    choose,
    problem: () => problem,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      closed = true;
      unsubscribe();
      forgetDeletion();
      removeEventListener('storage', onStorage);
      removeEventListener('pageshow', onReturn);
    },
  };
}

const isEmpty = (change: Partial<Settings>) => Object.keys(change).length === 0;

/** Without the values that were taken, unless they have changed since. */
const withoutTaken = (unkept: Partial<Settings>, taken: Partial<Settings>): Partial<Settings> =>
  Object.fromEntries(
    Object.entries(unkept).filter(([name, value]) => !(name in taken) || taken[name as keyof Settings] !== value),
  );

const isRecord = (value: unknown): value is Pick<SettingsRecord, 'revision' | 'values'> =>
  typeof value === 'object' && value !== null && 'revision' in value && 'values' in value;

function mirrored(text: string | null | undefined): Known | undefined {
  try {
    const kept: unknown = JSON.parse(text ?? '');
    if (!isRecord(kept) || !Number.isSafeInteger(kept.revision) || kept.revision < 0) return undefined;
    return { revision: kept.revision, settings: guarded(kept.values) };
  } catch {
    return undefined;
  }
}
