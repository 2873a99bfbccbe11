/**
 * How the reader wants the text: one set of values for every page, each with its bounds. The values are those of the
 * panel (percent, lines, em); `shownBy` says what of them stands on the document, where only what differs from the
 * publication's own is set, so that the sheet alone decides about the rest.
 */
export const choices = {
  theme: ['system', 'light', 'sepia', 'dark', 'black'],
  /** Of Latin text. "literata" is the publication's own, whichever that is; "serif" is Literata where it is not that. */
  face:
    PUBLICATION_FACE === 'literata'
      ? (['literata', 'sans', 'legible'] as const)
      : PUBLICATION_FACE === 'sans'
        ? (['literata', 'serif', 'legible'] as const)
        : (['literata', 'serif', 'sans'] as const),
  /** Of text in Urdu. */
  urdu: ['nastaliq', 'naskh'],
  align: ['start', 'justify'],
  motion: ['system', 'reduced'],
  ruler: ['off', 'lines'],
  /** Where a note is read; "beside" the text where there is room, else in its place. */
  notes: ['place', 'beside', 'end'],
} as const;

export const switches = ['hyphens', 'keys'] as const;

/**
 * Sizes in percent of the publication's own; line height in sizes of the type, as Latin text has it; the spaces in em.
 * They reach further than WCAG 1.4.12 asks (1.5, 2, 0.12, 0.16), and lines never come closer.
 */
export const ranges = {
  size: { from: 70, to: 250, step: 5 },
  measure: { from: 60, to: 150, step: 5 },
  line: { from: 1.5, to: 2.6, step: 0.1 },
  paragraph: { from: 0.5, to: 3, step: 0.1 },
  letter: { from: 0, to: 0.2, step: 0.01 },
  word: { from: 0, to: 0.6, step: 0.02 },
} as const;

export type Choice = keyof typeof choices;
export type Switch = (typeof switches)[number];
export type Range = keyof typeof ranges;
export type Option<Name extends Choice> = (typeof choices)[Name][number];

export type Settings = { [Name in Choice]: Option<Name> } & Record<Range, number> & Record<Switch, boolean>;

/** As the publication is set. */
export const defaults: Settings = {
  theme: 'system',
  face: 'literata',
  urdu: 'nastaliq',
  align: 'start',
  motion: 'system',
  ruler: 'off',
  notes: 'place',
  hyphens: true,
  keys: true,
  size: 100,
  measure: 100,
  line: 1.6,
  paragraph: 1.1,
  letter: 0,
  word: 0,
};

export const isSame = (one: Settings, other: Settings): boolean => JSON.stringify(one) === JSON.stringify(other);

/** A value of a range, brought into its bounds and onto its steps. */
export function bounded(name: Range, value: number): number {
  const { from, to, step } = ranges[name];
  const steps = Math.round((Math.min(to, Math.max(from, value)) - from) / step);
  return Number((from + steps * step).toFixed(2));
}

/** Settings from whatever was kept: what is unknown, or of another kind than it was, is as the publication has it. */
export function guarded(kept: unknown): Settings {
  const fields: Record<string, unknown> = typeof kept === 'object' && kept !== null ? { ...kept } : {};
  const option = <Name extends Choice>(name: Name): Option<Name> => {
    const known: readonly Option<Name>[] = choices[name];
    return known.find((one) => one === fields[name]) ?? defaults[name];
  };
  const number = (name: Range) => {
    const value = fields[name];
    return typeof value === 'number' && Number.isFinite(value) ? bounded(name, value) : defaults[name];
  };
  const isOn = (name: Switch) => {
    const value = fields[name];
    return typeof value === 'boolean' ? value : defaults[name];
  };
  // One order of the fields, so that equal settings are equal as text.
  return {
    theme: option('theme'),
    face: option('face'),
    urdu: option('urdu'),
    align: option('align'),
    motion: option('motion'),
    ruler: option('ruler'),
    notes: option('notes'),
    hyphens: isOn('hyphens'),
    keys: isOn('keys'),
    size: number('size'),
    measure: number('measure'),
    line: number('line'),
    paragraph: number('paragraph'),
    letter: number('letter'),
    word: number('word'),
  };
}

/** What stands on <html>: words as `data-*`, numbers as the custom properties `--set-*` that `tokens.css` reads. */
export type Shown = { [name: string]: string | number };

const units: Record<Range, number> = { size: 100, measure: 100, line: defaults.line, paragraph: 1, letter: 1, word: 1 };

export function shownBy(settings: Settings): Shown {
  const shown: Shown = {};
  for (const name of Object.keys(choices) as Choice[]) {
    if (settings[name] !== defaults[name]) shown[name] = settings[name];
  }
  for (const name of switches) if (!settings[name]) shown[name] = 'off';
  for (const name of Object.keys(ranges) as Range[]) {
    if (settings[name] !== defaults[name]) shown[name] = Number((settings[name] / units[name]).toFixed(4));
  }
  return shown;
}
