/**
 * Paints marks on the page by the CSS Custom Highlight API: the document is not changed, and another face, size or
 * theme needs nothing done. The looks of the highlights are in `marks.css`.
 */
import { type Colour, colours } from '../store/records.ts';

/** False in browsers that cannot paint without changing the text; there marks are only listed. */
export const canPaint = (): boolean => typeof Highlight === 'function' && 'highlights' in CSS;

export type Painted = { colour: Colour; range: Range };

export function paint(marks: readonly Painted[]): void {
  if (!canPaint()) return;
  for (const colour of colours) {
    const ranges = marks.flatMap((mark) => (mark.colour === colour ? [mark.range] : []));
    if (ranges.length > 0) CSS.highlights.set(`mark-${colour}`, new Highlight(...ranges));
    else CSS.highlights.delete(`mark-${colour}`);
  }
}

/** Shows where something is, above all marks, until it is called again; without a range, nowhere. */
export function point(range?: Range): void {
  if (!canPaint()) return;
  if (!range) {
    CSS.highlights.delete('mark-here');
    return;
  }
  const highlight = new Highlight(range);
  highlight.priority = 1;
  CSS.highlights.set('mark-here', highlight);
}
