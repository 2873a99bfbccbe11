/** A line of progress on the terminal while files are read; nothing is written where the stream is no terminal. */
import type { WriteStream } from 'node:tty';
import { printable } from '../../press/content/problems.ts';
import type { ReadProgress } from '../read-all.ts';

const everyMilliseconds = 100;

export function progressLine(stream: Pick<WriteStream, 'write' | 'isTTY' | 'columns'>): {
  show: ReadProgress;
  clear(): void;
} {
  if (!stream.isTTY) return { show: () => {}, clear: () => {} };
  let last = 0;
  return {
    show(file, part, found) {
      const now = performance.now();
      if (now - last < everyMilliseconds) return;
      last = now;
      const line = `${Math.min(100, Math.floor(part * 100))} %  ${found.toLocaleString('en')} found  ${file}`;
      stream.write(`\r\u001b[K${printable(line).slice(0, (stream.columns || 80) - 1)}`);
    },
    clear() {
      if (last > 0) stream.write('\r\u001b[K');
    },
  };
}
