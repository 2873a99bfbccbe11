/** Every format, in the order in which they are asked. To add one: its file, and its line here. */
import type { Format, Opening } from './format.ts';
import { bookmarks } from './exports/bookmarks.ts';
import { instapaper } from './exports/instapaper.ts';
import { medium } from './exports/medium.ts';
import { omnivore } from './exports/omnivore.ts';
import { pocket } from './exports/pocket.ts';
import { substack } from './exports/substack.ts';
import { wallabag } from './exports/wallabag.ts';
import { feed } from './feed/feed.ts';
import { ghost } from './ghost/ghost.ts';
import { html } from './html/html.ts';
import { letters } from './letters/letters.ts';
import { mail } from './letters/mail.ts';
import { markdown } from './markdown/markdown.ts';
import { text } from './text/text.ts';
import { wordpress } from './wordpress/wordpress.ts';

export const formats: readonly Format[] = [
  mail,
  letters,
  wordpress,
  feed,
  ghost,
  omnivore,
  wallabag,
  medium,
  substack,
  pocket,
  instapaper,
  bookmarks,
  markdown,
  html,
  text,
];

/** The first format that recognises the file. */
export const formatOf = (opening: Opening): Format | undefined => formats.find((format) => format.recognises(opening));

/** Other names by which people call a format. */
const otherNames: Readonly<Record<string, Format['name']>> = {
  atom: 'feed',
  eml: 'mail',
  json: 'feed',
  mbox: 'mail',
  md: 'markdown',
  netscape: 'bookmarks',
  rss: 'feed',
  txt: 'text',
  wp: 'wordpress',
  wxr: 'wordpress',
};

/** The format with a name as it is written after `--from`. */
export function formatNamed(name: string): Format | undefined {
  const wanted = name.toLowerCase();
  const known = Object.hasOwn(otherNames, wanted) ? otherNames[wanted] : wanted;
  return formats.find((format) => format.name === known);
}
