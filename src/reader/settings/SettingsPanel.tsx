/**
 * The reading settings: what is chosen here shows at once on the page around the panel, and on the sample in it. A
 * native popover, so that Escape, a tap outside and the button close it and the focus goes back.
 */
import { type ToggleEvent, useRef, useState, useSyncExternalStore } from 'react';
import type { ReaderWords } from '../../words/words.ts';
import { sampleFor } from '../../words/settings-samples.ts';
import { choices, defaults, isSame, type Settings } from './settings.ts';
import type { SettingsStore } from './settings-store.ts';
import './settings.css';
import './switch.css';
import { canPaint } from '../marks/paint.ts';
import { CloseIcon } from '../../components/icons.tsx';
import { NewerVersion } from '../offline/NewerVersion.tsx';
import { useSettings } from './use-settings.ts';
import { type Labels, OptionGroup } from './OptionGroup.tsx';
import { RangeControl } from './RangeControl.tsx';
import { SwitchControl } from './SwitchControl.tsx';

type Props = {
  id: string;
  words: ReaderWords;
  store: SettingsStore;
  /** Gives the focus back to the button. */
  leave: () => void;
  listKeys: () => void;
};

/** Of the article that is open, else of the page. */
const languageOfText = () =>
  document.querySelector<HTMLElement>('main article[lang]')?.lang || document.documentElement.lang;

export function SettingsPanel({ id, words: { settings: words, offline, problems }, store, leave, listKeys }: Props) {
  const settings = useSettings(store);
  const [sample, setSample] = useState(() => sampleFor(languageOfText()));
  const [hasUrdu, setHasUrdu] = useState(false);
  /** What was before everything was reset. */
  const [before, setBefore] = useState<Settings>();
  const reset = useRef<HTMLButtonElement>(null);
  const problem = useSyncExternalStore(store.subscribe, store.problem);

  function onToggle({ newState, currentTarget }: ToggleEvent<HTMLElement>) {
    if (newState !== 'open') return;
    setSample(sampleFor(languageOfText()));
    setHasUrdu(document.querySelector(':lang(ur)') !== null);
    setBefore(undefined);
    currentTarget.focus({ preventScroll: true });
  }

  function choose(change: Partial<Settings>) {
    setBefore(undefined);
    store.choose(change);
  }

  function close() {
    document.getElementById(id)?.hidePopover();
    leave();
  }

  const shared = { settings, choose, words };
  return (
    <div
      id={id}
      className="settings"
      popover="auto"
      role="dialog"
      aria-labelledby={`${id}-title`}
      tabIndex={-1}
      onToggle={onToggle}
    >
      <div className="settings-head">
        <div className="settings-title">
          <h2 id={`${id}-title`}>{words.title}</h2>
          <button type="button" className="tool" aria-label={words.close} title={words.close} onClick={close}>
            <CloseIcon />
          </button>
        </div>
        <div className="settings-sample" role="group" aria-label={words.sample}>
          <p className="prose" lang={sample.lang} dir={sample.dir}>
            {sample.text}
          </p>
        </div>
      </div>
      <fieldset className="settings-papers">
        <legend>{words.theme}</legend>
        <div>
          {choices.theme.map((theme) => (
            <label key={theme}>
              <input
                type="radio"
                name={`${id}-theme`}
                checked={theme === settings.theme}
                onChange={() => choose({ theme })}
              />
              <span className="settings-paper" data-theme={theme} aria-hidden="true">
                {theme === 'system' ? '' : 'Aa'}
              </span>
              <span>{words.themes[theme]}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <section aria-labelledby={`${id}-type`}>
        <h3 id={`${id}-type`}>{words.type}</h3>
        <RangeControl name="size" format={words.percent} {...shared} />
        <OptionGroup
          name="face"
          label={words.face}
          labels={
            PUBLICATION_FACE === 'literata'
              ? // There is no "serif" then.
                (words.faces as Labels<'face'>)
              : { ...words.faces, literata: words.faces[PUBLICATION_FACE], serif: words.faces.literata }
          }
          {...shared}
        />
        {hasUrdu ? <OptionGroup name="urdu" label={words.urdu} labels={words.urduFaces} {...shared} /> : null}
      </section>
      <section aria-labelledby={`${id}-lines`}>
        <h3 id={`${id}-lines`}>{words.lines}</h3>
        <RangeControl name="line" format={words.number} {...shared} />
        <RangeControl name="measure" format={words.percent} {...shared} />
        <OptionGroup name="align" label={words.align} labels={words.aligns} {...shared} />
        <SwitchControl label={words.hyphens} on={settings.hyphens} turn={(hyphens) => choose({ hyphens })} />
        {canPaint() ? (
          <SwitchControl
            label={words.ruler}
            explained={words.rulerExplained}
            on={settings.ruler === 'lines'}
            turn={(on) => choose({ ruler: on ? 'lines' : 'off' })}
          />
        ) : null}
      </section>
      <section aria-labelledby={`${id}-spacing`}>
        <h3 id={`${id}-spacing`}>{words.spacing}</h3>
        <RangeControl name="paragraph" format={words.ems} {...shared} />
        <RangeControl name="letter" format={words.ems} {...shared} />
        <RangeControl name="word" format={words.ems} {...shared} />
      </section>
      <section aria-labelledby={`${id}-behaviour`}>
        <h3 id={`${id}-behaviour`}>{words.behaviour}</h3>
        <OptionGroup name="notes" label={words.notes} labels={words.notesAt} {...shared} />
        <SwitchControl
          label={words.motion}
          on={settings.motion === 'reduced'}
          turn={(reduced) => choose({ motion: reduced ? 'reduced' : 'system' })}
        />
        <SwitchControl
          label={words.keys}
          explained={words.keysExplained}
          on={settings.keys}
          turn={(keys) => choose({ keys })}
        />
        <button
          type="button"
          className="settings-word"
          onClick={() => {
            close();
            listKeys();
          }}
        >
          {words.listKeys}
        </button>
      </section>
      <div className="settings-foot">
        <button
          ref={reset}
          type="button"
          className="button"
          aria-disabled={isSame(settings, defaults)}
          onClick={() => {
            if (isSame(settings, defaults)) return;
            setBefore(settings);
            store.choose(defaults);
          }}
        >
          {words.reset}
        </button>
        {before ? (
          <button
            type="button"
            className="settings-word"
            onClick={() => {
              choose(before);
              reset.current?.focus();
            }}
          >
            {words.undo}
          </button>
        ) : null}
        <p role="status">{before ? words.wasReset : ''}</p>
        <NewerVersion words={offline} />
        {problem ? (
          <div role="alert">
            <p>{words.notKept}</p>
            <p>{problems[problem]}</p>
          </div>
        ) : null}
      </div>
    </div>
  );
}
