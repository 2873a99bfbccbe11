/**
 * How a letter to the editors goes from a reader to the desk: the names of its fields, whatever carries them (a form
 * that is posted, JSON, a table), and the lines at the foot of a message that a mail program sends. Written in the
 * browser, read by the importer.
 */

/** Every field of a letter on its way. */
export type LetterMessage = {
  id: string;
  /** Slug of the article. */
  article: string;
  name: string;
  /** Plain text; an empty line stands between paragraphs. */
  text: string;
  /** ISO 8601. */
  date: string;
  /** BCP 47. */
  language?: string | undefined;
  /** The id of the letter that it answers. */
  replyTo?: string | undefined;
};

/** What hosts that take forms know this one by. */
export const formName = 'letters';

/** A field of the form that nobody sees: what fills it is no reader. */
export const trapField = 'website';

/** How long the form was open, in whole seconds, and how long somebody takes at least. */
export const secondsField = 'seconds';
export const leastSeconds = 3;

/** Fields of the lines at the foot; the text is what stands above them. */
const atFoot = ['article', 'id', 'name', 'date', 'language', 'replyTo'] as const;

/** Brackets and line ends in a value would end it. */
const inBrackets = (value: string): string =>
  value.replace(/[%[\]\s]/g, (character) => (character === ' ' ? ' ' : encodeURIComponent(character)));

/**
 * The text with its fields below, each in brackets, so that they are found again where a mail program breaks lines,
 * joins them or quotes them. `please` asks the writer to leave them there.
 */
export function letterMail(letter: LetterMessage, please: string): string {
  const lines = atFoot.flatMap((field) => {
    const value = letter[field];
    return value === undefined ? [] : [`[${field}: ${inBrackets(value)}]`];
  });
  return [letter.text, '', `(${please})`, ...lines, ''].join('\n');
}

/** The fields in a message, and its text without them; undefined where there are none, or too few to know it by. */
export function readLetterMail(message: string): (Omit<LetterMessage, 'date'> & { date?: string }) | undefined {
  const oneField = String.raw`\[(${atFoot.join('|')}):([^\][]{0,400})\]`;
  // One after the other: a bracket in the text itself is none of them.
  const foot = new RegExp(String.raw`(?:${oneField}[\s>]*){3,}`, 'g');
  for (const { 0: lines, index } of message.matchAll(foot)) {
    const found = new Map<string, string>();
    for (const [, field = '', value = ''] of lines.matchAll(new RegExp(oneField, 'g'))) {
      // What is said again below, in a quote, is of an older message.
      if (found.has(field)) break;
      found.set(field, decoded(value.replace(/\s*\n[>\s]*/g, ' ').trim()));
    }
    const [article, id, name] = ['article', 'id', 'name'].map((field) => found.get(field));
    if (!article || !id || !name) continue;
    return {
      id,
      article,
      name,
      text: message
        .slice(0, index)
        .replace(/\([^()]*\)\s*$/, '')
        .trim(),
      ...(found.has('date') && { date: found.get('date')! }),
      language: found.get('language'),
      replyTo: found.get('replyTo'),
    };
  }
  return undefined;
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
