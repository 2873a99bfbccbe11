/** A name on one line, without addresses of e-mail in it. */
import { oneLine } from './one-line.ts';

/** No name is longer; what has no end is not looked through to it. */
const longest = 2000;

export const withoutMail = (name: string): string =>
  oneLine(name.slice(0, longest).replace(/<[^<>]*@[^<>]*>|[^\s@]+@\S+/g, ' '));
