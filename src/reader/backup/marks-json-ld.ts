/**
 * Marks as JSON-LD after the W3C Web Annotation Data Model (https://www.w3.org/TR/annotation-model/): a collection with
 * one page. The positions are code points in the text of the article's body.
 */
import type { Mark } from '../store/records.ts';
import { articleOf, inReadingOrder } from './mark-address.ts';

export function marksJsonLd(marks: readonly Mark[], publication: string, label: string): string {
  const items = inReadingOrder(marks).map((mark) => annotationOf(mark, publication));
  const collection = {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: `${publication}#marks`,
    type: 'AnnotationCollection',
    label,
    total: items.length,
    first: { id: `${publication}#marks-1`, type: 'AnnotationPage', startIndex: 0, items },
  };
  return `${JSON.stringify(collection, undefined, 2)}\n`;
}

function annotationOf(mark: Mark, publication: string): object {
  const { id, about, passage, note, colour, made, changed } = mark;
  const { exact, prefix, suffix, start, end } = passage;
  const source = articleOf(mark, publication);
  const hasNote = note.trim() !== '';
  return {
    id: `${source}#mark-${encodeURIComponent(id.replaceAll(/[\ud800-\udfff]/gu, '\ufffd'))}`,
    type: 'Annotation',
    motivation: hasNote ? 'commenting' : 'highlighting',
    created: made,
    modified: changed,
    body: [
      ...(hasNote ? [{ type: 'TextualBody', purpose: 'commenting', format: 'text/plain', value: note }] : []),
      { type: 'TextualBody', purpose: 'tagging', value: colour },
    ],
    target: {
      type: 'SpecificResource',
      source: {
        id: source,
        type: 'Text',
        format: 'text/html',
        ...(about.lang && { language: about.lang }),
        'schema:headline': about.headline,
      },
      selector: [
        { type: 'TextQuoteSelector', exact, prefix, suffix },
        { type: 'TextPositionSelector', start, end },
      ],
    },
  };
}
