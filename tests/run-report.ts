/** Says at the end of a run which browsers it was made in, and what was not run for want of something, and why. */
import { execFileSync } from 'node:child_process';
import type { Reporter, TestModule } from 'vitest/node';
import { findBrowser } from './browser/find-browser.ts';
import { findEngines } from './engines/find-engines.ts';

export default class RunReport implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const inBrowsers = modules.filter(({ project }) => ['browser', 'engines'].includes(project.name));
    if (inBrowsers.length === 0) return;
    const lines = [`Browser: ${browser()}`];
    for (const { name, path } of findEngines()) if (path) lines.push(`Engine: ${name}, ${path}`);
    for (const [reason, count] of reasonsIn(inBrowsers)) lines.push(`NOT RUN: ${count} of the tests, ${reason}`);
    console.log(`\n${lines.join('\n')}`);
  }
}

function browser(): string {
  const { executablePath, env } = findBrowser();
  return execFileSync(executablePath, ['--version'], { env: { ...process.env, ...env }, encoding: 'utf8' }).trim();
}

/** How many tests were not run, by what they say of it themselves or in the name of what they stand in. */
function reasonsIn(modules: readonly TestModule[]): Map<string, number> {
  const reasons = new Map<string, number>();
  for (const module of modules) {
    for (const test of module.children.allTests('skipped')) {
      const result = test.result();
      const note = result.state === 'skipped' ? result.note : undefined;
      const reason = /not run: ([^>,]+)/.exec(note ?? test.fullName)?.[1]?.trim();
      if (reason) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
    }
  }
  return reasons;
}
