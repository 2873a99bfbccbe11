/** Says at the end of a run which browser it was made in, and what was not run for want of something, and why. */
import { execFileSync } from 'node:child_process';
import type { Reporter, TestModule } from 'vitest/node';
import { findBrowser } from '../src/build/find-browser.ts';

export default class RunReport implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const needed = modules.filter(({ project }) => project.name !== 'parts');
    if (needed.length === 0) return;
    const lines = [`Browser: ${browser()}`];
    for (const [reason, count] of reasonsIn(needed)) lines.push(`NOT RUN: ${count} of the tests, ${reason}`);
    console.log(`\n${lines.join('\n')}`);
  }
}

function browser(): string {
  const { executablePath, env } = findBrowser();
  const version = execFileSync(executablePath, ['--version'], { env: { ...process.env, ...env }, encoding: 'utf8' });
  return `${version.trim()}, ${executablePath}`;
}

/** How many tests were not run, by what they say of it themselves or in the name of what they stand in. */
function reasonsIn(modules: readonly TestModule[]): Map<string, number> {
  const reasons = new Map<string, number>();
  for (const module of modules) {
    for (const test of module.children.allTests('skipped')) {
      const result = test.result();
      const note = result.state === 'skipped' ? result.note : undefined;
      const reason = /not run: ([^>]+)/.exec(note ?? test.fullName)?.[1]?.trim();
      if (reason) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
    }
  }
  return reasons;
}
