/** What the path of a file says of its article. */
import { writtenDate } from '../wording/written-date.ts';
import { stated } from './stated.ts';

/** "2016-03-23-a-walk.md", "2016/03/23/a-walk/index.md", "content/2020/05/a-walk.md" (no day, so no date). */
export function datedPath(path: string): { date?: string; slug?: string } {
  const parts = path.replaceAll('\\', '/').split('/');
  let file = (parts.pop() ?? '').replace(/\.[a-z0-9]+$/i, '').replace(/\.[a-z]{2}(?:-[a-zA-Z]{2,4})?$/, '');
  if (/^_?(?:index|readme)$/i.test(file)) file = parts.pop() ?? '';
  const inName = /^(\d{4})-(\d{1,2})-(\d{1,2})-(.+)$/.exec(file);
  if (inName) return stated({ date: writtenDate(inName.slice(1, 4).join('-'))?.date, slug: inName[4] });
  const inFolders = /(?:^|\/)(\d{4})\/(\d{1,2})\/(\d{1,2})$/.exec(parts.join('/'));
  const date = inFolders ? writtenDate(inFolders.slice(1).join('-'))?.date : undefined;
  return stated({ date, slug: file === '' ? undefined : file });
}
