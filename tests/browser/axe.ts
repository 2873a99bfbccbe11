/** What axe finds on a page, and what it can not decide. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

const source = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');

type Found = { id: string; nodes: { html: string; failureSummary?: string }[] };
type Axe = { run(where: string | Document, options: object): Promise<{ violations: Found[]; incomplete: Found[] }> };

const rules = {
  all: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
  colours: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] },
};

export const papers = ['light', 'sepia', 'dark', 'black'] as const;

export const applyPaper = (page: Page, paper: string) =>
  page.evaluate((to) => (document.documentElement.dataset['theme'] = to), paper);

/** An arrow that has a name: no text whose letters could be compared or measured. */
const isDecided = (html: string) => html.includes('role="doc-backlink"');

/**
 * The faults in a part of the page (a selector), each as a sentence that names where it was found. axe finds an element
 * again by its place among its neighbours, so where something came or went meanwhile the page is read once more.
 */
export async function axeFaults(page: Page, said: string, part = 'html', runOnly = rules.all): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
  const { violations, incomplete } = await page.evaluate(
    async ([where, options]) => {
      const { axe } = window as unknown as { axe: Axe };
      let hasChanged: boolean;
      const changes = new MutationObserver(() => (hasChanged = true));
      changes.observe(document, { childList: true, subtree: true });
      for (;;) {
        hasChanged = false;
        // oxlint-disable-next-line no-await-in-loop -- until nothing has come meanwhile
        const found = await axe.run(where, options);
        if (hasChanged) continue;
        changes.disconnect();
        return found;
      }
    },
    [part, { runOnly, resultTypes: ['violations', 'incomplete'], preload: false }] as const,
  );
  return [...violations, ...incomplete].flatMap(({ id, nodes }) =>
    nodes
      .filter(({ html }) => !isDecided(html))
      .map(({ html, failureSummary = '' }) => `${said}: ${id}: ${html}\n${failureSummary}`),
  );
}

/** The same on every paper; another one changes colours, and nothing else. */
export async function axeFaultsOnPapers(page: Page, said: string, part?: string): Promise<string[]> {
  const found: string[] = [];
  for (const paper of papers) {
    await applyPaper(page, paper);
    const asked = paper === 'light' ? rules.all : rules.colours;
    found.push(...(await axeFaults(page, `${said}, ${paper}`, part, asked)));
  }
  return found;
}
