/** The line that tells how far a build is. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { progress } from '../../src/press/progress.ts';

beforeEach(() => vi.stubEnv('CI', ''));
afterEach(() => vi.unstubAllEnvs());

function terminal(isTTY = true) {
  const lines: string[] = [];
  // oxlint-disable-next-line no-control-regex
  const write = (text: string) => lines.push(text.replace(/\r\u001b\[K/, '|')) > 0;
  let time = 0;
  return { lines, out: { isTTY, write }, now: () => time, wait: (milliseconds: number) => void (time += milliseconds) };
}

test('tells what is done and how long the rest will take, and goes away', () => {
  const { lines, out, now, wait } = terminal();
  const { step, end } = progress('Reading', 10_000, 'articles', out, now);
  for (let done = 0; done < 2000; done += 1) {
    wait(1);
    step();
  }
  expect(lines).toEqual([
    '|Reading 1,500 of 10,000 articles, 9 s left',
    '|Reading 1,750 of 10,000 articles, 9 s left',
    '|Reading 2,000 of 10,000 articles, 8 s left',
  ]);
  end();
  expect(lines.at(-1)).toBe('|');
});

test('says nothing of what is done at once', () => {
  const { lines, out, now, wait } = terminal();
  const { step, end } = progress('Reading', 20, 'articles', out, now);
  for (let done = 0; done < 20; done += 1) {
    wait(10);
    step();
  }
  end();
  expect(lines).toEqual([]);
});

test('is quiet where there is no terminal, and in CI', () => {
  const { lines, out, now, wait } = terminal(false);
  const nobody = progress('Reading', 2, 'articles', out, now);
  wait(10_000);
  nobody.step();
  nobody.end();
  vi.stubEnv('CI', 'true');
  const inCi = progress('Reading', 2, 'articles', { ...out, isTTY: true }, now);
  wait(10_000);
  inCi.step();
  expect(lines).toEqual([]);
});
