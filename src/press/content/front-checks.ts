/** Checks the blocks of front.json against what they name, and against each other. */
import { didYouMean, type Finding, knownNames, type Path, quoted } from './problems.ts';
import type { ReadFile } from './read-file.ts';
import { referenceFindings, sectionFindings, type Whole } from './reference-checks.ts';
import { listAt, valueAt } from './values.ts';

/** A306 for what a front page has once, A317 and A325 for what is not here, A318 and W512 for the lead, W518 for nothing to show. */
export function frontFindings(read: ReadFile, whole: Whole): Finding[] {
  const { value } = read;
  const before = new Map<string, number>();
  return listAt(value, 'blocks').flatMap((block, index) => {
    const path = (key: string): Path => ['blocks', index, key];
    for (const key of ['lead', 'mustRead']) {
      if (valueAt(block, [key]) === undefined) continue;
      const earlier = before.get(key);
      if (earlier !== undefined) return [twice(path(key), key, earlier)];
      before.set(key, index);
    }
    const { sections = new Set() } = whole;
    return [
      ...referenceFindings(read, path('lead'), 'A318', whole),
      ...sectionFindings(value, path('section'), whole),
      ...(sections.has(String(valueAt(block, ['section']))) ? emptyFindings(value, path('section'), whole) : []),
      ...seriesFindings(value, path('series'), whole),
      ...mustReadFindings(block, path('mustRead'), whole),
    ];
  });
}

const twice = (path: Path, key: string, earlier: number): Finding => ({
  path,
  code: 'A306',
  severity: 'error',
  message: `${quoted(key)} is here twice: it is block ${earlier + 1} already. Keep one of them.`,
});

function seriesFindings(value: unknown, path: Path, whole: Whole): Finding[] {
  const series = valueAt(value, path);
  if (typeof series !== 'string') return [];
  const known = new Set<string>();
  for (const article of whole.articles.values()) {
    const named = valueAt(article.value, ['series']);
    if (typeof named === 'string') known.add(named);
  }
  if (known.has(series)) return emptyFindings(value, path, whole);
  const message = `no article is of the series ${quoted(series)}. ${knownNames(known)}${didYouMean(whole.near(series, known))}`;
  return [{ path, code: 'A325', severity: 'error', message }];
}

/** W518 for a section or series of which nothing is published. */
function emptyFindings(value: unknown, path: Path, { articles, standing }: Whole): Finding[] {
  const key = String(path.at(-1));
  const named = valueAt(value, path);
  const isOfIt = (article: ReadFile) => valueAt(article.value, [key]) === named && standing(article) === 'published';
  return [...articles.values()].some(isOfIt) ? [] : [nothing(path, `no article of ${quoted(named)} is published`)];
}

function mustReadFindings(block: unknown, path: Path, { mustRead }: Whole): Finding[] {
  if (valueAt(block, ['mustRead']) !== true || mustRead > 0) return [];
  return [nothing(path, 'must-read.json has no entries')];
}

const nothing = (path: Path, why: string): Finding => ({
  path,
  code: 'W518',
  severity: 'warning',
  message: `${why}: the block is left out.`,
});
