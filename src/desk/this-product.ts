/** Where this product comes from, so that a publication can name the version it is built with. */
import { execFileSync } from 'node:child_process';

export type Product = {
  /** "owner/name" on GitHub. */
  repository: string;
  /** A commit. */
  version: string;
};

/** What git knows of this checkout; what it does not know is left for the editor to write. */
export function thisProduct(): Product {
  const origin = /github\.com[/:]([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/.exec(git('remote', 'get-url', 'origin'))?.[1];
  return { repository: origin ?? 'OWNER/broadsheet', version: git('rev-parse', 'HEAD') || 'main' };
}

function git(...words: string[]): string {
  try {
    return execFileSync('git', words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return '';
  }
}
