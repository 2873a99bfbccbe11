/** One setting of a few words: radio buttons in a row. */
import { useId } from 'react';
import { type Choice, choices, type Option, type Settings } from './settings.ts';

export type Labels<Name extends Choice> = Record<Option<Name>, string>;

type Props<Name extends Choice> = {
  name: Name;
  label: string;
  labels: Labels<Name>;
  settings: Settings;
  choose: (change: Partial<Settings>) => void;
};

export function OptionGroup<Name extends Choice>({ name, label, labels, settings, choose }: Props<Name>) {
  const id = useId();
  const options: readonly Option<Name>[] = choices[name];
  return (
    <fieldset className="settings-options">
      <legend>{label}</legend>
      <div>
        {options.map((option) => (
          <label key={option}>
            <input
              type="radio"
              name={id}
              checked={settings[name] === option}
              onChange={() => choose({ [name]: option })}
            />
            <span>{labels[option]}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
