/** Words of the reader's settings. */
export type SettingsMessages = {
  title: string;
  open: string;
  close: string;
  sample: string;
  theme: string;
  themes: { system: string; light: string; sepia: string; dark: string; black: string };
  /** Headings of what belongs together. */
  type: string;
  lines: string;
  spacing: string;
  behaviour: string;
  face: string;
  faces: { literata: string; sans: string; legible: string };
  urdu: string;
  urduFaces: { nastaliq: string; naskh: string };
  ranges: { size: string; measure: string; line: string; paragraph: string; letter: string; word: string };
  /** Names of the two buttons beside a range. */
  less: (range: string) => string;
  more: (range: string) => string;
  percent: (percent: number) => string;
  /** A space as wide as so many sizes of the type. */
  ems: (ems: number) => string;
  number: (number: number) => string;
  align: string;
  aligns: { start: string; justify: string };
  hyphens: string;
  motion: string;
  keys: string;
  keysExplained: string;
  listKeys: string;
  reset: string;
  wasReset: string;
  undo: string;
  notKept: string;
  failed: string;
  toShelf: string;
};
