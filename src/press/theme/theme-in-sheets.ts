/**
 * What the look of a publication says, put where sheets and the document ask for it. `@theme light dark;` stands for
 * the colours of two papers by the scheme, `@theme sepia;` and `@theme black;` for what those two have of their own;
 * `theme(light paper)` is one colour, `theme(measure)` the measure, `theme(face)` the family of the text and
 * `theme(face-size)` its size. What stands in `@face sans legible` is there where the text is set in one of these, what
 * stands in `@front quiet` where the front page is that one, what stands in `@nameplate` where the content has a
 * nameplate, whose file and shape are `url('nameplate')` and `nameplate(ratio)`.
 */
import { type AtRule, decl, type Declaration, type Plugin } from 'postcss';
import { fronts } from '../../publication/schema.ts';
import { faces, type Paper, papers, type Theme } from './theme.ts';

export type LookOfSheets = {
  theme: Theme;
  /** Where its file is, and its width in heights. */
  nameplate?: { file: string; ratio: number };
};

/** For every sheet, when what it imports is in it. */
export const lookInSheets = (look: () => LookOfSheets): Plugin => ({
  postcssPlugin: 'broadsheet-look',
  Once(root) {
    const { theme, nameplate } = look();
    root.walkAtRules('theme', (rule) => {
      // Of the same place: it is asked where a sheet is, to find what it names.
      rule.replaceWith(coloursOf(rule, theme).map((colour) => colour.assign({ source: rule.source })));
    });
    root.walkAtRules('face', (rule) => keepIf(facesOf(rule).includes(theme.face), rule));
    root.walkAtRules('front', (rule) => keepIf(frontOf(rule) === theme.front, rule));
    root.walkAtRules('nameplate', (rule) => keepIf(nameplate !== undefined, rule));
    root.walkDecls((declaration) => {
      declaration.value = withTheme(declaration.value, theme);
      if (nameplate) {
        declaration.value = declaration.value
          .replace("url('nameplate')", () => `url(${JSON.stringify(nameplate.file)})`)
          .replaceAll('nameplate(ratio)', String(nameplate.ratio));
      }
    });
  },
});

function keepIf(isKept: boolean, rule: AtRule): void {
  if (isKept && rule.nodes) rule.replaceWith(rule.nodes);
  else rule.remove();
}

function facesOf(rule: AtRule): string[] {
  const names = rule.params.split(' ');
  const unknown = names.find((name) => !Object.hasOwn(faces, name));
  if (unknown !== undefined) throw rule.error(`"${unknown}" is none of ${Object.keys(faces).join(', ')}.`);
  return names;
}

function frontOf(rule: AtRule): string {
  if (fronts.some((known) => known === rule.params)) return rule.params;
  throw rule.error(`"@front ${rule.params}" is none of ${fronts.join(', ')}.`);
}

/** The text of a value, or of the document, with what it asks of the theme. */
export const withTheme = (text: string, theme: Theme): string =>
  text
    .replaceAll('theme(measure)', String(theme.measure))
    .replaceAll('theme(face)', faces[theme.face].family)
    .replaceAll('theme(face-size)', faces[theme.face].size)
    .replaceAll(/theme\((\w+) ([\w-]+)\)/g, (asked, name: string, token: string) => {
      const paper = papers.find((known) => known === name);
      const colour = paper && Object.entries(theme.papers[paper]).find(([known]) => known === token)?.[1];
      if (colour === undefined) throw new Error(`There is no ${asked} in src/press/theme/theme.ts.`);
      return colour;
    });

function coloursOf(rule: AtRule, { papers: known }: Theme): Declaration[] {
  const { light, sepia, dark, black } = known;
  const of: Record<string, () => Declaration[]> = {
    'light dark': () => declarations(light, (token) => `light-dark(${light[token]}, ${dark[token]})`),
    sepia: () => differing(sepia, light),
    black: () => differing(black, dark),
  };
  const make = of[rule.params];
  if (!make) throw rule.error(`"@theme ${rule.params}" is none of ${Object.keys(of).join(', ')}.`);
  return make();
}

const tokensOf = (paper: Paper): (keyof Paper)[] => Object.keys(paper) as (keyof Paper)[];

const declarations = (paper: Paper, value: (token: keyof Paper) => string): Declaration[] =>
  tokensOf(paper).map((token) => decl({ prop: `--${token}`, value: value(token) }));

const differing = (paper: Paper, from: Paper): Declaration[] =>
  declarations(paper, (token) => paper[token]).filter(({ prop }) => {
    const token = prop.slice(2) as keyof Paper;
    return paper[token] !== from[token];
  });
