/** The workflow of a new folder: what it does, in which order, and when it does nothing. */
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { publishWorkflow } from '../../src/desk/publish-workflow.ts';

type Step = { uses?: string; run?: string; if?: string; id?: string; with?: Record<string, unknown> };
type Workflow = {
  on: Record<string, unknown>;
  env: Record<string, string>;
  jobs: { publish: { steps: Step[] } };
};

const workflow = parse(publishWorkflow({ repository: 'someone/broadsheet', version: 'abc123' })) as Workflow;
const { steps } = workflow.jobs.publish;

test('runs after a push, by hand, and on a schedule, with the product at one version', () => {
  expect(Object.keys(workflow.on)).toEqual(['push', 'schedule', 'workflow_dispatch']);
  expect(workflow.env).toEqual({ BROADSHEET: 'someone/broadsheet', VERSION: 'abc123' });
  expect(steps.flatMap(({ uses }) => uses?.replace(/@v\d+$/, '') ?? [])).toEqual([
    'actions/configure-pages',
    'actions/checkout',
    'actions/checkout',
    'actions/setup-node',
    'actions/upload-pages-artifact',
    'actions/deploy-pages',
  ]);
  const [paper, product] = steps.filter(({ uses }) => uses?.startsWith('actions/checkout'));
  expect([paper?.with, product?.with]).toEqual([
    { path: 'paper' },
    { repository: '${{ env.BROADSHEET }}', ref: '${{ env.VERSION }}', path: 'broadsheet' },
  ]);
  expect(steps.find(({ run }) => run?.includes('npm ci'))?.run).toContain('npm run build -- --data ../paper --base');
});

test('every step after the question is left out where there is nothing to publish', () => {
  const after = steps.slice(steps.findIndex(({ id }) => id === 'due') + 1);
  expect(new Set(after.map((step) => step.if))).toEqual(new Set(['steps.due.outputs.yes']));
});

describe('is there anything to publish?', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'broadsheet-workflow-'));
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** What the question answers after an event, where `curl` gives this text, or fails. */
  function answerTo(event: string, text?: string): string {
    const curl = join(folder, 'curl');
    writeFileSync(curl, text === undefined ? '#!/bin/sh\nexit 22\n' : `#!/bin/sh\necho "${text}"\n`);
    chmodSync(curl, 0o755);
    const output = join(folder, 'output');
    writeFileSync(output, '');
    const env = {
      PATH: `${folder}${delimiter}${process.env['PATH']}`,
      GITHUB_EVENT_NAME: event,
      GITHUB_OUTPUT: output,
      SITE: 'https://example.org',
    };
    execFileSync('bash', ['-e', '-c', steps.find(({ id }) => id === 'due')!.run!], { env, stdio: 'pipe' });
    return readFileSync(output, 'utf8').trim();
  }

  test.each([
    ['push', undefined, 'yes=yes'],
    ['workflow_dispatch', '2999-01-01T00:00Z', 'yes=yes'],
    ['schedule', undefined, ''],
    ['schedule', '2999-01-01T00:00+05:00', ''],
    ['schedule', '2026-01-01T00:00+05:00', 'yes=yes'],
  ])('after %s, with %s', (event, text, answer) => {
    expect(answerTo(event, text)).toBe(answer);
  });
});
