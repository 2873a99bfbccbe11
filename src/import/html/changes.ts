/**
 * Everything that was removed from a text or changed on the way to Markdown, counted by kind, with the first few as
 * examples, as notes. No visible part is removed without being counted here.
 */
import type { Note } from '../item.ts';

/** Kinds of change: code, and the words for a count. */
const kinds = {
  script: ['I501', 'script', 'scripts', 'removed'],
  handler: ['I501', 'attribute that runs a script', 'attributes that run scripts', 'removed'],
  scriptLink: ['I501', 'link that runs a script', 'links that run scripts', 'kept as text'],
  form: ['I501', 'form or control', 'forms or controls', 'removed'],
  style: ['I501', 'style sheet', 'style sheets', 'removed'],
  hidden: ['I502', 'part that the page hides', 'parts that the page hides', 'left out'],
  remark: ['I502', 'remark or deletion of an editor', 'remarks or deletions of editors', 'left out'],
  tracker: ['I502', 'tracking picture (1×1)', 'tracking pictures (1×1)', 'left out'],
  frame: ['I501', 'hidden frame', 'hidden frames', 'removed'],
  embed: ['I503', 'embedded part is now a link', 'embedded parts are now links', ''],
  embedLost: ['I503', 'embedded part without an address', 'embedded parts without an address', 'left out'],
  link: [
    'I504',
    'link without an address that can be followed',
    'links without an address that can be followed',
    'kept as text',
  ],
  pictureLost: [
    'I504',
    'picture without an address that can be followed',
    'pictures without an address that can be followed',
    'left out, what they show is kept as text',
  ],
  pictureLink: ['I504', 'link on a picture', 'links on pictures', 'left out'],
  shortcode: ['I505', 'shortcode', 'shortcodes', 'kept as visible text'],
  blockComment: ['I505', 'block without HTML', 'blocks without HTML', 'kept as visible text'],
  header: [
    'I506',
    'table without a header: its first row is the header now',
    'tables without a header: their first rows are the headers now',
    '',
  ],
  language: [
    'I507',
    'passage marked as another language that its letters do not show',
    'passages marked as another language that their letters do not show',
    'kept as text, without the mark',
  ],
  deep: ['I508', 'part nested too deep', 'parts nested too deep', 'written flatter'],
} as const satisfies Record<string, readonly [string, string, string, string]>;

export type HtmlChange = keyof typeof kinds;

const mostExamples = 5;

export type Changes = {
  count(kind: HtmlChange, example?: string): void;
  /** One note a kind. */
  notes(): Note[];
};

export function noChanges(): Changes {
  const counted = new Map<HtmlChange, { count: number; examples: string[] }>();
  return {
    count(kind, example) {
      const entry = counted.get(kind) ?? { count: 0, examples: [] };
      counted.set(kind, entry);
      entry.count += 1;
      const short = example && example.length > 100 ? `${example.slice(0, 100)}…` : example;
      if (short && entry.examples.length < mostExamples && !entry.examples.includes(short)) entry.examples.push(short);
    },
    notes: () =>
      Array.from(counted, ([kind, { count, examples }]) => {
        const [code, one, many, done] = kinds[kind];
        const what = `${count} ${count === 1 ? one : many}${done === '' ? '' : ` ${done}`}`;
        return { code, message: examples.length > 0 ? `${what}: ${examples.join(', ')}.` : `${what}.` };
      }),
  };
}
