/** What the path of a file says of its article: its date, its slug, its headline. */
import { writtenDate } from '../wording/written-date.ts';
import { stated } from '../stated.ts';

/** "2016-03-23-a-walk.md", "2016/03/23/a-walk/index.md", "content/2020/05/a-walk.md" (no day, so no date). */
export function datedPath(path: string): { date?: string; slug?: string } {
  const parts = path.replaceAll('\\', '/').split('/');
  let file = (parts.pop() ?? '').replace(/\.[a-z0-9]+$/i, '').replace(/\.[a-z]{2}(?:-[a-zA-Z]{2,4})?$/, '');
  if (/^_?(?:index|readme)$/i.test(file)) file = parts.pop() ?? '';
  const inName = /^(\d{4})-(\d{1,2})-(\d{1,2})[-_ ]+(.+)$/.exec(file);
  if (inName) return stated({ date: writtenDate(inName.slice(1, 4).join('-'))?.date, slug: inName[4] });
  const inFolders = /(?:^|\/)(\d{4})\/(\d{1,2})\/(\d{1,2})$/.exec(parts.join('/'));
  const date = inFolders ? writtenDate(inFolders.slice(1).join('-'))?.date : undefined;
  return stated({ date, slug: file === '' ? undefined : file });
}

const noTitle =
  /^(?:(?:untitled|unnamed|new|copy of)[\s_-]+)?(?:untitled|unnamed|new|index|readme|post|page|note|article|draft|document|copy|section|chapter|part)(?:[\s_-]*\d+)*$/i;

/** "The tide of 1953.md", "the-tide-of-1953.md"; none is in the name of a series, a date, a hash or one small word. */
export function titleInPath(path: string): string | undefined {
  const name = (datedPath(path).slug ?? '').normalize('NFC').trim();
  const title = /\s/.test(name) ? name : name.replace(/[-_.]+/g, ' ').trim();
  const words = title.match(/\p{Lo}|\p{L}[\p{L}\p{M}'’]+/gu) ?? [];
  const isOne = words.length === 1 && title === words[0] && /^\p{Lu}\p{Ll}/u.test(title);
  if (/readme\.\w+$/i.test(path) || noTitle.test(title) || (words.length < 2 && !isOne)) return undefined;
  return title.slice(0, 1).toUpperCase() + title.slice(1);
}
