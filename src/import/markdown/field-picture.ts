/** The main picture that front matter names: an address, or an address with its words. */
import type { ImportedImage, Note } from '../item.ts';
import { fieldNames } from './field-names.ts';
import { type Fields, isOff, isOn, fieldNamed, shortenedField, fieldText } from './fields.ts';
import { stated } from './stated.ts';

export function pictureIn(fields: Fields, notes: Note[]): ImportedImage | undefined {
  for (const name of fieldNames.image) {
    const value: unknown = [fieldNamed(fields, name)].flat()[0];
    const own = value instanceof Map ? (value as Fields) : undefined;
    const src = fieldText(own ? fieldNamed(own, 'src', 'url', 'path', 'image', 'file', 'filename', 'relative') : value);
    if (src === undefined || isOff(src) || isOn(src)) continue;
    const path = src.replace(/\{\{-?\s*site\.(?:baseurl|url)\s*-?\}\}/g, '');
    if (/[{}<>]/.test(path) || !/[/.]/.test(path)) {
      const message = `The ${name} "${shortenedField(src)}" is not the address of a picture. It was left out.`;
      notes.push({ code: 'I304', message });
      continue;
    }
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
