/**
 * The reader's own page. The HTML says what it is; what the shelf holds is on the device alone, so everything else is
 * loaded and put together there.
 */
import { useCallback, useEffect, useState, type ComponentType } from 'react';
import { Guard } from '../components/Guard.tsx';
import { useMessages } from '../components/messages-context.tsx';
import { PageHeading } from '../components/PageHeading.tsx';
import type { ScreenWords } from '../publication/messages.ts';
import type { ShelfPage as Page } from '../publication/page.ts';
import type { ReaderMessages } from '../publication/reader-messages/reader-messages.ts';

type Loaded = { Shelf: ComponentType<{ words: ReaderMessages }>; words: ReaderMessages };

export function ShelfPage({ page }: { page: Page }) {
  const words = useMessages();
  const [loaded, setLoaded] = useState<Loaded>();
  const [failed, setFailed] = useState(false);

  const load = useCallback(() => {
    loadShelf(words).then(
      (shelf) => {
        setLoaded(shelf);
        setFailed(false);
      },
      () => setFailed(true),
    );
  }, [words]);
  useEffect(load, [load]);

  return (
    <>
      <header className="list-header opening">
        <PageHeading>{page.title}</PageHeading>
        <p className="standfirst">{page.introduction}</p>
      </header>
      <noscript>
        <p className="part">{page.withoutScript}</p>
      </noscript>
      <Guard instead={<p role="alert">{words.partFailed}</p>}>
        {loaded ? <loaded.Shelf words={loaded.words} /> : null}
      </Guard>
      {failed ? (
        <p role="alert" className="part">
          <span>{words.partFailed}</span>{' '}
          <button type="button" className="button" onClick={load}>
            {words.tryAgain}
          </button>
        </p>
      ) : null}
    </>
  );
}

/** A flaky line gets a second try (browsers fetch a failed module again). */
async function loadShelf(screen: ScreenWords): Promise<Loaded> {
  const load = () => Promise.all([import('../components/shelf/Shelf.tsx'), screen.reader()]);
  const [{ Shelf }, words] = await load().catch(load);
  return { Shelf, words };
}
