/** Removes what nobody can read from text: control characters, lone surrogates, U+FFFD. What was removed is counted. */
import type { Note } from '../item.ts';
import { counted } from '../codes.ts';

/** The characters of Windows-1252 at 0x80-0x9F, where text that was decoded as ISO-8859-1 has its quotes and dashes. */
const windows = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

// oxlint-disable-next-line no-control-regex
const suspect = /[\u0000-\u0008\u000b\u000c\u000d\u000e-\u001f\u007f-\u009f\ufffd\ud800-\udfff]/;
// oxlint-disable-next-line no-control-regex
const controls = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/g;
const turning = /[\u202a-\u202e\u2066-\u2069]/g;
const mojibake = /â€[\u0098-\u009d™œ˜“”¦\u00a0]|Ã[\u0080-\u00bf©¨¼¶¤±]|Ø§Ù|Ð¸Ð/;

/** Cleans the texts of one item, and notes at the end what was done. */
export class Cleaner {
  #controls = 0;
  #broken = 0;
  #turning = 0;
  #mojibake: string | undefined;

  /** A text of several lines. */
  text(written: string): string {
    this.#look(written);
    if (!suspect.test(written)) return written;
    return written
      .replace(/\r\n?|\u0085/g, '\n')
      .replace(/[\v\f]/g, ' ')
      .replace(controls, (character) => this.#control(character))
      .replace(/\p{Surrogate}|\ufffd/gu, () => {
        this.#broken += 1;
        return '';
      });
  }

  /** One line of plain words: line ends and tabs become spaces. */
  line(written: string): string {
    const plain = this.text(written)
      .replace(/\s*[\n\r\t]\s*/g, ' ')
      .trim();
    return this.#balanced(plain) ? plain : this.unturned(plain);
  }

  /** Without the characters that turn the direction of text invisibly. */
  unturned(text: string): string {
    return text.replace(turning, () => {
      this.#turning += 1;
      return '';
    });
  }

  /** Whether every embedding and isolate is closed, and nothing is overridden. */
  #balanced(text: string): boolean {
    const open: string[] = [];
    for (const [character] of text.matchAll(turning)) {
      if (character === '\u202d' || character === '\u202e') return false;
      if (character === '\u202a' || character === '\u202b') open.push('\u202c');
      else if (character >= '\u2066' && character <= '\u2068') open.push('\u2069');
      else if (open.pop() !== character) return false;
    }
    return open.length === 0;
  }

  #control(character: string): string {
    const code = character.charCodeAt(0);
    const meant = code >= 0x80 && code <= 0x9f ? windows[code - 0x80] : undefined;
    this.#controls += 1;
    return meant === undefined || meant === character ? '' : meant;
  }

  #look(text: string): void {
    this.#mojibake ??= mojibake.exec(text)?.[0];
  }

  notes(): Note[] {
    const notes: Note[] = [];
    const tell = (number: number, code: string, what: string) => {
      if (number > 0) notes.push({ code, message: `${counted(number, 'character')} ${what}` });
    };
    tell(this.#controls, 'I210', 'of control taken out or put right');
    tell(this.#turning, 'I211', 'turning the direction of text unseen taken out');
    tell(this.#broken, 'I109', 'that nobody can read any more taken out');
    if (this.#mojibake !== undefined) {
      const message = `"${this.#mojibake}" looks like text decoded wrongly before it came here; left as it is`;
      notes.push({ code: 'I110', message });
    }
    return notes;
  }
}
