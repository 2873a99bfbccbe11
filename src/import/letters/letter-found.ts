/** Makes a letter from its fields, whatever carried them. What a machine filled in is left out. */
import { leastSeconds, secondsField, trapField } from '../../publication/letter-message.ts';
import { isVisible } from '../../publication/rules.ts';
import { type Item, leftOut } from '../item.ts';
import { Cleaner } from '../wording/clean-text.ts';
import { withoutMail } from '../wording/without-mail.ts';

/** One letter on its way: its fields by their names (`letter-message.ts`). */
export type CarriedLetter = {
  value: (field: string) => string | undefined;
  line?: number | undefined;
  /** When it came, as what carried it says. */
  came?: string | undefined;
};

/** What carries letters. */
export type Carrier = {
  /** Whether the beginning of a file is of its kind. */
  recognises: (text: string) => boolean;
  /** Throws a `Refusal` where the text is not of the kind after all. */
  lettersIn: (text: string) => Iterable<CarriedLetter>;
};

const nameless = '(without a name)';
const longestShown = 100;

/** What the report calls a letter. */
export function calledBy(name = ''): string {
  const shown = new Cleaner().line(withoutMail(name)).slice(0, longestShown);
  return isVisible(shown) ? shown : nameless;
}

export function letterFound({ value, line, came }: CarriedLetter): Item {
  const name = calledBy(value('name'));
  const machine = (message: string): Item => leftOut('letter', name, 'I703', message, line);
  if (value(trapField) !== undefined)
    return machine(`"${trapField}" is filled, which no reader sees: a machine wrote it`);
  if (Number(value(secondsField) ?? leastSeconds) < leastSeconds)
    return machine(`it was written in less than ${leastSeconds} seconds: a machine wrote it`);
  const letter = {
    id: value('id'),
    articles: [value('article') ?? ''],
    name: value('name') ?? '',
    text: value('text') ?? '',
    date: value('date'),
    came,
    language: value('language'),
    replyTo: value('replyTo'),
  };
  return { is: 'letter', name, line, letter, notes: [] };
}
