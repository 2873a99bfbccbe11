/** The button in the masthead that opens the reading settings. The panel is loaded when the reader reaches for it. */
import { type MouseEvent, useEffect, useId, useRef, useState } from 'react';
import type { ReaderWords } from '../../words/words.ts';
import { SettingsIcon } from '../../components/icons.tsx';
import { LoadFailure } from '../../components/LoadFailure.tsx';
import { useKeyAction } from '../keys/use-key-action.ts';
import { useLazy } from '../../components/use-lazy.ts';
import { deviceSettings } from './use-settings.ts';

const load = () => import('./SettingsPanel.tsx');

export function SettingsTool({ words, listKeys }: { words: ReaderWords; listKeys: () => void }) {
  const [reached, setReached] = useState(0);
  const [asked, setAsked] = useState(0);
  const { part, failed } = useLazy(load, reached + asked);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  const store = deviceSettings();
  const { settings } = words;

  function open() {
    setAsked((times) => times + 1);
    document.getElementById(id)?.showPopover();
  }
  useKeyAction('settings', open);

  /** The panel may come during the click itself: then the button has a target at once, and would close it again. */
  function openItself(event: MouseEvent) {
    event.preventDefault();
    open();
  }

  // Asked for before it was here.
  useEffect(() => {
    if (part && asked > 0) document.getElementById(id)?.showPopover();
  }, [part, asked, id]);

  return (
    <>
      <button
        ref={button}
        type="button"
        className="tool"
        aria-label={settings.open}
        title={settings.open}
        aria-haspopup="dialog"
        {...(part ? { popoverTarget: id } : { onClick: openItself })}
        onPointerEnter={() => setReached(1)}
        onFocus={() => setReached(1)}
      >
        <SettingsIcon />
      </button>
      {part ? (
        <part.SettingsPanel
          id={id}
          words={words}
          store={store}
          leave={() => button.current?.focus()}
          listKeys={() => {
            button.current?.focus();
            listKeys();
          }}
        />
      ) : null}
      {failed && asked > 0 ? <LoadFailure sentence={settings.failed} tryAgain={open} floats /> : null}
    </>
  );
}
