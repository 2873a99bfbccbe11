/** A command in this process, with what it printed. */
import { vi } from 'vitest';

export type Answer = { code: number; out: string; err: string };

export async function printedBy(run: () => Promise<number>): Promise<Answer> {
  const printed = { out: '', err: '' };
  const out = vi.spyOn(process.stdout, 'write').mockImplementation((text) => ((printed.out += String(text)), true));
  const err = vi.spyOn(process.stderr, 'write').mockImplementation((text) => ((printed.err += String(text)), true));
  try {
    return { code: await run(), ...printed };
  } finally {
    out.mockRestore();
    err.mockRestore();
  }
}
