/**
 * Tells reading from looking, out of what part of a text stood in the window and for how long. Pure: texts are counted
 * in characters, times in milliseconds.
 *
 * A run of reading begins where the reader arrives. Text that leaves the window at its top was read if it had stood
 * there long enough for a fast reader; if it had not, the reader skipped, and a new run begins where they have come to.
 */

/** Characters `from` up to `to` stand in the window, after those of the look before had stood there for `time`. */
export type Look = { from: number; to: number; time: number };

export type ReadText = {
  /** Characters, without the notes at its end. */
  length: number;
  /** The most characters a millisecond that are still read (`paceOf`). */
  pace: number;
};

export type Run = {
  /** Where it began, or the first it has gone back to since. */
  start: number;
  /** The furthest it has come. */
  end: number;
  /** What stands in the window now. */
  from: number;
  to: number;
  /** How long it has lasted. */
  time: number;
  /** How much of the text in the window has had its time; below zero where a little slipped by. */
  credit: number;
  /** Whether it follows on what had been read before, back to the beginning of the text. */
  whole: boolean;
  /** Whether it is reading by now, so that the place is where it is. */
  counts: boolean;
};

/** Less is a glance. */
const shortest = 10_000;

/** Silent reading at three times the usual speed is still reading; what is faster is searching. */
const fastest = 3;

/** `words` in a text of `length` characters: scripts differ in how long their words are. */
export const paceOf = (length: number, words: number, wordsPerMinute: number): number =>
  ((length / Math.max(1, words)) * wordsPerMinute * fastest) / 60_000;

/** The run after another look; `reach` is how far into the text the reader had come before this run. */
export function attend(run: Run | undefined, look: Look, text: ReadText, reach: number): Run {
  const { from, to, time } = look;
  const window = to - from;
  if (!run) return begun(look, reach);
  const before = run.to - run.from;
  const spent = before > 0 ? time : 0;
  // Nobody reads more than there is to be seen, however long they look.
  const passed = from - run.from;
  const credit = Math.min(run.credit + spent * text.pace, before) - passed;
  // A line or two may slip by unread; going back by more than the window is going elsewhere.
  if (credit < -before / 8 || run.end - from > Math.max(before, window)) return begun(look, reach);
  const start = Math.min(run.start, from);
  const lasted = run.time + spent;
  return {
    ...run,
    start,
    end: Math.max(run.end, from),
    from,
    to,
    time: lasted,
    credit: Math.min(credit, window),
    counts: run.counts || (lasted >= shortest && from - start >= window / 4 && window > 0),
  };
}

const begun = ({ from, to }: Look, reach: number): Run => ({
  start: from,
  end: from,
  from,
  to,
  time: 0,
  credit: 0,
  whole: from <= Math.max(reach, 0) + (to - from),
  counts: false,
});

/** Whether the run has come to the end of the text, with nothing skipped and time for the last words too. */
export const isAtEnd = (run: Run, text: ReadText): boolean =>
  run.whole && run.time >= shortest && run.to >= text.length && run.to > run.from && run.credit >= run.to - run.from;

/** Whether the run began with the first words of the text. */
export const isFromStart = (run: Run): boolean => run.start <= (run.to - run.from) / 2;
