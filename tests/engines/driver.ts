/** What a walk asks of an engine, and no more: readers, their windows, and a hand on the mouse and the keys. */

export type Size = { width: number; height: number };

export type Point = { x: number; y: number };

/** An engine that runs. */
export type Engine = {
  /** Whether its windows know what their consoles said; where they do not, the server has to hear it. */
  tellsErrors: boolean;
  /** Somebody who was never here: with storage of their own. */
  newReader(): Promise<Reader>;
  /** The folder that files are saved to. */
  downloads: string;
  close(): Promise<void>;
};

export type Reader = {
  newWindow(size: Size): Promise<Window>;
  leave(): Promise<void>;
};

export type Window = {
  /** To an address, until all of it is loaded. */
  go(address: string): Promise<void>;
  reload(): Promise<void>;
  /** One step back in the history, whatever that leads to. */
  back(): Promise<void>;
  /** Calls a function in the page, with values that JSON can carry. */
  run<Values extends unknown[], Answer>(
    task: (...values: Values) => Answer | Promise<Answer>,
    ...values: Values
  ): Promise<Answer>;
  hover(point: Point): Promise<void>;
  click(point: Point): Promise<void>;
  drag(from: Point, to: Point): Promise<void>;
  /** A key by its name in `KeyboardEvent.key`, with `Control+` or `Shift+` before it. */
  press(key: string): Promise<void>;
  /** One key after another, letters of any script. */
  type(text: string): Promise<void>;
  resize(size: Size): Promise<void>;
  /** What its console has said in anger, and what nobody caught. */
  errors(): string[];
};

/** "Control+Enter" is Enter, held down after Control. */
export function keysOf(pressed: string): { held: string[]; key: string } {
  const parts = pressed.split(/\+(?=.)/);
  return { held: parts.slice(0, -1), key: parts.at(-1) ?? '' };
}

/** How long something is waited for that has to come, and how often it is looked for. */
export const patience = { timeout: 30_000, interval: 25 };

/** A drag goes in steps, as a hand does. */
const dragSteps = 8;

export function wayFrom(from: Point, to: Point): Point[] {
  return Array.from({ length: dragSteps }, (_, step) => {
    const part = (step + 1) / dragSteps;
    return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
  });
}
