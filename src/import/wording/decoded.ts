/** A part of an address as it is read: "%C3%A9" is "é". What is no escape, or none of UTF-8, stays as it is written. */
export function decoded(written: string): string {
  try {
    return decodeURIComponent(written);
  } catch {
    return written;
  }
}
