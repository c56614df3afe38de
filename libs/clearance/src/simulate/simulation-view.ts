import type { SimulationRow } from '@clearance/contract';
import { one, orderBy, pageOf, Refused, type ListQuery, type Page, type Tx } from '@clearance/platform';

const columns = `s.id, s.id AS "workId", CASE w.state WHEN 'waiting' THEN 'running' ELSE w.state END AS state,
  json_build_object('done', w.done, 'total', w.total) AS progress,
  json_build_object('policyId', p.id, 'version', p.version, 'title', p.body->>'title') AS base,
  json_build_object('label', s.candidate_label, 'digest', s.candidate_digest, 'ref', s.candidate_ref) AS candidate,
  s.as_of::text AS "asOf", s.people, s.convictions, s.result, w.problem,
  s.created_at AS "createdAt", s.finished_at AS "finishedAt", coalesce(m.name, 'The system') AS "createdBy"`;
const from = `simulation s JOIN work w ON w.county_id = s.county_id AND w.id = s.id
  JOIN policy p ON p.county_id = s.county_id AND p.id = s.base_policy_id
  LEFT JOIN member m ON m.county_id = s.county_id AND m.id = s.created_by`;

export type SimulationQuery = ListQuery<{ state?: string | undefined; digest?: string | undefined }, 'createdAt'>;

/** The simulations of the county, the newest first. */
export const simulationPage = (tx: Tx, query: SimulationQuery): Promise<Page<SimulationRow>> =>
  pageOf<SimulationRow>(tx, query, {
    columns,
    from,
    where: `s.kind = 'simulation' AND ($1::text IS NULL OR w.state = $1) AND ($2::text IS NULL OR s.candidate_digest = $2)`,
    given: [query.filter?.state ?? null, query.filter?.digest ?? null],
    order: orderBy(query, { createdAt: 's.created_at' }, 's.created_at DESC', 's.id'),
  });

/** One of them. Throws `not_found`. */
export async function simulationView(tx: Tx, id: string): Promise<SimulationRow> {
  const found = await one<SimulationRow>(
    tx,
    `SELECT ${columns} FROM ${from} WHERE s.kind = 'simulation' AND s.id = $1`,
    [id],
  );
  if (!found) throw new Refused('not_found');
  return found;
}
