/** A paragraph on its way from HTML: stretches of text with their marks, and what stands between them. */

export type RunMarks = { strong?: boolean; em?: boolean; struck?: boolean; code?: boolean; href?: string };

export type TextRun = { is: 'text'; text: string; marks: RunMarks };

export type PictureRun = { is: 'picture'; src: string; alt: string; caption?: string };

export type InlineRun =
  | TextRun
  | PictureRun
  | { is: 'break' }
  | { is: 'note'; label: string }
  | { is: 'address'; href: string };

/** Whether there is nothing to see. */
export const isBlank = (runs: readonly InlineRun[]): boolean =>
  runs.every((run) => run.is === 'break' || (run.is === 'text' && !/[^\s\u200b\ufeff\u00ad]/.test(run.text)));

/** Runs that begin and end with something, cut where two or more breaks stand together. */
export function paragraphsIn(runs: readonly InlineRun[]): InlineRun[][] {
  const paragraphs: InlineRun[][] = [];
  let paragraph: InlineRun[] = [];
  let breaks = 0;
  for (const run of runs) {
    if (run.is === 'break') breaks += 1;
    else if (breaks > 0 && isBlank([run])) continue;
    else {
      if (breaks > 1) {
        paragraphs.push(paragraph);
        paragraph = [];
      } else if (breaks === 1 && paragraph.length > 0) paragraph.push({ is: 'break' });
      breaks = 0;
      paragraph.push(run);
    }
  }
  paragraphs.push(paragraph);
  return paragraphs.filter((some) => !isBlank(some));
}
