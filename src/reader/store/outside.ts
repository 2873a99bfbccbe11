/**
 * What a publication keeps outside its database: throw-away values in localStorage and sessionStorage, and caches. All
 * their names begin with the base path, for other publications may share the origin.
 */

/** Forgets the values. Where storage is blocked there are none. */
export function forgetValues(base: string): void {
  for (const storage of ['localStorage', 'sessionStorage'] as const) {
    try {
      const values = window[storage];
      for (const key of Object.keys(values)) if (key.startsWith(`broadsheet:${base}:`)) values.removeItem(key);
    } catch {
      continue;
    }
  }
}

export async function forgetCaches(base: string): Promise<void> {
  if (!('caches' in window)) return;
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(`broadsheet:${base}`)).map((name) => caches.delete(name)));
}
