/** Makes slugs from names in any script, and numbers those that are taken. */
import { createHash } from 'node:crypto';
import { slugFrom } from './shapes.ts';
import { reservedSlugs } from '../../publication/addresses.ts';
import { transliterated } from './transliteration.ts';

const longest = 80;

/** "Café Straße!" becomes "cafe-strasse"; empty where most letters have no spelling in a-z. */
export function spelled(name: string): string {
  const plain = transliterated(name.replace(/['’ʼ]/g, ''));
  const letters = plain.match(/\p{L}/gu)?.length ?? 0;
  const known = plain.match(/[a-z]/g)?.length ?? 0;
  if (letters > 0 && known * 2 < letters) return '';
  return shortened(slugFrom(plain));
}

/** Cut at a hyphen, where there is one near the end. */
function shortened(slug: string): string {
  if (slug.length <= longest) return slug;
  const cut = slug.slice(0, longest + 1);
  const end = cut.lastIndexOf('-');
  return (end > longest / 2 ? cut.slice(0, end) : cut.slice(0, longest)).replace(/-+$/, '');
}

/** The slug of a name, else `article-1a2b3c4d`, which is the same for the same name every time. */
export function slugOf(name: string, fallback: string): string {
  const slug = spelled(name);
  if (slug !== '' && !reservedSlugs.includes(slug)) return slug;
  if (slug !== '') return `${slug}-${fallback}`;
  return `${fallback}-${createHash('sha256').update(name.normalize('NFC')).digest('hex').slice(0, 8)}`;
}

/** The slug that a file gives, cleaned; undefined where nothing of it is left. `../../.ssh/x` becomes "ssh-x". */
export function cleanedSlug(written: string): { slug: string; cleaned: boolean } | undefined {
  const name = decoded(written);
  const slug = spelled(name);
  if (slug === '' || reservedSlugs.includes(slug)) return undefined;
  return { slug, cleaned: /\.\.|[\\/]|\0/.test(name) };
}

function decoded(written: string): string {
  try {
    return decodeURIComponent(written);
  } catch {
    return written;
  }
}

/** The slug itself, or with "-2", "-3", … the first one that is not taken. */
export function numbered(slug: string, isTaken: (slug: string) => boolean): string {
  if (!isTaken(slug)) return slug;
  const room = slug.slice(0, longest).replace(/-+$/, '');
  for (let number = 2; ; number += 1) {
    const candidate = `${room}-${number}`;
    if (!isTaken(candidate)) return candidate;
  }
}
