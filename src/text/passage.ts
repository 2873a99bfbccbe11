/**
 * Words of an article's body as W3C Web Annotation selectors: TextQuoteSelector (`exact` with up to 64 characters of
 * context on both sides, and up to 1000 on a side where the text has the like elsewhere), TextPositionSelector
 * (`start`, `end`: code points in the text of the body), and the number of the block (child of the body) they begin in.
 */
export type Passage = { exact: string; prefix: string; suffix: string; start: number; end: number; block: number };
