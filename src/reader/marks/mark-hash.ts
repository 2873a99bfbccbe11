/** A link to an article with this leads to one of the reader's marks in it. No part of a text has such a name. */
export const markHash = (id: string): string => `#:mark:${id}`;

export const markOfHash = (hash: string): string | undefined => /^#:mark:([0-9a-z]+)$/.exec(hash)?.[1];
