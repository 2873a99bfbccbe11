/** Values in localStorage, for whoever can do without them: it may be blocked or full, and nothing is thrown then. */

/** The value, null where there is none, undefined where storage is blocked. */
export function readValue(key: string): string | null | undefined {
  try {
    return localStorage.getItem(key);
  } catch {
    return undefined;
  }
}

/** Answers whether the value is there now. */
export function writeValue(key: string, value: string): boolean {
  try {
    if (localStorage.getItem(key) !== value) localStorage.setItem(key, value);
    return true;
  } catch {
    return false;
  }
}

/** Answers whether there is none now. */
export function forgetValue(key: string): boolean {
  try {
    localStorage.removeItem(key);
    return true;
  } catch {
    return false;
  }
}
