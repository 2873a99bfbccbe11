/** Pages in memory: what an answer is taken for, and which of two answers stays. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { askAgain, forgetAll, pageFor, readPage, seed } from '../src/page-store.ts';
import { keptAtHeader } from '../src/publication/keeping.ts';
import { type FailedPageData, pageShape } from '../src/publication/page.ts';

const frame = { name: 'Paper', sections: [], foot: [], mustRead: [] };
const failed = { kind: 'failed', reason: 'offline', frame, head: { title: '' }, texts: {} } satisfies FailedPageData;
const data = (shape = pageShape) => JSON.stringify({ shape, kind: 'own', frame, head: { title: 'A' }, texts: {} });
const answer = (body: BodyInit, headers: Record<string, string> = {}) =>
  new Response(body, { headers: { 'content-type': 'application/json', ...headers } });

beforeEach(() => {
  vi.stubGlobal('document', { querySelector: () => null });
  vi.stubGlobal('navigator', { onLine: false });
});

afterEach(() => {
  forgetAll();
  vi.unstubAllGlobals();
});

type Request = { answer: (response: Response) => void; fail: (cause: Error) => void };

/** Requests are answered in the order in which the test does it. */
function heldRequests(): Request[] {
  const requests: Request[] = [];
  vi.stubGlobal('fetch', () => new Promise<Response>((resolve, fail) => requests.push({ answer: resolve, fail })));
  return requests;
}

test('a try that fails late leaves what a later one has brought', async () => {
  const requests = heldRequests();
  seed('/a/', failed);
  const tries = [askAgain('/a/'), askAgain('/a/')];
  requests[1]!.answer(answer(data()));
  await tries[1];
  requests[0]!.fail(new TypeError('Failed to fetch'));
  await tries[0];
  expect((await pageFor('/a/')).kind).toBe('own');
});

test('a copy of before, which this code cannot show, is for a document', async () => {
  const copy = () => answer(data(pageShape - 1), { [keptAtHeader]: '2026-11-01T00:00:00.000Z' });
  vi.stubGlobal('fetch', async () => copy());
  expect(await readPage('/a/')).toMatchObject({ kind: 'failed', reason: 'newer' });
});

test.each([
  [
    'breaks off is a line that was lost',
    () => new ReadableStream({ start: (body) => body.error(new TypeError('Lost')) }),
    'offline',
  ],
  ['is whole and no JSON is a server in trouble', () => '{"shape":1,', 'server'],
])('an answer that %s', async (_, body, reason) => {
  vi.stubGlobal('fetch', async () => answer(body()));
  expect(await readPage('/a/')).toMatchObject({ kind: 'failed', reason });
});
