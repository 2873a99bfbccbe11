/** `_headers` and `_redirects` of a built site, read as the hosts that know them do. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export type HostRules = {
  /** Headers of an answer, by the path that was asked for. */
  headersFor(path: string): Record<string, string>;
  /** Where a path has moved to. */
  movedTo(path: string): string | undefined;
};

/** No rules where the folder has no such files. */
export function hostRules(folder: string): HostRules {
  const headers = headerRules(textOf(join(folder, '_headers')));
  const moved = new Map(
    textOf(join(folder, '_redirects'))
      .split('\n')
      .map((line) => line.trim().split(/\s+/))
      .flatMap(([from, to]) => (from && to ? [[from, to] as const] : [])),
  );
  return {
    headersFor: (path) =>
      Object.assign({}, ...headers.filter(({ matches }) => matches(path)).map((rule) => rule.headers)),
    movedTo: (path) => moved.get(path) ?? moved.get(path.replace(/\/$/, '')) ?? moved.get(`${path}/`),
  };
}

type HeaderRule = { matches: (path: string) => boolean; headers: Record<string, string> };

/** A line that begins at the margin is a path, those set in below it are its headers. */
function headerRules(text: string): HeaderRule[] {
  const rules: HeaderRule[] = [];
  for (const line of text.split('\n')) {
    const header = /^\s+([\w-]+):\s*(.*)$/.exec(line);
    if (header?.[1] && header[2] !== undefined) Object.assign(rules.at(-1)?.headers ?? {}, { [header[1]]: header[2] });
    else if (line.trim() !== '') rules.push({ matches: pathMatcher(line.trim()), headers: {} });
  }
  return rules;
}

function pathMatcher(pattern: string): (path: string) => boolean {
  if (!pattern.endsWith('*')) return (path) => path === pattern;
  return (path) => path.startsWith(pattern.slice(0, -1));
}

const textOf = (file: string): string => (existsSync(file) ? readFileSync(file, 'utf8') : '');
