/** One setting that is a number: a slider, with a button on either side for those who cannot drag (WCAG 2.5.7). */
import { useId } from 'react';
import type { SettingsWords } from '../../words/words.ts';
import { bounded, type Range, ranges, type Settings } from './settings.ts';
import { LessIcon, MoreIcon } from '../../components/icons.tsx';

type Props = {
  name: Range;
  /** The value in words, as it is shown and spoken. */
  format: (value: number) => string;
  settings: Settings;
  choose: (change: Partial<Settings>) => void;
  words: SettingsWords;
};

export function RangeControl({ name, format, settings, choose, words }: Props) {
  const id = useId();
  const { from, to, step } = ranges[name];
  const value = settings[name];
  const label = words.ranges[name];
  const become = (next: number) => next !== value && choose({ [name]: next });
  return (
    <div className="settings-range">
      <label htmlFor={id}>{label}</label>
      <span>{format(value)}</span>
      <div>
        <Step label={words.less(label)} ends={value === from} go={() => become(bounded(name, value - step))}>
          <LessIcon />
        </Step>
        <input
          id={id}
          type="range"
          min={from}
          max={to}
          step={step}
          value={value}
          aria-valuetext={format(value)}
          onChange={({ target }) => become(bounded(name, target.valueAsNumber))}
        />
        <Step label={words.more(label)} ends={value === to} go={() => become(bounded(name, value + step))}>
          <MoreIcon />
        </Step>
      </div>
    </div>
  );
}

type StepProps = { label: string; ends: boolean; go: () => void; children: React.ReactNode };

/** At the end of the range it stays where it is: a button that went would take the focus with it. */
function Step({ label, ends, go, children }: StepProps) {
  return (
    <button type="button" className="tool" aria-label={label} aria-disabled={ends} onClick={() => !ends && go()}>
      {children}
    </button>
  );
}
