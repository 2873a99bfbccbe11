/** The list of the keys that do something on this page, and the switch that turns all of them off. */
import { useEffect, useId, useRef, useSyncExternalStore } from 'react';
import type { KeysWords } from '../../words/words.ts';
import { activeKeys, keys, subscribeToKeys } from './keys.ts';
import { CloseIcon } from '../../components/icons.tsx';
import { deviceSettings, useSettings } from '../settings/use-settings.ts';
import './keys.css';
import '../settings/switch.css';

type Props = { words: KeysWords; hasPictures: boolean; close: () => void };

export function KeysDialog({ words, hasPictures, close }: Props) {
  const store = deviceSettings();
  const { keys: isOn } = useSettings(store);
  const actions = useSyncExternalStore(subscribeToKeys, activeKeys, activeKeys);
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  /** Several keys each. */
  const pictureKeys = [
    ['arrows', words.pictures.arrowKeys],
    ['ends', 'Home', 'End'],
    ['signs', '+', '-', '0'],
  ] as const;

  useEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    // The browser gives the focus back to where it was only if the dialog is closed before it goes.
    return () => shown?.close();
  }, []);

  return (
    <dialog className="keys" ref={dialog} aria-labelledby={id} onClose={close} closedby="any">
      <div className="keys-page">
        <div className="keys-head">
          <h2 id={id}>{words.title}</h2>
          <button type="button" className="tool" aria-label={words.close} title={words.close} onClick={close}>
            <CloseIcon />
          </button>
        </div>
        <p className="account">{isOn ? words.introduction : words.off}</p>
        <dl>
          {actions.map((action) => (
            <div key={action}>
              <dt>
                <kbd>{keys[action]}</kbd>
              </dt>
              <dd>{words.actions[action]}</dd>
            </div>
          ))}
        </dl>
        {hasPictures ? (
          <>
            <h3>{words.pictures.title}</h3>
            <dl className="keys-wide">
              {pictureKeys.map(([action, ...keys]) => (
                <div key={action}>
                  <dt>
                    {keys.map((key) => (
                      <kbd key={key}>{key}</kbd>
                    ))}
                  </dt>
                  <dd>{words.pictures[action]}</dd>
                </div>
              ))}
            </dl>
          </>
        ) : null}
        <label className="switch">
          <input type="checkbox" checked={isOn} onChange={({ target }) => store.choose({ keys: target.checked })} />
          <span>{words.use}</span>
        </label>
      </div>
    </dialog>
  );
}
