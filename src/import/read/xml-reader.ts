/**
 * Reads foreign XML as a stream (XML 1.0 with namespaces). A DOCTYPE is refused before any of it is read, so there are
 * no entities but those that XML and HTML name. Errors get a note with line and column: the reading goes on where the
 * elements stay clear, and ends elsewhere.
 */
import { decodeHTMLStrict } from 'entities/decode';
import { SaxesParser, type SaxesTagNS } from 'saxes';
import { BareAmpersands } from './bare-ampersands.ts';
import type { Note } from '../item.ts';
import { Refusal } from '../format.ts';
import type { XmlElement } from './xml-element.ts';

const deepest = 100;
/** The most errors that are noted for one item. */
const mostSlips = 5;

/** What a name stands for in HTML: feeds use such names without declaring them. Undefined for a name that HTML has not. */
const references = new Proxy<Record<string, string>>(
  {},
  {
    get(_, name) {
      const reference = `&${String(name)};`;
      const text = decodeHTMLStrict(reference);
      return text === reference ? undefined : text;
    },
  },
);

export type XmlEvents = {
  /** An element opens; `open` are its ancestors, outermost first. */
  opens(element: XmlElement, open: readonly XmlElement[]): void;
  /** Whether the closed element is kept in its parent; one that was handled need not be. */
  closes(element: XmlElement, open: readonly XmlElement[]): boolean;
};

// oxlint-disable-next-line no-control-regex
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;
const everyControl = new RegExp(controls, 'g');

export class XmlReader {
  readonly #parser = new SaxesParser({ xmlns: true, position: true });
  readonly #open: XmlElement[] = [];
  readonly #events: XmlEvents;
  /** Errors and control characters since the last call of `slips()`. */
  #slips: Note[] = [];
  #controls = 0;
  #holdsControls = false;
  readonly #ampersands = new BareAmpersands();
  #piece = '';
  #before = 0;

  constructor(events: XmlEvents) {
    this.#events = events;
    const parser = this.#parser;
    parser.ENTITIES = references;
    parser.on('doctype', () =>
      this.#fail('I102', 'A DOCTYPE is not accepted: it can define entities that are bombs or read files. Remove it.'),
    );
    parser.on('error', ({ message }) => this.#judge(message.replace(/^\d+:\d+: /, '')));
    parser.on('opentag', (tag) => this.#openTag(tag));
    parser.on('closetag', () => this.#closeTag());
    parser.on('text', (text) => this.#text(text));
    parser.on('cdata', (text) => this.#text(text));
  }

  /** Throws a `Refusal` where the XML cannot be parsed any further. */
  write(piece: string): void {
    this.#holdsControls ||= controls.test(piece);
    this.#parse(this.#ampersands.escaped(piece, (before) => this.#bareAmpersand(before)));
  }

  close(): void {
    this.#parse(this.#ampersands.rest((before) => this.#bareAmpersand(before)));
    this.#parser.close();
  }

  /** The errors since the last call, as notes on the item in which they stand. */
  slips(): Note[] {
    const slips = this.#slips.slice(0, mostSlips);
    if (this.#controls > 0) {
      slips.push({
        code: 'I103',
        message: `${this.#controls} control characters, which XML does not allow, were taken out.`,
      });
    }
    this.#slips = [];
    this.#controls = 0;
    return slips;
  }

  #parse(piece: string): void {
    this.#before += this.#piece.length;
    this.#piece = piece;
    this.#parser.write(piece);
  }

  #bareAmpersand(before: string): void {
    const line = this.#parser.line + before.split('\n').length - 1;
    if (this.#slips.length < mostSlips)
      this.#slips.push({
        code: 'I101',
        line,
        message: `Not well-formed XML on line ${line}: an "&" that is no reference. It was read as "&amp;".`,
      });
  }

  /** Throwing from within the parser ends it: nothing of what follows is read. */
  #fail(code: string, message: string): never {
    throw new Refusal(code, message, this.#parser.line, this.#parser.column);
  }

  #judge(message: string): void {
    // XML does not allow control characters, but WordPress writes them: they are counted when the text is read.
    if (this.#holdsControls && message === 'disallowed character.') return;
    const { line, column } = this.#parser;
    const shown = `${message.replace(/\.$/, '')}, at "${this.#around()}"`;
    if (/^unclosed tag|^unexpected end|^document must contain a root/i.test(message)) {
      const inside = this.#open.at(-1);
      const where = inside ? `inside <${inside.name}>, which opens on line ${inside.line}` : 'before anything begins';
      this.#fail('I106', `The XML ends ${where}. It was cut short; export it again.`);
    } else if (/close tag|closing tag/i.test(message) && this.#open.length > 0) {
      this.#fail('I101', `Not well-formed XML at ${line}:${column}: ${shown}.`);
    } else
      this.#slips.push({
        code: 'I101',
        line,
        message: `Not well-formed XML at ${line}:${column}: ${shown}. It was read as far as it is clear.`,
      });
  }

  /** The last characters before the error. */
  #around(): string {
    const end = Math.max(0, this.#parser.position - this.#before);
    return this.#piece
      .slice(Math.max(0, end - 30), end)
      .replace(/\s+/g, ' ')
      .trim();
  }

  #openTag({ local, uri, prefix, attributes }: SaxesTagNS): void {
    if (this.#open.length >= deepest) {
      this.#fail('I101', `Elements stand in one another more than ${deepest} deep.`);
    }
    const named = new Map(Object.values(attributes).map(({ name, value }) => [name.toLowerCase(), this.#clean(value)]));
    const element = { name: local, space: uri, prefix, attributes: named, content: [], line: this.#parser.line };
    this.#events.opens(element, this.#open);
    this.#open.push(element);
  }

  #closeTag(): void {
    const element = this.#open.pop();
    if (element && this.#events.closes(element, this.#open)) this.#open.at(-1)?.content.push(element);
  }

  #clean(text: string): string {
    if (!this.#holdsControls || !controls.test(text)) return text;
    return text.replace(everyControl, () => {
      this.#controls += 1;
      return '';
    });
  }

  #text(written: string): void {
    const text = this.#clean(written);
    const content = this.#open.at(-1)?.content;
    if (!content) return;
    const last = content.length - 1;
    // CDATA is split where the text holds "]]>".
    if (typeof content[last] === 'string') content[last] += text;
    else content.push(text);
  }
}
