/** Parts a mailbox (mbox, RFC 4155) into its messages while it is read: only one is held at a time. */

export type MboxMessage = {
  /** Where it begins, counted from 1. */
  line: number;
  /** Undefined for one that is too large. */
  bytes: Buffer | undefined;
};

const usualLimit = 64 * 1024 * 1024;

/** A field of the header of a message (RFC 5322, 2.2). */
export const headerField = /^[!-9;-~]+:/;

/** A file that does not begin with the line "From …" is one message. */
export async function* messagesIn(pieces: AsyncIterable<Buffer>, limit = usualLimit): AsyncIterable<MboxMessage> {
  const parts = new Parts(limit);
  let held = '';
  for await (const piece of pieces) {
    // One character a byte: how the letters are encoded, each part of a message says for itself.
    const lines = (held + piece.toString('latin1')).split('\n');
    held = lines.pop()!;
    for (const line of lines) parts.take(`${line}\n`);
    if (held.length > limit) held = held.slice(0, limit + 1);
    yield* parts.whole.splice(0);
  }
  parts.take(held);
  parts.end();
  yield* parts.whole.splice(0);
}

class Parts {
  readonly whole: MboxMessage[] = [];
  readonly #limit: number;
  #number = 0;
  #isMbox = false;
  #begins = 1;
  #size = 0;
  #lines: string[] = [];
  /** A line "From …", which parts two messages if the header of one follows it. */
  #from: string | undefined;

  constructor(limit: number) {
    this.#limit = limit;
  }

  take(line: string): void {
    this.#number += 1;
    if (this.#number === 1) this.#isMbox = line.startsWith('From ');
    const from = this.#from;
    this.#from = undefined;
    if (from !== undefined && headerField.test(line)) this.#part(this.#number - 1);
    else if (from !== undefined) this.#add(from);
    if (this.#isMbox && line.startsWith('From ')) this.#from = line;
    else this.#add(this.#isMbox ? line.replace(/^>(?=>*From )/, '') : line);
  }

  end(): void {
    if (this.#from !== undefined) this.#add(this.#from);
    this.#part(this.#number);
  }

  #add(line: string): void {
    // An empty line would be the end of the header.
    if (this.#size === 0 && line.trim() === '') return;
    this.#size += line.length;
    if (this.#size <= this.#limit) this.#lines.push(line);
    else this.#lines = [];
  }

  #part(next: number): void {
    const bytes = this.#size <= this.#limit ? Buffer.from(this.#lines.join(''), 'latin1') : undefined;
    if (this.#size > 0) this.whole.push({ line: this.#begins, bytes });
    this.#begins = next;
    this.#size = 0;
    this.#lines = [];
  }
}
