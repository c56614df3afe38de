import { createHash, randomUUID } from 'node:crypto';
import type { Policy } from '@clearance/eligibility';
import { one, type Ctx, type Tx, type WorkLedger } from '@clearance/platform';
import { DIALECT } from '@clearance/record';
import { termsOf } from '../terms/terms-of.ts';
import { presentImport } from './ground.ts';
import { overtakeRuns } from './overtake-runs.ts';

/** People per job: enough that the round trips do not count, few enough that no worker waits long for another's last one. */
export const CHUNK = 500;

/** The policy that decides, with which others are compared. */
export interface Base {
  readonly id: string;
  readonly version: number;
  readonly digest: string;
  readonly title: string;
}

export interface Candidate {
  readonly ref: string;
  readonly label: string;
  readonly digest: string;
  readonly policy: Policy;
}

export interface NewRun {
  readonly base: Base;
  /** Absent where the base alone is counted. */
  readonly candidate?: Candidate;
  /** `YYYY-MM-DD` */
  readonly asOf: string;
}

/** The published policy; undefined before the first. */
export const publishedPolicy = (tx: Tx): Promise<Base | undefined> =>
  one<Base>(tx, `SELECT id, version, digest, body->>'title' AS title FROM policy ORDER BY version DESC LIMIT 1`);

/**
 * Opens a simulation or a count of everybody in the newest file: a candidate may speak of convictions of which the
 * published policy does not. Where the very same is counted or being counted
 * already, answers that one. `fresh` has to be rung after the commit.
 */
export async function openRun(
  tx: Tx,
  ctx: Ctx,
  ledger: WorkLedger,
  { base, candidate, asOf }: NewRun,
): Promise<{ id: string; fresh: boolean }> {
  // Two that ask for the same at once: the second waits here, then finds the first one's.
  await tx.query(`SELECT pg_advisory_xact_lock(hashtext($1))`, [`simulation ${ctx.countyId}`]);
  const kind = candidate ? 'simulation' : 'impact';
  const file = await presentImport(tx);
  const terms = await termsOf(tx);
  const basis = [kind, base.digest, candidate?.digest ?? '', asOf, file?.id ?? '', String(terms.version), DIALECT];
  const inputs = createHash('sha256').update(basis.join(' ')).digest('hex');
  const known = await one<{ id: string }>(
    tx,
    `SELECT s.id FROM simulation s JOIN work w ON w.county_id = s.county_id AND w.id = s.id
      WHERE s.inputs = $1 AND s.base_policy_id = $2 AND w.state IN ('running', 'done') ORDER BY s.created_at DESC LIMIT 1`,
    [inputs, base.id],
  );
  if (known) return { id: known.id, fresh: false };
  await overtakeRuns(tx, ledger, { kind, candidate: candidate?.digest ?? null });
  const id = randomUUID();
  await tx.query(
    `INSERT INTO simulation (county_id, id, kind, base_policy_id, candidate, candidate_digest, candidate_ref,
                             candidate_label, as_of, import_id, inputs, created_by, created_at, terms_version, dialect)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    [
      ...[ctx.countyId, id, kind, base.id, candidate ? JSON.stringify(candidate.policy) : null],
      ...[candidate?.digest ?? null, candidate?.ref ?? null, candidate?.label ?? null],
      ...[asOf, file?.id ?? null, inputs, ctx.actor.memberId, ctx.now, terms.version, DIALECT],
    ],
  );
  const total = await numberPeople(tx, ctx.countyId, id);
  await ledger.open(tx, ctx, {
    id,
    kind,
    subjectId: id,
    title: candidate ? `Trying “${candidate.label}”` : `Counting what policy version ${base.version} does`,
    total,
    unit: 'people',
    nextJob: 'simulate.finish',
    chunked: { job: 'simulate.chunk', keys: total, chunkSize: CHUNK },
  });
  return { id, fresh: true };
}

/** Writes down whom each chunk is about. Answers how many people there are. */
async function numberPeople(tx: Tx, countyId: string, id: string): Promise<number> {
  const counted = await one<{ people: number }>(
    tx,
    `WITH numbered AS (
            SELECT p.id, row_number() OVER (ORDER BY p.import_id, p.person_no) - 1 AS place
              FROM person p JOIN import i ON i.county_id = p.county_id AND i.id = p.import_id AND i.state <> 'superseded'),
          chunks AS (
            INSERT INTO simulation_people (county_id, simulation_id, no, person_ids)
            SELECT $1, $2, place / $3::int, array_agg(id ORDER BY place) FROM numbered GROUP BY place / $3::int)
     UPDATE simulation SET people = (SELECT count(*) FROM numbered),
            convictions = (SELECT count(*) FROM conviction WHERE NOT vanished)
      WHERE id = $2 RETURNING simulation.people`,
    [countyId, id, CHUNK],
  );
  return counted?.people ?? 0;
}
