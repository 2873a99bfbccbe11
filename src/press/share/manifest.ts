/** The web app manifest (w3.org/TR/appmanifest): what the site is called and looks like where it is kept as an app. */
import type { PublicationFile } from '../../publication/schema.ts';
import { mustReadAddress, shelfAddress } from '../../publication/addresses.ts';
import type { PressWords } from '../../words/words.ts';
import { manifestIcons } from './icons.ts';

export const manifestFile = 'manifest.webmanifest';

type Site = {
  base: string;
  language: string;
  direction: 'ltr' | 'rtl';
  words: Pick<PressWords, 'mustRead' | 'shelf'>;
  /** The colour of the light paper. */
  paper: string;
};

/** Every address in it begins with `base`, the folder of the site. */
export function manifestText(
  { name, tagline }: Pick<PublicationFile, 'name' | 'tagline'>,
  { base, language, direction, words, paper }: Site,
): string {
  const manifest = {
    id: base,
    name,
    short_name: shortName(name),
    ...(tagline !== undefined && { description: tagline }),
    lang: language,
    dir: direction,
    start_url: base,
    scope: base,
    // With the browser's own way back: pages of a newspaper are left and returned to.
    display: 'minimal-ui',
    theme_color: paper,
    background_color: paper,
    shortcuts: [
      { name: words.mustRead, url: base + mustReadAddress().slice(1) },
      { name: words.shelf, url: base + shelfAddress().slice(1) },
    ],
    icons: manifestIcons.map((icon) => ({ ...icon, src: `${base}${icon.src}` })),
  };
  return `${JSON.stringify(manifest, undefined, 2)}\n`;
}

/** Whole words within the dozen letters that fit under an icon, without an article before them. */
function shortName(name: string): string {
  const words = name.replace(/^The\s+(?=\S)/u, '').split(/\s+/u);
  const fitting = words.filter((_, index) => words.slice(0, index + 1).join(' ').length <= 12);
  return fitting.join(' ') || name;
}
