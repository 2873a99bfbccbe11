/** The published JSON Schemas say what the validator says. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { schemaFiles } from '../../src/press/schemas.ts';

const folder = 'public/schemas';

describe('public/schemas', () => {
  it.each([...schemaFiles()])('%s is as the validator has it', (name, text) => {
    // To write them again: node src/press/run.mjs src/press/schemas.ts
    expect(readFileSync(join(folder, name), 'utf8')).toBe(text);
  });

  it('holds no other file but the format of readers’ backups', () => {
    expect(readdirSync(folder).sort()).toEqual([...schemaFiles().keys(), 'backup.schema.json'].sort());
  });

  it.each([...schemaFiles()])('%s allows "$schema" and no key that is not named', (_name, text) => {
    const schema = JSON.parse(text);
    expect(schema).toMatchObject({ type: 'object', additionalProperties: false, properties: { $schema: {} } });
  });
});
