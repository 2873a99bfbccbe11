/** Words of what is kept on this device to be read without a line, in English. */
import { pluralsIn } from '../plural.ts';

const plural = pluralsIn('en');

export const offline = {
  /** On a page that came from the device. */
  copyOf: (day: string) => `There is no connection. This is the copy of ${day} that is kept on this device.`,
  /** On a page that could not be loaded. */
  keptInstead: 'What you can read here without a connection',
  opensItself: 'The page opens by itself as soon as there is a connection.',
  moreOnShelf: 'All that is kept on this device',
  /** On the shelf. */
  title: 'Without a connection',
  introduction:
    'What you save, what you have read for a while and what is in Must Read is kept on this device with its pictures. It opens without a connection.',
  nothing: 'Nothing is kept yet. Save an article, or read one for a while.',
  count: (count: number) => plural(count, { one: '# article is kept', other: '# articles are kept' }),
  size: (articles: string, bytes: string) => `${articles}, about ${bytes}.`,
  offline: 'offline',
  why: { saved: 'saved', 'must-read': 'Must Read', read: 'read here', section: 'with its section' },
  remove: 'Remove the copy',
  removeNamed: (headline: string) => `Remove the copy: ${headline}`,
  removed: (headline: string) => `The copy of “${headline}” is removed.`,
  more: 'Show more',
  noRoom: (needed: string, free: string) =>
    `There is no room on this device: ${needed} are needed, ${free} are free. What you have saved and marked stays; remove sections or copies on your shelf to make room.`,
  home: 'On an iPhone or iPad: Share, then “Add to Home Screen”. What is kept there is kept apart from here, so open it once while there is a connection.',
  /** Sections. */
  sections: 'Whole sections',
  keepSection: 'Keep this section on this device',
  keepNamed: (section: string) => `Keep ${section}`,
  keepAll: 'Keep the whole paper',
  asks: (articles: number, bytes: string) =>
    `${plural(articles, { one: '# article', other: '# articles' })}, about ${bytes}.`,
  yes: 'Keep it',
  no: 'Not now',
  progress: (done: string, all: string) => `${done} of ${all} articles`,
  pause: 'Pause',
  paused: 'Paused.',
  resume: 'Go on',
  cancel: 'Cancel and remove',
  isKept: 'This section is on this device.',
  isKeptNamed: (section: string) => `${section}: on this device.`,
  removeSection: 'Remove it',
  removeSectionNamed: (section: string) => `Remove ${section} from this device`,
  notReached: 'The list of this section could not be loaded.',
  /** In the foot and in the settings. */
  newer: 'This site has been renewed.',
  useNewer: 'Load the new version',
};
