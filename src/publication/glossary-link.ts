/** The way to the glossary, where there is one. */
import { glossaryAddress } from './addresses.ts';
import type { Edition } from './edition.ts';
import type { LinkTo } from './page.ts';

export const glossaryLink = ({ content, words }: Edition): LinkTo | undefined =>
  content.glossary.length > 0 ? { href: glossaryAddress(), text: words.glossary } : undefined;
