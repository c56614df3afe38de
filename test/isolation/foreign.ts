import { query } from '../support/database.ts';
import { notOfACounty } from './catalogue-faults.ts';

/** What tells a county's rows: ids and hashes, and texts that occur in no other county. */
export interface Marks {
  readonly tokens: ReadonlySet<string>;
  readonly texts: ReadonlySet<string>;
}

const told = `
  SELECT name AS text FROM person WHERE county_id = $1 UNION SELECT case_number FROM conviction WHERE county_id = $1
  UNION SELECT email FROM member WHERE county_id = $1 UNION SELECT email FROM invitation WHERE county_id = $1
  UNION SELECT file_name FROM import WHERE county_id = $1 UNION SELECT purpose FROM audit_export WHERE county_id = $1
  UNION SELECT purpose FROM annotated_export WHERE county_id = $1 UNION SELECT recipient FROM annotated_export WHERE county_id = $1
  UNION SELECT purpose FROM court_list WHERE county_id = $1 UNION SELECT recipient FROM court_list WHERE county_id = $1
  UNION SELECT dispositions->0->>'wording' FROM county_terms WHERE county_id = $1
  UNION SELECT sha256 FROM import WHERE county_id = $1 UNION SELECT history_digest FROM person WHERE county_id = $1
  UNION SELECT digest FROM bulk_review WHERE county_id = $1 UNION SELECT note FROM bulk_review WHERE county_id = $1
  UNION SELECT encode(leaf_hash, 'hex') FROM audit_entry WHERE county_id = $1`;

const uuidColumns = `
  SELECT c.relname AS "table", a.attname AS "column" FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
   WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.atttypid = 'uuid'::regtype AND a.attnum > 0
     AND NOT c.relname = ANY ($1)`;

/** The marks of county `of` that county `besides` does not have as well. */
export async function marksOf(superUrl: string, of: string, besides: string): Promise<Marks> {
  const columns = await query<{ table: string; column: string }>(superUrl, uuidColumns, [Object.keys(notOfACounty)]);
  const sql = [
    ...columns.map(({ table, column }) => `SELECT ${column}::text AS text FROM ${table} WHERE county_id = $1`),
    told,
  ].join(' UNION ');
  const textsOf = async (county: string) =>
    (await query<{ text: string | null }>(superUrl, sql, [county])).map(({ text }) => text ?? '');
  const others = new Set(await textsOf(besides));
  const own = (await textsOf(of)).filter((text) => text !== '' && !others.has(text));
  const isToken = (text: string) => TOKEN.test(text);
  return { tokens: new Set(own.filter(isToken)), texts: new Set(own.filter((text) => !isToken(text))) };
}

const TOKEN = /^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{64})$/;
const TOKENS = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{64}/g;

/** What of a county's marks stands in an answer: in its text, or as a whole value of its JSON. */
export function foreignIn(body: unknown, marks: Marks): string[] {
  const text = typeof body === 'string' ? body : JSON.stringify(body ?? '');
  const tokens = [...text.matchAll(TOKENS)].map(([token]) => token).filter((token) => marks.tokens.has(token));
  const texts =
    typeof body === 'string'
      ? [...marks.texts].filter((mark) => text.includes(mark))
      : valuesOf(body).filter((value) => marks.texts.has(value));
  return [...tokens, ...texts];
}

function valuesOf(body: unknown): string[] {
  if (typeof body === 'string') return [body];
  if (typeof body !== 'object' || body === null) return [];
  return Object.entries(body).flatMap(([key, value]) => [key, ...valuesOf(value)]);
}

/** What the keeper of the logs writes by itself, whoever asks or does not. */
const keptByItself = ['audit_checkpoint', 'audit_verification', 'checkpoint_delivery'];

/** A digest per table of everything that a county has. */
export async function picture(superUrl: string, county: string): Promise<Record<string, string>> {
  const tables = await query<{ table: string }>(superUrl, `SELECT DISTINCT "table" FROM (${uuidColumns}) AS t`, [
    [...Object.keys(notOfACounty), ...keptByItself],
  ]);
  const digests: Record<string, string> = {};
  for (const { table } of tables) {
    const digest = `SELECT coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), '') AS digest FROM ${table} t WHERE county_id = $1`;
    digests[table] = (await query<{ digest: string }>(superUrl, digest, [county]))[0]?.digest ?? '';
  }
  return digests;
}
