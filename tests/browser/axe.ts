/** What axe finds on a page, and what it can not decide. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

const source = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');

type Found = { id: string; nodes: { html: string; failureSummary?: string }[] };
type Axe = { run(where: string | Document, options: object): Promise<{ violations: Found[]; incomplete: Found[] }> };

const everything = {
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
};

/** An arrow that has a name: no text whose letters could be compared or measured. */
const isDecided = (html: string) => html.includes('role="doc-backlink"');

/** The faults in a part of the page (a selector), each as a sentence that names where it was found. */
export async function axeFaults(page: Page, said: string, part = 'html'): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
  const { violations, incomplete } = await page.evaluate(
    ([where, options]) => (window as unknown as { axe: Axe }).axe.run(where, options),
    [part, everything] as const,
  );
  return [...violations, ...incomplete].flatMap(({ id, nodes }) =>
    nodes
      .filter(({ html }) => !isDecided(html))
      .map(({ html, failureSummary = '' }) => `${said}: ${id}: ${html}\n${failureSummary}`),
  );
}
