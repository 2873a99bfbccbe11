/** Checks a picture that a file shows: the picture itself (`pictures.ts`) and its alternative text. */
import { cropSource } from '../../publication/picture-crop.ts';
import type { Outcome } from './pictures.ts';
import { type Finding, type Path, quoted } from './problems.ts';
import { valueAt } from './values.ts';

/** The picture at `path`: an article's image or an author's portrait. */
export function pictureFindings(path: Path, value: unknown, outcome: (source: string) => Outcome): Finding[] {
  if (valueAt(value, path) === undefined) return [];
  const [src, alt, decorative, focus] = ['src', 'alt', 'decorative', 'focus'].map((key) =>
    valueAt(value, [...path, key]),
  );
  const findings: Finding[] = [];
  if (typeof src === 'string') {
    const found = outcome(src);
    const at = [...path, 'src'];
    if ('refused' in found) findings.push({ path: at, severity: 'error', ...found.refused });
    else {
      findings.push(...(found.told ?? []).map((note) => ({ path: at, severity: 'warning', ...note }) as const));
      // What lists show of it is one of the pictures of the content.
      outcome(
        cropSource(src, path[0] === 'image' ? 'teaser' : 'portrait', typeof focus === 'string' ? focus : undefined),
      );
    }
  }
  return [...findings, ...altFindings(path, src, alt, decorative)];
}

function altFindings(path: Path, src: unknown, alt: unknown, decorative: unknown): Finding[] {
  const error = (at: Path, message: string): Finding[] => [{ path: at, code: 'A213', severity: 'error', message }];
  const said = alt !== undefined;
  if (!said && decorative === undefined && path[0] === 'image') {
    return error(path, 'the picture has no "alt". Say what it shows, or write "decorative": true if it says nothing.');
  }
  if (said && decorative === true) {
    return error([...path, 'decorative'], 'the picture has both "alt" and "decorative". Keep one of them.');
  }
  const poor = typeof alt === 'string' && typeof src === 'string' ? poorAlt(alt, src) : undefined;
  return poor ? [{ path: [...path, 'alt'], code: 'W503', severity: 'warning', message: poor }] : [];
}

const opening = /^\s*(?:an?\s+|the\s+)?(?:image|picture|photo(?:graph)?|graphic)\s+(?:of|showing)\b/i;

function poorAlt(alt: string, src: string): string | undefined {
  const file = src.slice(src.lastIndexOf('/') + 1);
  const said = alt.trim().toLowerCase();
  if (said === file.toLowerCase() || said === file.replace(/\.[^.]*$/, '').toLowerCase()) {
    return `"alt" is the name of the file: ${quoted(alt)}. Say what the picture shows.`;
  }
  const begins = opening.exec(alt)?.[0];
  return begins && `"alt" begins with ${quoted(begins)}, which a screen reader says already. Begin with what is shown.`;
}
