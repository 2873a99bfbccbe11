/** The hostile texts and the examples of Markdown in a folder of corpora. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const dompurify = 'xss/dompurify.jsonl';
const lists = 'xss/patt';
const specification = 'commonmark/spec.json';

/** Whether the hostile texts are there. */
export const hasPayloads = (folder: string): boolean => corporaFaults(folder) === undefined;

/** What the folder lacks, in words; undefined where it is whole. */
export function corporaFaults(folder: string): string | undefined {
  const missing = [dompurify, lists, specification].filter((path) => !existsSync(join(folder, path)));
  return missing.length === 0 ? undefined : `--corpora: ${folder} has no ${missing.join(', no ')}.`;
}

/** Every payload once. */
export function payloadsIn(folder: string): string[] {
  const text = (path: string) => readFileSync(join(folder, path), 'utf8');
  const written = (line: string) => line.trim() !== '';
  const fromDompurify = text(dompurify)
    .split('\n')
    .filter(written)
    .map((line) => (JSON.parse(line) as { payload: string }).payload);
  const fromLists = readdirSync(join(folder, lists))
    .sort()
    .flatMap((name) => text(join(lists, name)).split(/\r?\n/));
  return [...new Set([...fromDompurify, ...fromLists].filter(written))];
}

export type Example = { markdown: string; html: string };

export const examplesIn = (folder: string): Example[] =>
  JSON.parse(readFileSync(join(folder, specification), 'utf8')) as Example[];
