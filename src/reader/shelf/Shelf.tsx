/** What the reader keeps on this device: what they are reading, have saved, have finished and have marked. */
import { useCallback, useDeferredValue, useState } from 'react';
import type { ReaderWords } from '../../words/words.ts';
import { deviceStore } from '../store/device.ts';
import { openShelf, type ShelfOrder, shelfOrders, type ShelfPart, shelfParts } from './shelf.ts';
import './shelf.css';
import { Backup } from '../backup/Backup.tsx';
import { articlesOf } from '../offline/kept-articles.ts';
import { useKept } from '../offline/use-kept.ts';
import { OfflinePart } from '../offline/OfflinePart.tsx';
import { LostNotice } from '../backup/LostNotice.tsx';
import { ShelfMarks } from '../marks/ShelfMarks.tsx';
import { ShelfList } from './ShelfList.tsx';

export function Shelf({ words: allWords }: { words: ReaderWords }) {
  const { shelf: words } = allWords;
  const [{ shelf, store }] = useState(() => ({ shelf: openShelf(deviceStore()), store: deviceStore() }));
  const [order, setOrder] = useState<ShelfOrder>('last');
  const [query, setQuery] = useState('');
  const searched = useDeferredValue(query);
  const [status, setStatus] = useState('');
  const [totals, setTotals] = useState<{ [Part in ShelfPart]?: number }>({});
  const tell = useCallback(
    (part: ShelfPart, total: number) => setTotals((others) => ({ ...others, [part]: total })),
    [],
  );
  const offline = useKept(articlesOf);
  const kept = offline && new Set(offline.value.map(({ address }) => address));
  // What comes after the lists waits for them: they are what the reader is here for.
  const isListed = shelfParts.every((part) => totals[part] !== undefined);
  const found = shelfParts.map((part) => `${words.parts[part]}: ${words.count(totals[part] ?? 0)}`).join('. ');
  return (
    <div className="shelf">
      <LostNotice words={allWords} where="shelf" />
      <nav className="shelf-ways" aria-label={words.partsOfTheShelf}>
        <ul className="links">
          {shelfParts.map((part) => (
            <li key={part}>
              <a href={`#shelf-${part}`}>{words.parts[part]}</a>
            </li>
          ))}
          <li>
            <a href="#shelf-marks">{words.parts.marks}</a>
          </li>
          {kept ? (
            <li>
              <a href="#kept">{allWords.offline.title}</a>
            </li>
          ) : null}
          <li>
            <a href="#backup">{allWords.backup.title}</a>
          </li>
        </ul>
      </nav>
      <form className="shelf-tools" role="search" onSubmit={(event) => event.preventDefault()}>
        <label>
          <span>{words.search}</span>
          <input type="search" dir="auto" value={query} onChange={({ target }) => setQuery(target.value)} />
        </label>
        <label>
          <span>{words.sort}</span>
          <select value={order} onChange={({ target }) => setOrder(orderOf(target.value))}>
            {shelfOrders.map((name) => (
              <option key={name} value={name}>
                {words.sorts[name]}
              </option>
            ))}
          </select>
        </label>
      </form>
      <p role="status" className="visually-hidden">
        {status}
      </p>
      <p role="status" className="visually-hidden">
        {searched.trim() === '' ? '' : found}
      </p>
      {shelfParts.map((part) => (
        <ShelfList
          key={part}
          shelf={shelf}
          store={store}
          part={part}
          order={order}
          query={searched}
          words={allWords}
          kept={kept}
          say={setStatus}
          tell={tell}
        />
      ))}
      {isListed ? (
        <>
          <section className="part shelf-part" aria-labelledby="shelf-marks">
            <h2 id="shelf-marks">{words.parts.marks}</h2>
            <ShelfMarks words={allWords} />
          </section>
          {offline ? <OfflinePart kept={offline.kept} articles={offline.value} words={allWords.offline} /> : null}
          <Backup words={allWords} />
        </>
      ) : null}
    </div>
  );
}

const orderOf = (value: string): ShelfOrder => shelfOrders.find((name) => name === value) ?? 'last';
