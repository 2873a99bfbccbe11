/** Addresses in content that lead to other places: which schemes are allowed, and which are advised against. */
import { type Finding, type Path, quoted } from './problems.ts';

/** What is wrong with the URL at `path`: a scheme that is not allowed (A401), or http where https is better (W504). */
export function urlFindings(path: Path, value: unknown, schemes: readonly string[]): Finding[] {
  if (typeof value !== 'string') return [];
  const scheme = URL.canParse(value) ? new URL(value).protocol.slice(0, -1) : '';
  // oxlint-disable-next-line no-control-regex
  if (!schemes.includes(scheme) || /[\s\u0000-\u001f]/.test(value)) {
    const what = scheme === '' ? 'is not a whole address' : 'has a scheme that is not allowed';
    const message = `${quoted(value)} ${what}. Write ${schemes.map((name) => `${name}:`).join(' or ')}, such as https://example.org/page.`;
    return [{ path, code: 'A401', severity: 'error', message }];
  }
  if (scheme !== 'http') return [];
  const message = `${quoted(value)} is not encrypted. Use https: if the other side has it.`;
  return [{ path, code: 'W504', severity: 'warning', message }];
}
