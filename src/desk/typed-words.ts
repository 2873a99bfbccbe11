/** The parsers of what is typed for a name, a language, a time zone, an address, a slug: the value, or what to write instead. */
import { InvalidArgumentError } from 'commander';
import { nearest } from '../publication/nearest.ts';
import { isLanguage, isTimeZone, isVisible, isWebAddress, likelyLanguage } from '../publication/rules.ts';
import { didYouMean, quoted } from '../press/content/problems.ts';

/** One line, in which something can be seen. */
export const nameTyped =
  (longest: number) =>
  (written: string): string => {
    const name = written.replace(/[\s\p{Cc}]+/gu, ' ').trim();
    // Another option, which was taken for what stands after this one.
    if (name.startsWith('--')) throw new InvalidArgumentError('Write a name.');
    if (!isVisible(name)) throw new InvalidArgumentError('Write at least one visible character.');
    if (name.length > longest) {
      throw new InvalidArgumentError(`Write at most ${longest} characters: it has ${name.length}.`);
    }
    return name;
  };

/** Paragraphs, with an empty line between them; of each, as a name. */
export const paragraphsTyped = (longest: number) => {
  const paragraph = nameTyped(longest);
  return (written: string): string[] =>
    written
      .trim()
      .split(/\n\s*\n/)
      .map(paragraph);
};

export function languageTyped(written: string): string {
  if (isLanguage(written)) return written;
  const likely = likelyLanguage(written);
  throw new InvalidArgumentError(
    likely ? `Write ${quoted(likely)}.` : 'Write a BCP 47 tag, such as "en", "ur" or "pt-BR".',
  );
}

export function zoneTyped(written: string): string {
  if (isTimeZone(written)) return written;
  const near = didYouMean(nearest(written, Intl.supportedValuesOf('timeZone'), 2)).trim();
  throw new InvalidArgumentError(near || 'Write an IANA name, such as "Asia/Karachi".');
}

export function addressTyped(written: string): string {
  if (isWebAddress(written)) return written;
  throw new InvalidArgumentError('Write it as https://example.org/ (no query, no fragment).');
}
