/**
 * The theme: the colours of each paper, the measure of the text, its face, and what kind of front page there is. What
 * `theme.json` gives of it is taken; the rest follows from that, and what nothing is said of is as shipped. Sheets, the
 * document, the manifest, share images and icons have their colours from here, and from nowhere else.
 */
import type { ThemeFile } from '../../publication/schema.ts';
import { contrast, inSixDigits, mixed } from './colour.ts';

export const papers = ['light', 'sepia', 'dark', 'black'] as const;
export type PaperName = (typeof papers)[number];

/** By the names that the sheets know, in the order in which they stand there. */
export type Paper = Record<
  'paper' | 'paper-tint' | 'ink' | 'ink-soft' | 'ink-quiet' | 'rule' | 'rule-strong' | 'accent' | 'target',
  string
>;

export type Theme = {
  papers: Record<PaperName, Paper>;
  /** The width of the text, in ems. */
  measure: number;
  face: FaceName;
  front: NonNullable<ThemeFile['front']>;
};

export type FaceName = NonNullable<ThemeFile['face']>;

/**
 * What a text may be set in, by the names that `theme.json` and the reader's setting have: the family, and the size at
 * which its small letters are as high as Literata's, which are 0.507 of it (Inter's 0.546, Atkinson's 0.496).
 */
export const faces: Readonly<Record<FaceName, { family: string; size: string }>> = {
  literata: { family: 'Literata', size: '100%' },
  sans: { family: 'Inter', size: '92.9%' },
  legible: { family: 'Atkinson Hyperlegible Next', size: '102.2%' },
};

/** The contrast that is asked for (WCAG 2.2): AAA for the text, AA for what stands beside it. */
export const least = { ink: 7, text: 4.5 } as const;

const dark: Paper = {
  paper: '#161513',
  'paper-tint': '#211f1c',
  ink: '#e9e4da',
  'ink-soft': '#b9b1a4',
  'ink-quiet': '#9b9386',
  rule: '#38342e',
  'rule-strong': '#8f877a',
  accent: '#f0a18f',
  target: '#4a3d12',
};

export const shipped: Theme = {
  papers: {
    light: {
      paper: '#fffdf9',
      'paper-tint': '#f6f2ea',
      ink: '#1a1815',
      'ink-soft': '#4a453d',
      'ink-quiet': '#696257',
      rule: '#ddd6c8',
      'rule-strong': '#1a1815',
      accent: '#8c1c13',
      target: '#fbe7a1',
    },
    sepia: {
      paper: '#f6ecd9',
      'paper-tint': '#eee1c8',
      ink: '#33291b',
      'ink-soft': '#57482f',
      'ink-quiet': '#655336',
      rule: '#dac8a6',
      'rule-strong': '#33291b',
      accent: '#86260f',
      target: '#f0d58a',
    },
    dark,
    black: { ...dark, paper: '#000000', 'paper-tint': '#171614', ink: '#dcd7cd' },
  },
  measure: 36,
  face: 'literata',
  front: 'newspaper',
};

export const isDark = (name: PaperName): boolean => name === 'dark' || name === 'black';

export function themeOf(file: ThemeFile): Theme {
  const paperOf = (name: PaperName) => completed(shipped.papers[name], file[name] ?? {}, isDark(name));
  return {
    papers: { light: paperOf('light'), sepia: paperOf('sepia'), dark: paperOf('dark'), black: paperOf('black') },
    measure: file.measure ?? shipped.measure,
    face: file.face ?? shipped.face,
    front: file.front ?? shipped.front,
  };
}

type Given = NonNullable<ThemeFile[PaperName]>;

/**
 * A paper with what was given of it. What lies between paper and ink follows where one of the two is given, and lies
 * about as far from them as in the shipped papers; what is marked is the paper with some of the accent, where one of
 * those two is given. Each is only as far from where it begins as text on it, or it as text, can be read.
 */
function completed(known: Paper, given: Given, inTheDark: boolean): Paper {
  const { paper, ink, accent } = { ...known, ...inDigits(given) };
  const rest = { ...known, ...inDigits(given) };
  if (given.paper !== undefined || given.ink !== undefined) {
    const tint = between(
      paper,
      ink,
      0.05,
      (colour) => contrast(ink, colour) >= least.ink && contrast(accent, colour) >= least.text,
    );
    const isRead = (colour: string) => contrast(colour, paper) >= least.text && contrast(colour, tint) >= least.text;
    rest['paper-tint'] = tint;
    rest['ink-soft'] = between(ink, paper, 0.22, isRead);
    rest['ink-quiet'] = between(ink, paper, 0.36, isRead);
    rest['rule-strong'] = inTheDark ? mixed(ink, paper, 0.4) : ink;
    if (given.rule === undefined) rest.rule = mixed(paper, ink, 0.16);
  }
  if (given.paper !== undefined || given.accent !== undefined) {
    rest.target = between(paper, accent, 0.22, (colour) => contrast(rest['ink-soft'], colour) >= least.text);
  }
  return rest;
}

const inDigits = (given: Given): Given =>
  Object.fromEntries(Object.entries(given).map(([name, colour]) => [name, inSixDigits(colour)]));

/** This share of the way between two colours, or less, so that what is there `does`. */
function between(from: string, to: string, share: number, does: (colour: string) => boolean): string {
  for (let part = share; part > 0; part -= 0.01) {
    const colour = mixed(from, to, part);
    if (does(colour)) return colour;
  }
  return from;
}
