/**
 * On the page for unknown addresses: leads on where the host knows an old address that the app does not, and says what
 * is kept here of an article that the publication has taken away.
 */
import { useEffect, useState } from 'react';
import { useLocation } from 'react-router';
import { articleAddress, shelfAddress } from '../../publication/addresses.ts';
import type { ShelfWords } from '../../words/words.ts';
import { deviceStore } from '../store/device.ts';
import { noteLost } from './lost-article.ts';
import type { About } from '../store/records.ts';
import { Link } from '../../components/Link.tsx';

export function LostArticle({ words }: { words: ShelfWords }) {
  const { pathname } = useLocation();
  const [lost, setLost] = useState<{ pathname: string; about: About | undefined }>();

  useEffect(() => {
    let current = true;
    const slug = slugIn(pathname);
    const look = async () => {
      if (await isKnownToHost()) {
        location.replace(location.href);
        return;
      }
      const about = slug === undefined ? undefined : await noteLost(deviceStore(), slug).catch(() => undefined);
      if (current) setLost({ pathname, about });
    };
    void look();
    return () => {
      current = false;
    };
  }, [pathname]);

  const about = lost?.pathname === pathname ? lost.about : undefined;
  if (!about) return null;
  return (
    <section className="part" aria-labelledby="lost-heading">
      <h2 id="lost-heading" lang={about.lang} dir={about.dir}>
        {about.headline}
      </h2>
      {about.byline ? (
        <p className="meta" dir="auto">
          {about.byline}
        </p>
      ) : null}
      <p>
        <span>{words.wasKept}</span> <Link to={shelfAddress()}>{words.toShelf}</Link>
      </p>
    </section>
  );
}

function slugIn(pathname: string): string | undefined {
  const slug = /^\/articles\/([^/]+)\/?$/.exec(pathname)?.[1];
  return slug !== undefined && articleAddress(slug).startsWith(pathname) ? slug : undefined;
}

/** Whether the host answers this address, which was reached by a link of the app, with a page: one that leads on. */
async function isKnownToHost(): Promise<boolean> {
  const [entry] = performance.getEntriesByType('navigation');
  const here = location.href.replace(/#.*$/, '');
  if (entry?.name.replace(/#.*$/, '') === here) return false;
  return fetch(here, { method: 'HEAD' }).then(
    ({ ok }) => ok,
    () => false,
  );
}
