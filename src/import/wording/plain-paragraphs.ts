/** Plain text in paragraphs, parted at empty lines, with what nobody can read taken out. */
import { isVisible } from '../../publication/rules.ts';
import type { Cleaner } from './clean-text.ts';

/** Lines that no mail program broke: those of a verse, or of an address. */
const longestOwn = 45;

/** Lines of a paragraph become one; where all of them are short, they are the writer's own. */
export function plainParagraphs(text: string, cleaner: Cleaner): string[] {
  const paragraphs: string[][] = [[]];
  for (const written of cleaner.text(text).split('\n')) {
    const line = cleaner.line(written);
    if (isVisible(line)) paragraphs.at(-1)!.push(line);
    else if (paragraphs.at(-1)!.length > 0) paragraphs.push([]);
  }
  return paragraphs
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join(lines.every(({ length }) => length <= longestOwn) ? '\n' : ' '));
}
