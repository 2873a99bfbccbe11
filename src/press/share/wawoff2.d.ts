/** What we use of wawoff2, which brings no types. */
declare module 'wawoff2' {
  /** WOFF2 in, the TrueType file inside it out. */
  export function decompress(woff2: Uint8Array): Promise<Uint8Array>;
}
