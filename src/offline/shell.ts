/** The shells that this device has, each stored whole under one name. One origin may hold several publications. */

const prefix = (base: string): string => `broadsheet:${base}:shell:`;

export const shellName = (base: string, id: string): string => prefix(base) + id;

/** Oldest first. */
export async function shellNames(base: string): Promise<string[]> {
  const names = await caches.keys();
  return names.filter((name) => name.startsWith(prefix(base)));
}
