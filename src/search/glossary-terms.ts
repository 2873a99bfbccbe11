/** The terms of the glossary that a query asks for. The glossary is fetched with the first query. */
import { readPage } from '../page-store.ts';
import type { ExplainedTerm, GlossaryPageData } from '../publication/page.ts';
import { isFiltered } from '../publication/search/asked.ts';
import { foldText } from '../publication/search/fold.ts';
import type { Asked } from '../publication/search/search.ts';

export type FoundTerms = readonly ExplainedTerm[];

const mostTerms = 3;
/** A letter or two begin too many words. */
const shortestBeginning = 3;

/** None where the glossary, at this address, cannot be had: the articles are found all the same. */
export async function termsFor(asked: Asked, glossary: string | undefined): Promise<FoundTerms> {
  if (glossary === undefined || isFiltered(asked) || asked.page > 1) return [];
  const page = await readPage(glossary);
  return 'terms' in page ? matchingTerms(asked.text, (page as GlossaryPageData).terms) : [];
}

/** Terms with a form that is the query, else those with a form that begins with it. */
export function matchingTerms(query: string, terms: readonly ExplainedTerm[]): FoundTerms {
  const wanted = spelled(query);
  if (wanted === '') return [];
  const having = (test: (form: string) => boolean) =>
    terms.filter(({ forms }) => forms.some((form) => test(spelled(form))));
  const whole = having((form) => form === wanted);
  if (whole.length > 0 || wanted.length < shortestBeginning) return whole.slice(0, mostTerms);
  return having((form) => form.startsWith(wanted)).slice(0, mostTerms);
}

const spelled = (text: string): string => foldText(text).trim().replace(/\s+/g, ' ');
