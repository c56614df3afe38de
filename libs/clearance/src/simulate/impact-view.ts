import type { ImpactView } from '@clearance/contract';
import { one, type Tx } from '@clearance/platform';
import { presentImport } from './ground.ts';
import { publishedPolicy } from './open-run.ts';
import { impactAlone, type CountedImpact } from './run.ts';

interface Newest {
  id: string;
  state: Exclude<ImpactView['state'], 'none'>;
  done: number;
  total: number;
}

type Counted = Pick<ImpactView, 'policyVersion' | 'policyTitle' | 'asOf' | 'importId' | 'importedAt' | 'countedAt'> & {
  id: string;
  digest: string;
  impact: CountedImpact;
};

const NOTHING = {
  ...{ policyVersion: null, policyTitle: null, asOf: null, importId: null, importedAt: null, countedAt: null },
  impact: null,
};

/** The newest count of what the published policy does, and whether another one is under way. */
export async function impactOf(tx: Tx): Promise<ImpactView> {
  const newest = await one<Newest>(
    tx,
    `SELECT s.id, CASE w.state WHEN 'waiting' THEN 'running' ELSE w.state END AS state, w.done::int AS done,
            w.total::int AS total
       FROM simulation s JOIN work w ON w.county_id = s.county_id AND w.id = s.id
      WHERE s.kind = 'impact' ORDER BY s.created_at DESC, s.id LIMIT 1`,
  );
  const counted = await one<Counted>(
    tx,
    `SELECT s.id, p.version AS "policyVersion", p.body->>'title' AS "policyTitle", p.digest, s.as_of::text AS "asOf",
            s.import_id AS "importId", i.created_at AS "importedAt", s.finished_at AS "countedAt", s.result AS impact
       FROM simulation s JOIN policy p ON p.county_id = s.county_id AND p.id = s.base_policy_id
       LEFT JOIN import i ON i.county_id = s.county_id AND i.id = s.import_id
      WHERE s.kind = 'impact' AND s.finished_at IS NOT NULL ORDER BY s.created_at DESC, s.id LIMIT 1`,
  );
  if (!newest) return { state: 'none', workId: null, progress: null, ...NOTHING, stale: false };
  const [policy, file] = [await publishedPolicy(tx), await presentImport(tx)];
  const { id: _, digest, impact, ...figures } = counted ?? { id: '', digest: '', ...NOTHING };
  return {
    state: newest.state,
    workId: newest.id,
    progress: { done: newest.done, total: newest.total },
    ...figures,
    impact: impact && impactAlone(impact),
    stale: counted !== undefined && (digest !== policy?.digest || counted.importId !== (file?.id ?? null)),
  };
}
