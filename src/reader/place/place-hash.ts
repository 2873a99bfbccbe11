/** A link to an article with this leads to the reader's place in it. No part of a text has such a name. */
export const placeHash = '#:place';
