import type { AgencyRouting, Terms, TermsVersion } from '@clearance/contract';
import { routingOf } from '@clearance/eligibility';
import { one, orderBy, pageOf, type ListQuery, type Page, type Tx } from '@clearance/platform';
import { shippedDispositions } from '@clearance/record';
import { termsOf } from './terms-of.ts';

const columns = `t.version, t.dispositions, t.routing, t.digest, coalesce(m.name, '') AS "changedBy", t.at`;
const from = `county_terms t LEFT JOIN member m ON m.county_id = t.county_id AND m.id = t.changed_by`;

/** The county's terms as they are now, what is shipped beside them, and what the newest file leaves open. */
export async function termsView(tx: Tx, countyId: string): Promise<Terms> {
  const newest = await one<TermsVersion>(tx, `SELECT ${columns} FROM ${from} ORDER BY t.version DESC LIMIT 1`);
  const county = await one<{ name: string; people: number; convictions: number }>(
    tx,
    `SELECT c.name, (SELECT count(DISTINCT person_id)::int FROM conviction WHERE NOT vanished) AS people,
            (SELECT count(*)::int FROM conviction WHERE NOT vanished) AS convictions FROM county c WHERE c.id = $1`,
    [countyId],
  );
  const file = await one<{ unknown: Record<string, number>; busy: boolean }>(
    tx,
    `SELECT unknown_dispositions AS unknown, state IN ('counting', 'evaluating') AS busy FROM import
      WHERE state IN ('counting', 'evaluating', 'done') ORDER BY created_at DESC LIMIT 1`,
  );
  const { dispositions } = await termsOf(tx);
  const texts = Object.entries(file?.unknown ?? {});
  const name = county?.name ?? '';
  return {
    ...(newest ?? { version: 0, dispositions: [], routing: null, digest: null, changedBy: null, at: null }),
    county: name,
    shipped: { dispositions: [...shippedDispositions], routing: shippedRouting(name) },
    unknown: texts
      .filter(([text]) => text !== '' && dispositions.kindOf(text) === 'unknown')
      .map(([text, count]) => ({ text, count }))
      .sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1)),
    blank: file?.unknown[''] ?? 0,
    people: county?.people ?? 0,
    convictions: county?.convictions ?? 0,
    busy: file?.busy ?? false,
    hasFile: file !== undefined,
  };
}

export const termsPage = (tx: Tx, query: ListQuery<unknown, 'version'>): Promise<Page<TermsVersion>> =>
  pageOf<TermsVersion>(tx, query, {
    columns,
    from,
    order: orderBy(query, { version: 't.version' }, 't.version DESC', 't.version'),
  });

function shippedRouting(county: string): AgencyRouting | null {
  const table = routingOf(county);
  if (!table) return null;
  return {
    cite: table.cite,
    routes: table.routes.map(({ arresting, severity, ...rest }) => ({
      ...rest,
      arresting: arresting === 'any' ? arresting : [...arresting],
      severity: [...severity],
    })),
  };
}
