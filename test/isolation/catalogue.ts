import { query } from '../support/database.ts';

/** A table of the public schema. */
export interface Table {
  readonly name: string;
  readonly owner: string;
  readonly columns: readonly string[];
  /** Row security is on, and is on for the owner as well. */
  readonly secured: boolean;
  readonly forced: boolean;
}

/** A primary key, unique constraint, unique index or exclusion constraint with the columns that it compares. */
export interface Key {
  readonly table: string;
  readonly name: string;
  readonly primary: boolean;
  readonly columns: readonly string[];
}

export interface ForeignKey {
  readonly table: string;
  readonly name: string;
  readonly columns: readonly string[];
  readonly target: string;
  readonly targetColumns: readonly string[];
}

export interface Policy {
  readonly table: string;
  readonly name: string;
  readonly permissive: boolean;
  readonly command: string;
  readonly using: string | null;
  readonly check: string | null;
}

/** A view, materialized view or function anywhere outside of PostgreSQL's own schemas. */
export interface Passage {
  readonly name: string;
  readonly kind: 'view' | 'materialized view' | 'function';
  /** A view with security_invoker, a function without SECURITY DEFINER. */
  readonly asCaller: boolean;
}

export interface Role {
  readonly name: string;
  readonly superuser: boolean;
  readonly bypasses: boolean;
  readonly owned: number;
  readonly memberOf: readonly string[];
  readonly creates: boolean;
}

/** What the application role may do with a table; a privilege on one column counts as one on the table. */
export interface Grant {
  readonly table: string;
  readonly privileges: readonly string[];
}

export interface Catalogue {
  readonly tables: readonly Table[];
  readonly keys: readonly Key[];
  readonly foreignKeys: readonly ForeignKey[];
  readonly policies: readonly Policy[];
  readonly passages: readonly Passage[];
  readonly roles: readonly Role[];
  readonly grants: readonly Grant[];
}

/** Answers the rows of a statement. */
export type Ask = <T>(sql: string) => Promise<T[]>;
export const askAt =
  (url: string): Ask =>
  (sql) =>
    query(url, sql);

/** Reads the catalogue as whoever `ask` connects as; every role may. */
export async function readCatalogue(ask: Ask): Promise<Catalogue> {
  return {
    tables: await ask<Table>(tables),
    keys: await ask<Key>(keys),
    foreignKeys: await ask<ForeignKey>(foreignKeys),
    policies: await ask<Policy>(policies),
    passages: await ask<Passage>(passages),
    roles: await ask<Role>(roles),
    grants: await ask<Grant>(grants),
  };
}

/** The names of the columns `numbers` of the table `relation`, in the order of the numbers; an expression is `(…)`. */
const named = (relation: string, numbers: string) => `
  array(SELECT coalesce(a.attname::text, '(…)') FROM unnest(${numbers}) WITH ORDINALITY AS k (no, place)
          LEFT JOIN pg_attribute a ON a.attrelid = ${relation} AND a.attnum = k.no ORDER BY k.place)`;

const tables = `
  SELECT c.relname::text AS name, pg_get_userbyid(c.relowner)::text AS owner, c.relrowsecurity AS secured,
         c.relforcerowsecurity AS forced,
         array(SELECT a.attname::text FROM pg_attribute a
                WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum) AS columns
    FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'f') ORDER BY 1`;

const keys = `
  SELECT c.relname::text AS "table", x.relname::text AS name, i.indisprimary AS primary,
         ${named('c.oid', '(i.indkey::int2[])[0:i.indnkeyatts - 1]')} AS columns
    FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid JOIN pg_class x ON x.oid = i.indexrelid
   WHERE c.relnamespace = 'public'::regnamespace AND (i.indisunique OR i.indisexclusion) ORDER BY 1, 2`;

const foreignKeys = `
  SELECT c.relname::text AS "table", f.conname::text AS name, ${named('f.conrelid', 'f.conkey')} AS columns,
         t.relname::text AS target, ${named('f.confrelid', 'f.confkey')} AS "targetColumns"
    FROM pg_constraint f JOIN pg_class c ON c.oid = f.conrelid JOIN pg_class t ON t.oid = f.confrelid
   WHERE f.contype = 'f' AND c.relnamespace = 'public'::regnamespace ORDER BY 1, 2`;

const policies = `
  SELECT tablename::text AS "table", policyname::text AS name, permissive = 'PERMISSIVE' AS permissive, cmd AS command,
         qual AS using, with_check AS check
    FROM pg_policies WHERE schemaname = 'public' ORDER BY 1, 2`;

const own = `n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg_t%'`;
const passages = `
  SELECT n.nspname || '.' || c.relname AS name, CASE c.relkind WHEN 'm' THEN 'materialized view' ELSE 'view' END AS kind,
         c.relkind = 'v' AND coalesce(c.reloptions && array['security_invoker=true', 'security_invoker=on'], false) AS "asCaller"
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind IN ('v', 'm') AND ${own}
   UNION ALL
  SELECT n.nspname || '.' || p.proname, 'function', NOT p.prosecdef
    FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE ${own}`;

const roles = `
  SELECT r.rolname::text AS name, r.rolsuper AS superuser, r.rolbypassrls AS bypasses,
         (SELECT count(*)::int FROM pg_shdepend d WHERE d.refclassid = 'pg_authid'::regclass AND d.refobjid = r.oid
             AND d.deptype = 'o' AND d.dbid IN (0, (SELECT oid FROM pg_database WHERE datname = current_database()))) AS owned,
         array(SELECT roleid::regrole::text FROM pg_auth_members m WHERE m.member = r.oid) AS "memberOf",
         r.rolcreaterole OR r.rolcreatedb OR r.rolreplication OR has_schema_privilege(r.oid, 'public', 'CREATE') AS creates
    FROM pg_roles r WHERE r.rolname IN ('clearance_app', 'clearance_owner') ORDER BY 1`;

const grants = `
  SELECT c.relname::text AS "table",
         array(SELECT p FROM unnest(array['INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']) AS p
                WHERE has_table_privilege('clearance_app', c.oid, p)
                   OR CASE WHEN p IN ('INSERT', 'UPDATE', 'REFERENCES')
                           THEN has_any_column_privilege('clearance_app', c.oid, p) END) AS privileges
    FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'f') ORDER BY 1`;
