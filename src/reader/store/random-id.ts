/** 128 random bits as 32 letters and digits. */
// Not `randomUUID`: that is missing on a page served without TLS, as on a phone that reads from a laptop.
export const randomId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
