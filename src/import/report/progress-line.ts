/** One line on a terminal that says how far the reading is; nothing where nobody watches. */
import type { WriteStream } from 'node:tty';
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
      // oxlint-disable-next-line no-control-regex
      const plain = line.replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '?');
      stream.write(`\r\u001b[K${plain.slice(0, (stream.columns || 80) - 1)}`);
    },
    clear() {
      if (last > 0) stream.write('\r\u001b[K');
    },
  };
}
