import type { Client } from 'pg';

interface Column {
  readonly name: string;
  readonly type: string;
  /** The text of a CHECK on this column alone, or empty. */
  readonly check: string;
}

const columnsOf = `
  SELECT a.attname::text AS name, format_type(a.atttypid, a.atttypmod) AS type,
         coalesce((SELECT pg_get_constraintdef(c.oid) FROM pg_constraint c
                    WHERE c.contype = 'c' AND c.conrelid = a.attrelid AND c.conkey = array[a.attnum] LIMIT 1), '') AS check
    FROM pg_attribute a WHERE a.attrelid = $1::regclass AND a.attnum > 0 AND NOT a.attisdropped AND a.attnotnull`;

const samples: Readonly<Record<string, string>> = {
  uuid: 'gen_random_uuid()',
  text: `'x'`,
  'text[]': `array['x']`,
  'uuid[]': `'{}'`,
  'integer[]': `'{}'`,
  'double precision': '0.5',
  integer: '1',
  bigint: '1',
  boolean: 'false',
  jsonb: `'{}'`,
  bytea: `'\\x00'`,
  date: `'2026-01-01'`,
  'timestamp with time zone': 'now()',
};

/**
 * INSERT of one row that a table accepts as far as types and checks go, in the county `$1`. What it refers to need not
 * exist: a superuser inserts it with foreign keys off. Throws for a type that has no sample here.
 */
export async function anyRow(client: Client, table: string): Promise<string> {
  const { rows: columns } = await client.query<Column>(columnsOf, [table]);
  const values = columns.map(({ name, type, check }) => {
    if (name === 'county_id') return '$1::uuid';
    const allowed = /ARRAY\[('[^']*')/.exec(check)?.[1];
    const value = allowed ?? samples[type];
    if (value === undefined) throw new Error(`${table}.${name} is of a type without a sample: ${type}`);
    return value;
  });
  return `INSERT INTO ${table} (${columns.map(({ name }) => name).join(', ')}) VALUES (${values.join(', ')})`;
}
