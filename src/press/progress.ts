/** How far a long job is, on one line of a terminal; nothing at all where there is none, as in CI. */
import type { WriteStream } from 'node:tty';

export type Progress = {
  /** One more is done. */
  step: () => void;
  /** Takes the line away. */
  end: () => void;
};

/** Milliseconds between two tellings, and before the first: what is short is not worth a line. */
const pause = 250;
const firstPause = 1500;

/** `doing` is what is done to how many of what: "Reading", "articles". */
export function progress(
  doing: string,
  total: number,
  what: string,
  out: Pick<WriteStream, 'isTTY' | 'write'> = process.stderr,
  now: () => number = () => performance.now(),
): Progress {
  if (!out.isTTY || process.env['CI']) return { step() {}, end() {} };
  const started = now();
  let [done, told] = [0, started + firstPause - pause];
  let written = false;
  return {
    step() {
      done += 1;
      const time = now();
      if (time - told < pause) return;
      told = time;
      written = true;
      const left = Math.ceil(((time - started) / done) * ((total - done) / 1000));
      out.write(
        `\r\u001b[K${doing} ${done.toLocaleString('en')} of ${total.toLocaleString('en')} ${what}, ${left} s left`,
      );
    },
    end() {
      if (written) out.write('\r\u001b[K');
    },
  };
}
