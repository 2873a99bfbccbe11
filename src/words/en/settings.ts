/** Words of the reader’s settings, in English. */
const number = (value: number) => value.toLocaleString('en', { maximumFractionDigits: 2 });

export const settings = {
  title: 'Reading settings',
  open: 'Reading settings',
  close: 'Close',
  sample: 'Sample',
  theme: 'Paper',
  themes: { system: 'System', light: 'Light', sepia: 'Sepia', dark: 'Dark', black: 'Black' },
  /** Headings of what belongs together. */
  type: 'Type',
  lines: 'Lines',
  spacing: 'Spacing',
  behaviour: 'Page and keyboard',
  face: 'Typeface',
  faces: { literata: 'Literata', sans: 'Sans serif', legible: 'For dyslexia' },
  urdu: 'Typeface of Urdu',
  urduFaces: { nastaliq: 'Nastaliq', naskh: 'Naskh' },
  ranges: {
    size: 'Size',
    measure: 'Length of the lines',
    line: 'Height of the lines',
    paragraph: 'Between paragraphs',
    letter: 'Between letters',
    word: 'Between words',
  },
  /** Names of the two buttons beside a range. */
  less: (range: string) => `${range}: less`,
  more: (range: string) => `${range}: more`,
  percent: (percent: number) => `${number(percent)} %`,
  /** A space as wide as so many sizes of the type. */
  ems: (ems: number) => `${number(ems)} em`,
  number,
  align: 'Right edge',
  aligns: { start: 'Ragged', justify: 'Straight' },
  hyphens: 'Divide words at the ends of lines',
  motion: 'Less motion',
  keys: 'Single keys',
  keysExplained: 'Keys such as j, k and s do something at once.',
  listKeys: 'Show the keys',
  reset: 'As the publication sets it',
  wasReset: 'Everything is as the publication sets it.',
  undo: 'Undo',
  notKept: 'This lasts only as long as the page is open.',
  failed: 'The settings could not be loaded. Try again when there is a connection.',
  toShelf: 'Your shelf',
};
