/** Checks the entries of must-read.json against the articles they name. */
import { didYouMean, type Finding, type Path, quoted } from './problems.ts';
import type { ReadFile } from './read-file.ts';
import type { Whole } from './reference-checks.ts';
import { listAt, valueAt } from './values.ts';

/** A305 unknown, A306 doubled, A307 a draft, W511 dated in the future. */
export function mustReadFindings({ value }: ReadFile, whole: Whole): Finding[] {
  const before = new Map<string, number>();
  return listAt(value, 'entries').flatMap((entry, index) => {
    const [article, headline] = [valueAt(entry, ['article']), valueAt(entry, ['headline'])];
    const named = typeof article === 'string' ? article : headline;
    if (typeof named !== 'string') return [];
    const key = typeof article === 'string' ? 'article' : 'headline';
    const path = ['entries', index, key];
    const earlier = before.get(`${key} ${named}`);
    if (earlier !== undefined) {
      const message = `${quoted(named)} is named twice: it is entry ${earlier + 1} already. Keep one of them.`;
      return [{ path, code: 'A306', severity: 'error', message }];
    }
    before.set(`${key} ${named}`, index);
    return key === 'article' ? pickFindings(path, named, whole) : [];
  });
}

function pickFindings(path: Path, slug: string, { articles, near, standing }: Whole): Finding[] {
  const article = articles.get(slug);
  if (!article) {
    const meant = didYouMean(near(slug, articles.keys()));
    return [{ path, code: 'A305', severity: 'error', message: `there is no article ${quoted(slug)}.${meant}` }];
  }
  switch (standing(article)) {
    case 'draft':
      return [
        {
          path,
          code: 'A307',
          severity: 'error',
          message: `the article ${quoted(slug)} is a draft. Publish it or remove the entry.`,
        },
      ];
    case 'future':
      return [
        {
          path,
          code: 'W511',
          severity: 'warning',
          message: `the article ${quoted(slug)} is dated in the future; the entry is left out until then.`,
        },
      ];
    default:
      return [];
  }
}
