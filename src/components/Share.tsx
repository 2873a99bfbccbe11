/**
 * The tools beside a byline: copy the link, or hand it to the system's share sheet where there is one; nobody else is
 * told. `renderTools` adds further ones, which say what they did in the same place.
 */
import { useState, useSyncExternalStore, type ReactNode } from 'react';
import { LinkIcon, ShareIcon } from './icons.tsx';
import { useWords } from './words-context.tsx';

type Props = { title: string; renderTools: (say: (sentence: string) => void) => ReactNode };

export function Share({ title, renderTools }: Props) {
  const words = useWords();
  const [said, setSaid] = useState('');
  if (!useHydrated()) return <div className="share" />;
  const url = () => location.href.replace(/#.*$/, '');
  const copy = () =>
    navigator.clipboard.writeText(url()).then(
      () => setSaid(words.linkCopied),
      () => setSaid(words.copyFailed),
    );
  return (
    <div className="share">
      {renderTools(setSaid)}
      <button type="button" className="tool" aria-label={words.copyLink} title={words.copyLink} onClick={copy}>
        <LinkIcon />
      </button>
      {'share' in navigator ? (
        <button
          type="button"
          className="tool"
          aria-label={words.share}
          title={words.share}
          onClick={() => navigator.share({ title, url: url() }).catch(() => {})}
        >
          <ShareIcon />
        </button>
      ) : null}
      <p className="meta" role="status" dir="auto">
        {said}
      </p>
    </div>
  );
}

const never = () => () => {};

/** False in the HTML and while it is hydrated: what needs script appears when it works. */
const useHydrated = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
