/** Looks into parsed JSON that may have any shape. */
import type { Path } from './problems.ts';

/** The value at a path, undefined where the way ends before. */
export const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (inner, key) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined),
    value,
  );

/** The entries of a list, none where there is no list. */
export const listAt = (value: unknown, key: string): unknown[] => {
  const list = valueAt(value, [key]);
  return Array.isArray(list) ? list : [];
};
