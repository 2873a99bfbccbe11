/** The look of a publication as sheets and icons take it: with its colours in full, and its nameplate as a file. */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Drawing, Look } from '../../publication/content.ts';
import { shipped, type Theme, themeOf } from './theme.ts';
import type { LookOfSheets } from './theme-in-sheets.ts';

/** As shipped, where there is no content yet. */
export const shippedLook: LookOfSheets = { theme: shipped };

/** A nameplate is put into the cache, from where the dev server answers it too, wherever the content is. */
export function lookOf({ theme, nameplate }: Look, cacheDir: string): LookOfSheets {
  return { theme: themeOf(theme), ...(nameplate && { nameplate: inCache(nameplate, cacheDir) }) };
}

function inCache({ svg, ratio }: Drawing, cacheDir: string): { file: string; ratio: number } {
  const folder = join(cacheDir, `nameplate-${createHash('sha256').update(svg).digest('hex').slice(0, 12)}`);
  const file = join(folder, 'nameplate.svg');
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, svg);
  // Not to be deleted as unused.
  utimesSync(folder, new Date(), new Date());
  return { file: file.replaceAll('\\', '/'), ratio };
}

/** The drawing of the icon: the publication's own, else the one in `shippedFile` in the colours of the light paper. */
export function iconOf({ icon }: Partial<Look>, theme: Theme, shippedFile: string): string {
  if (icon) return icon.svg;
  const { light } = theme.papers;
  const { accent, paper } = shipped.papers.light;
  const inTheme = new Map([
    [accent, light.accent],
    [paper, light.paper],
  ]);
  return readFileSync(shippedFile, 'utf8').replaceAll(/#[\da-f]{6}/g, (colour) => inTheme.get(colour) ?? colour);
}
