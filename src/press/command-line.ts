/** The command-line arguments of a command, or what is wrong with them, said so that they can be put right. */
import { parseArgs } from 'node:util';
import { nearest } from '../publication/nearest.ts';

/** An option that takes a value says which: "a folder". */
export type Options = Record<string, { type: 'boolean'; short?: string } | { type: 'string'; needs: string }>;

/** As `parseArgs` gives them. `unexpected` is what a command that takes options only says of any other argument. */
export function parsedArguments<const Known extends Options>(
  argv: string[],
  options: Known,
  unexpected?: (argument: string) => string,
) {
  const wrong = misuse(argv, options, unexpected);
  return wrong === undefined ? parseArgs({ args: argv, options, allowPositionals: true }) : { wrong };
}

function misuse(argv: string[], options: Options, unexpected?: (argument: string) => string): string | undefined {
  const { tokens } = parseArgs({ args: argv, options, strict: false, allowPositionals: true, tokens: true });
  for (const token of tokens) {
    if (token.kind === 'positional' && unexpected) return unexpected(token.value);
    if (token.kind !== 'option') continue;
    const { name, rawName, value, inlineValue } = token;
    const option = Object.hasOwn(options, name) ? options[name] : undefined;
    if (!option) {
      const names = Object.keys(options);
      const near = names.find((known) => known.startsWith(name)) ?? nearest(name, names, 1)[0];
      return `There is no option ${rawName}.${near ? ` Did you mean --${near}?` : ''}`;
    }
    const isGiven = value !== undefined && value !== '' && (inlineValue || !value.startsWith('-'));
    if (option.type === 'string' && !isGiven) return `The option --${name} needs ${option.needs}.`;
    if (option.type === 'boolean' && value !== undefined) return `The option ${rawName} takes no value.`;
  }
  return undefined;
}
