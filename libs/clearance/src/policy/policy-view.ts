import type { PolicyRow } from '@clearance/contract';
import { sentences } from '@clearance/eligibility';
import { one, orderBy, pageOf, Refused, type ListQuery, type Page, type Tx } from '@clearance/platform';

type Stored = Omit<PolicyRow, 'title' | 'legalBasis' | 'rules'>;
const columns = `p.id, p.name, p.version, p.digest, p.body, p.note, p.origin AS "from", coalesce(m.name, '') AS "publishedBy",
  p.published_at AS "publishedAt",
  CASE WHEN p.version = (SELECT max(version) FROM policy) THEN 'published' ELSE 'retired' END AS status`;
const from = `policy p LEFT JOIN member m ON m.county_id = p.county_id AND m.id = p.published_by`;
const sorts = { version: 'p.version', publishedAt: 'p.published_at' };

const viewOf = (stored: Stored): PolicyRow => ({
  ...stored,
  title: stored.body.title,
  legalBasis: stored.body.legalBasis,
  rules: sentences(stored.body),
});

export type PolicyQuery = ListQuery<{ status?: string | undefined }, keyof typeof sorts>;

/** The versions of the county's policy. */
export async function policyPage(tx: Tx, query: PolicyQuery): Promise<Page<PolicyRow>> {
  const page = await pageOf<Stored>(tx, query, {
    columns,
    from,
    where: `($1::text IS NULL OR ($1 = 'published') = (p.version = (SELECT max(version) FROM policy)))`,
    given: [query.filter?.status ?? null],
    order: orderBy(query, sorts, 'p.version DESC', 'p.id'),
  });
  return { ...page, rows: page.rows.map(viewOf) };
}

/** One version. Throws `not_found`. */
export async function policyView(tx: Tx, id: string): Promise<PolicyRow> {
  const found = await one<Stored>(tx, `SELECT ${columns} FROM ${from} WHERE p.id = $1`, [id]);
  if (!found) throw new Refused('not_found');
  return viewOf(found);
}
