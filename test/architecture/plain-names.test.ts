import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';
import * as contract from '../../libs/contract/src/index.ts';

const libs = resolve(import.meta.dirname, '../../libs');
/** What people read as the name of somebody or something. */
const NAMES: ReadonlySet<string> = new Set(['name', 'title', 'label', 'recipient', 'purpose']);
const DECEIVING = 'Rosa \u202Ednil\u202C';

/** The schemas that controllers check bodies by. */
const bodies = [
  ...new Set(
    readdirSync(libs, { recursive: true, encoding: 'utf8' })
      .filter((path) => /\/src\/.*\.controller\.ts$/.test(path))
      .flatMap((path) => [...readFileSync(join(libs, path), 'utf8').matchAll(/@Body\(\{ schema: (\w+)/g)])
      .map(([, name = '']) => name),
  ),
].sort();

/** Every field of a schema with its path, also those within lists, choices and what may be left out. */
function fieldsOf(schema: z.ZodType, path: string): (readonly [string, z.ZodType])[] {
  if (schema instanceof z.ZodObject) {
    return Object.entries(schema.shape as Record<string, z.ZodType>).flatMap(([key, field]) => [
      [`${path}.${key}`, field] as const,
      ...fieldsOf(field, `${path}.${key}`),
    ]);
  }
  const {
    innerType,
    element,
    options,
    in: first,
  } = schema.def as {
    innerType?: z.ZodType;
    element?: z.ZodType;
    options?: z.ZodType[];
    in?: z.ZodType;
  };
  return [innerType, element, first, ...(options ?? [])].flatMap((inner) => (inner ? fieldsOf(inner, path) : []));
}

it('every name, title and label of a body is a plain name', () => {
  const all = contract as unknown as Readonly<Record<string, z.ZodType | undefined>>;
  const names = bodies.flatMap((body) => {
    const schema = all[body];
    if (!schema) throw new Error(`The contract has no ${body}.`);
    return fieldsOf(schema, body).filter(([path]) => NAMES.has(path.slice(path.lastIndexOf('.') + 1)));
  });
  expect(bodies.length).toBeGreaterThan(30);
  expect(names.map(([path]) => path)).toEqual(
    expect.arrayContaining(['acceptInvitation.name', 'countyBody.name', 'givenTo.recipient', 'newDraftBody.title']),
  );
  expect(names.filter(([, field]) => field.safeParse(DECEIVING).success).map(([path]) => path)).toEqual([]);
  expect(names.filter(([, field]) => !field.safeParse('Rosa Lind').success).map(([path]) => path)).toEqual([]);
});
