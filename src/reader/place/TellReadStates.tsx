/** Tells Must Read what was read and what is half read, and keeps it told while the page is open. It shows nothing. */
import { useEffect } from 'react';
import { articleAddress } from '../../publication/addresses.ts';
import type { ShelfWords } from '../../words/words.ts';
import { deviceStore } from '../store/device.ts';
import { lastTouched } from './places.ts';
import { isSound, type Place } from '../store/records.ts';
import { isLive } from '../shelf/saved.ts';
import { type ReadState, tellReadStates } from '../../components/read-states.ts';
import { percentOf } from './percent-of.ts';

/** Of each state; whoever has read more is not shown again what they read years ago. */
const most = 1000;

export function TellReadStates({ words }: { words: ShelfWords }) {
  useEffect(() => {
    const store = deviceStore();
    const states = new Map<string, ReadState>();
    let isRead = false;
    const stateOf = (place: Place): ReadState =>
      place.state === 'finished'
        ? { text: words.read, isRead: true }
        : { text: words.readSoFar(percentOf(place)), isRead: false };
    const tell = () => {
      if (isRead) tellReadStates(new Map(states));
    };

    // Listening begins before reading, and what was heard is newer than what is read.
    const heard = new Set<string>();
    const unsubscribe = store.subscribe(({ store: name, key, record }) => {
      if (name !== 'places') return;
      heard.add(key);
      if (isSound('places', record) && isLive(record)) states.set(articleAddress(key), stateOf(record));
      else states.delete(articleAddress(key));
      tell();
    });
    void Promise.all([lastTouched(store, 'reading', most), lastTouched(store, 'finished', most)]).then(
      (found) => {
        for (const place of found.flat()) {
          if (!heard.has(place.article)) states.set(articleAddress(place.article), stateOf(place));
        }
        isRead = true;
        tell();
      },
      // The list stays as the editors have it.
      () => undefined,
    );
    return unsubscribe;
  }, [words]);
  return null;
}
