/** An address as a QR code (ISO/IEC 18004), which leads from paper back to the page. */
import { encode } from 'uqr';

/** A code that is drawn: the sides of its square in modules, the quiet zone around it among them, and its dark modules. */
export type DrawnCode = { size: number; path: string };

/** Level M: it is read with up to 15 % of it damaged. */
export function codeOf(address: string): DrawnCode {
  const { size, data } = encode(address, { ecc: 'M', border: 4 });
  return { size, path: data.map(pathOfRow).join('') };
}

/** Modules that touch are one rectangle: seams between them would be printed. */
function pathOfRow(row: readonly boolean[], y: number): string {
  const modules = row.map((isDark) => (isDark ? '#' : ' ')).join('');
  return [...modules.matchAll(/#+/g)]
    .map(({ index, 0: run }) => `M${index} ${y}h${run.length}v1h-${run.length}z`)
    .join('');
}
