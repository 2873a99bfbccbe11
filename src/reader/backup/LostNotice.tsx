/**
 * Says that what the reader kept is missing on this device: on the shelf until the reader knows, on other pages once.
 * And says in a window that is still open when everything was deleted in another.
 */
import { useEffect, useState } from 'react';
import { useLocation } from 'react-router';
import { addressOf, shelfAddress } from '../../publication/addresses.ts';
import type { ReaderWords } from '../../words/words.ts';
import type { KeptCount } from '../store/loss-watch.ts';
import { deviceKept, deviceStore } from '../store/device.ts';
import './lost-notice.css';
import { Link } from '../../components/Link.tsx';
import { dayInWords } from './numbers.ts';

export function LostNotice({ words, where }: { words: ReaderWords; where: 'shelf' | 'page' }) {
  const [lost, setLost] = useState<KeptCount>();
  const [isDeleted, setIsDeleted] = useState(false);
  const { backup, problems } = words;
  const isOnShelf = addressOf(useLocation().pathname) === shelfAddress();

  useEffect(() => {
    const kept = deviceKept();
    let isWanted = true;
    const look = () =>
      void kept.lost().then((found) => {
        if (!isWanted) return;
        setLost(where === 'page' && found?.told ? undefined : found);
        if (where === 'page' && found && !found.told) kept.told();
      });
    look();
    const unsubscribes = [kept.subscribe(look), deviceStore().subscribeToDeletion(() => setIsDeleted(true))];
    return () => {
      isWanted = false;
      for (const unsubscribe of unsubscribes) unsubscribe();
    };
  }, [where]);

  if (isDeleted && where === 'page') {
    return (
      <div className="lost-notice lost-notice-page" role="status">
        <p>{problems.deleted}</p>
        <p className="lost-notice-actions">
          <button type="button" className="button" onClick={() => location.reload()}>
            {backup.loadAgain}
          </button>
        </p>
      </div>
    );
  }
  // The shelf has a notice of its own.
  if (!lost || (where === 'page' && isOnShelf)) return null;
  return (
    <div className={where === 'page' ? 'lost-notice lost-notice-page' : 'lost-notice'} role="status">
      <p>{backup.lost(lost.count, dayInWords(lost.date))}</p>
      <p>{backup.lostHelp}</p>
      <p className="lost-notice-actions">
        {where === 'page' ? (
          <Link className="button" to={`${shelfAddress()}#backup-restore`}>
            {backup.toBackup}
          </Link>
        ) : (
          <a className="button" href="#backup-restore">
            {backup.toBackup}
          </a>
        )}
        <button
          type="button"
          className="button"
          onClick={() => {
            deviceKept().acknowledge();
            setLost(undefined);
          }}
        >
          {backup.close}
        </button>
      </p>
    </div>
  );
}
