/**
 * Whether the papers of a theme can be read: the ratio of every text to what it stands on, as it is asked for
 * (`least`). What follows from the given colours is made so that it can (`themeOf`), so the given ones are judged.
 */
import { type ThemeFile, themeSchema } from '../../publication/schema.ts';
import { contrast, luminance, nearestThat } from '../theme/colour.ts';
import { isDark, least, type Paper, type PaperName, papers, themeOf } from '../theme/theme.ts';
import { type Finding, quoted } from './problems.ts';

export function themeFindings(value: unknown): Finding[] {
  const file = themeSchema.safeParse(value).data;
  if (!file) return [];
  const theme = themeOf(file);
  return papers.flatMap((name) => {
    const given = file[name];
    return given ? paperFindings(name, given, theme.papers[name]) : [];
  });
}

type Given = NonNullable<ThemeFile[PaperName]>;

/** Text goes one way from the paper, the paper the other way from the text. */
const ways = { light: { text: 'darker', ground: 'lighter' }, dark: { text: 'lighter', ground: 'darker' } } as const;

function paperFindings(name: PaperName, given: Given, paper: Paper): Finding[] {
  const inTheDark = isDark(name);
  const way = inTheDark ? ways.dark : ways.light;
  const error = (key: keyof Given, code: string, message: string): Finding[] => [
    { path: [name, key], code, severity: 'error', message: `${quoted(key)} of ${quoted(name)} ${message}` },
  ];
  if (inTheDark ? luminance(paper.paper) > luminance(paper.ink) : luminance(paper.paper) < luminance(paper.ink)) {
    const [is, other] = inTheDark ? ['lighter', 'darker'] : ['darker', 'lighter'];
    const what = given.paper === undefined ? 'ink' : 'paper';
    const found =
      what === 'paper'
        ? `is ${paper.paper}, ${is} than its ink, ${paper.ink}`
        : `is ${paper.ink}, ${other} than its paper, ${paper.paper}`;
    return error(what, 'A223', `${found}. The ${name} paper is ${other} than its ink. Exchange them, or write others.`);
  }
  const isInk = (colour: string) => contrast(colour, paper.paper) >= least.ink;
  if (!isInk(paper.ink)) {
    const ink = given.ink === undefined ? undefined : nearestThat(isInk, paper.ink, way.text);
    if (ink !== undefined)
      return error('ink', 'A222', told(paper.ink, paper.paper, least.ink, `${ink} or ${way.text}`));
    // No ink is dark enough on it, or none was given.
    const isPaperOf = (text: string) => (colour: string) => contrast(text, colour) >= least.ink;
    const ground =
      nearestThat(isPaperOf(paper.ink), paper.paper, way.ground) ??
      nearestThat(isPaperOf(inTheDark ? '#ffffff' : '#000000'), paper.paper, way.ground);
    return error(
      given.paper === undefined ? 'ink' : 'paper',
      'A222',
      told(paper.paper, paper.ink, least.ink, `${ground} or ${way.ground}`, 'under the ink'),
    );
  }
  const grounds = [paper.paper, paper['paper-tint']];
  const isAccent = (colour: string) => grounds.every((ground) => contrast(colour, ground) >= least.text);
  if (isAccent(paper.accent)) return [];
  const accent = `${nearestThat(isAccent, paper.accent, way.text)} or ${way.text}`;
  const isOnPaper = contrast(paper.accent, paper.paper) < least.text;
  const ground = isOnPaper ? paper.paper : paper['paper-tint'];
  const stands = isOnPaper ? 'on' : 'on its tint,';
  if (given.accent !== undefined)
    return error('accent', 'A222', told(paper.accent, ground, least.text, accent, stands));
  return error(
    given.paper === undefined ? 'ink' : 'paper',
    'A222',
    `leaves the accent, ${paper.accent}, ${stands} ${ground}: ${ratioOf(paper.accent, ground)} to 1, and ${least.text} is asked. Give an "accent" of ${accent}.`,
  );
}

const told = (colour: string, ground: string, asked: number, cure: string, stands = 'on'): string =>
  `is ${colour} ${stands} ${ground}: ${ratioOf(colour, ground)} to 1, and ${asked} is asked. Write ${cure}.`;

/** Rounded down, so that what is too little never looks like what is asked. */
const ratioOf = (one: string, other: string): string => (Math.floor(contrast(one, other) * 10) / 10).toFixed(1);
