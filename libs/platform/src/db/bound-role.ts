import type { DataSource } from 'typeorm';

interface Role {
  readonly name: string;
  readonly superuser: boolean;
  readonly bypasses: boolean;
  /** A role that it may become and that rules over row security; null for none. */
  readonly becomes: string | null;
  /** A protected table that it owns, or may own as another role; null for none. */
  readonly owned: string | null;
}

const ROLE = `
  SELECT r.rolname::text AS name, r.rolsuper AS superuser, r.rolbypassrls AS bypasses,
         (SELECT min(m.rolname)::text FROM pg_roles m
           WHERE (m.rolsuper OR m.rolbypassrls) AND m.oid <> r.oid AND pg_has_role(r.oid, m.oid, 'MEMBER')) AS becomes,
         (SELECT min(c.relname)::text FROM pg_class c
           WHERE c.relkind IN ('r', 'p') AND c.relrowsecurity AND pg_has_role(r.oid, c.relowner, 'MEMBER')) AS owned
    FROM pg_roles r WHERE r.rolname = session_user`;

/**
 * Throws unless row security binds whoever the process connects as. A superuser sees every county, an owner can take the
 * protection off, and neither would be noticed by anything that works.
 */
export async function refuseUnboundRole(source: DataSource): Promise<void> {
  const [role] = await source.query<Role[]>(ROLE);
  const why = role ? reasonOf(role) : 'its role cannot be found';
  if (!why) return;
  throw new Error(
    `DATABASE_URL connects as "${role?.name ?? ''}": ${why}. Counties would not be kept apart; use the role that owns nothing, such as clearance_app.`,
  );
}

function reasonOf({ becomes, bypasses, owned, superuser }: Role): string | undefined {
  if (superuser) return 'a superuser, whom row-level security does not bind';
  if (bypasses) return 'a role that may bypass row-level security';
  if (becomes !== null) return `a role that may become "${becomes}", whom row-level security does not bind`;
  if (owned !== null) return `an owner of tables with row-level security (such as "${owned}"), who can take it off`;
  return undefined;
}
