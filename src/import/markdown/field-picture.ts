/** The main picture that front matter names: an address, or an address with its words. */
import type { ImportedImage } from '../item.ts';
import { fieldNames } from './field-names.ts';
import { type Fields, isOff, isOn, fieldNamed, fieldText } from './fields.ts';
import { stated } from '../stated.ts';

export const pictureSources = ['src', 'url', 'path', 'image', 'file', 'filename', 'relative'];
export const withoutSite = (path: string): string =>
  path.replace(/^!?\[\[([^\][|#]+)[^\][]*\]\]$/, '/$1').replace(/\{\{-?\s*site\.(?:baseurl|url)\s*-?\}\}/g, '');

export function pictureIn(fields: Fields): ImportedImage | undefined {
  for (const name of fieldNames.image) {
    const value: unknown = [fieldNamed(fields, name)].flat()[0];
    const own = value instanceof Map ? (value as Fields) : undefined;
    const src = fieldText(own ? fieldNamed(own, ...pictureSources) : value);
    if (src === undefined || isOff(src) || isOn(src)) continue;
    const path = withoutSite(src);
    if (/[{}<>]/.test(path) || !/[/.]/.test(path)) continue;
    const beside = (names: readonly string[], ...within: string[]): string | undefined =>
      fieldText(own ? fieldNamed(own, ...within) : undefined) ?? fieldText(fieldNamed(fields, ...names));
    return {
      src: path,
      ...stated({
        alt: beside(fieldNames.alt, 'alt', 'description'),
        caption: beside(fieldNames.caption, 'caption', 'title'),
        credit: beside(fieldNames.credit, 'credit', 'attribution', 'source'),
      }),
    };
  }
  return undefined;
}
