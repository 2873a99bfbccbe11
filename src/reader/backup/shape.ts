/**
 * Takes from a value what a shape knows, into fresh objects. A shape is a JSON Schema (draft 7) of few words, so that
 * the published schema and what a backup is read by are one thing. Fields that a shape does not know are left behind.
 */
import { isTime } from '../store/records.ts';

export type Shape = {
  description?: string;
  type?: 'object' | 'array' | 'string' | 'integer' | 'number' | 'boolean';
  const?: string | number;
  enum?: readonly string[];
  format?: 'date-time';
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  properties?: { readonly [name: string]: Shape };
  required?: readonly string[];
  /** Of the fields that are not in `properties`. */
  additionalProperties?: Shape;
  propertyNames?: { pattern: string };
  items?: Shape;
  anyOf?: readonly Shape[];
  if?: { required: readonly string[] };
  then?: Shape;
  else?: Shape;
};

/** A value does not fit; `path` is where, such as "passage.start". */
export class Misfit extends Error {
  override readonly name = 'Misfit';
  readonly path: string;

  constructor(path: string) {
    super(`Does not fit: ${path}`);
    this.path = path;
  }
}

/** A copy of what fits; fails with `Misfit`. */
export function fitted(shape: Shape, value: unknown, path = ''): unknown {
  if (shape.if) {
    const suits = isFields(value) && shape.if.required.every((name) => value[name] !== undefined);
    const chosen = suits ? shape.then : shape.else;
    return chosen ? fitted(chosen, value, path) : value;
  }
  if (shape.anyOf) {
    const fits = shape.anyOf.find((each) => isFit(each, value));
    if (!fits) throw new Misfit(path);
    return fitted(fits, value, path);
  }
  if (shape.type === 'object') return fittedFields(shape, value, path);
  if (shape.type === 'array') {
    if (!Array.isArray(value)) throw new Misfit(path);
    return value.map((each, at) => fitted(shape.items ?? {}, each, `${path}[${at}]`));
  }
  if (!isPlain(shape, value)) throw new Misfit(path);
  return value;
}

export function isFit(shape: Shape, value: unknown): boolean {
  try {
    fitted(shape, value);
    return true;
  } catch (error) {
    if (error instanceof Misfit) return false;
    throw error;
  }
}

function fittedFields(shape: Shape, value: unknown, path: string): object {
  if (!isFields(value) || Array.isArray(value)) throw new Misfit(path);
  const { properties = {}, required = [], additionalProperties } = shape;
  const inside = (name: string) => (path ? `${path}.${name}` : name);
  const fields: [string, unknown][] = [];
  for (const [name, fieldShape] of Object.entries(properties)) {
    const field = Object.hasOwn(value, name) ? value[name] : undefined;
    if (field !== undefined) fields.push([name, fitted(fieldShape, field, inside(name))]);
    else if (required.includes(name)) throw new Misfit(inside(name));
  }
  if (additionalProperties) {
    const names = new RegExp(shape.propertyNames?.pattern ?? '', 'u');
    for (const [name, field] of Object.entries(value)) {
      if (Object.hasOwn(properties, name)) continue;
      if (!names.test(name)) throw new Misfit(inside(name));
      fields.push([name, fitted(additionalProperties, field, inside(name))]);
    }
  }
  // Defines each field, so that one called "__proto__" is a field like any other.
  return Object.fromEntries(fields);
}

function isPlain(
  { type, maxLength = Infinity, minimum = -Infinity, maximum = Infinity, ...shape }: Shape,
  value: unknown,
) {
  if (shape.const !== undefined && value !== shape.const) return false;
  if (shape.enum && !shape.enum.some((each) => each === value)) return false;
  if (shape.format && !isTime(value)) return false;
  switch (type) {
    case 'string':
      return typeof value === 'string' && value.length <= maxLength;
    case 'boolean':
      return typeof value === 'boolean';
    case 'integer':
      return Number.isInteger(value) && Number(value) >= minimum && Number(value) <= maximum;
    case 'number':
      return Number.isFinite(value) && Number(value) >= minimum && Number(value) <= maximum;
    default:
      return true;
  }
}

const isFields = (value: unknown): value is { [name: string]: unknown } => typeof value === 'object' && value !== null;
