import { z } from 'zod';

/** What a field tells of a person with a record. */
export type PersonalKind = 'name' | 'identifier' | 'birth' | 'case' | 'history';

const personalData = z.registry<{ readonly what: PersonalKind }>();

/**
 * Marks a field of an answer that tells something of a person with a record. A route whose answer has such a field has to
 * declare what it reads, or the api does not start.
 */
export function personal<S extends z.ZodType>(what: PersonalKind, schema: S): S {
  personalData.add(schema, { what });
  return schema;
}

/** The places of a schema where personal data stands, as `items/name`; none where an answer tells of nobody. */
export function personalFields(schema: z.ZodType): string[] {
  const found: string[] = [];
  const look = (one: z.core.$ZodType, path: string, above: readonly z.core.$ZodType[]): void => {
    // A schema that holds itself is looked at once on the way down.
    if (above.includes(one)) return;
    const below = [...above, one];
    const kind = personalData.get(one as z.ZodType);
    if (kind) found.push(`${path}: ${kind.what}`);
    for (const [name, part] of partsOf(one))
      look(part, name === '' ? path : path === '' ? name : `${path}/${name}`, below);
  };
  look(schema, '', []);
  return [...new Set(found)];
}

type Part = readonly [name: string, schema: z.core.$ZodType];

/** The schemas that one is made of. Throws where a kind of schema is not known: nothing may hide behind it. */
function partsOf(schema: z.core.$ZodType): Part[] {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'object':
      return Object.entries(def.shape);
    case 'array':
      return [['', def.element]];
    case 'record':
      return [['', def.valueType]];
    case 'union':
      return def.options.map((option): Part => ['', option]);
    case 'tuple':
      return [...def.items, ...(def.rest ? [def.rest] : [])].map((item): Part => ['', item]);
    case 'intersection':
      return [
        ['', def.left],
        ['', def.right],
      ];
    case 'optional':
    case 'nullable':
    case 'default':
    case 'prefault':
    case 'nonoptional':
    case 'readonly':
    case 'catch':
      return [['', def.innerType]];
    case 'pipe':
      return [
        ['', def.in],
        ['', def.out],
      ];
    case 'lazy':
      return [['', def.getter()]];
    case 'string':
    case 'number':
    case 'bigint':
    case 'boolean':
    case 'null':
    case 'undefined':
    case 'void':
    case 'literal':
    case 'enum':
    case 'date':
    case 'unknown':
    case 'any':
    case 'custom':
    case 'transform':
      return [];
    case 'success':
    case 'symbol':
    case 'nan':
    case 'never':
    case 'template_literal':
      return [];
    case 'file':
    case 'function':
    case 'map':
    case 'promise':
    case 'set':
      throw new Error(`Nobody has said what a schema of the kind ${def.type} is made of.`);
  }
}
