import { Injectable } from '@nestjs/common';
import type { ReplayView } from '@clearance/contract';
import { engineOf } from '@clearance/eligibility';
import {
  AuditLog,
  CountyKeys,
  Database,
  keyedDigest,
  one,
  Refused,
  rows,
  type Ctx,
  type Tx,
} from '@clearance/platform';
import type { EnteredFact } from '@clearance/record';
import { factsNamed } from '../facts/fact-store.ts';
import { historiesOf, historyDigestIn, type StoredHistory } from '../import/history-store.ts';
import { unreadRowsBeside } from '../import/unread-rows.ts';
import { traceOf } from '../evaluate/determination-store.ts';
import { groundOf } from './ground.ts';
import { differencesOf, type Recorded } from './replayed.ts';

/** Makes a past determination again, from the policy version and the history that it was made on, by the engine of its dialect. */
@Injectable()
export class ReplayDetermination {
  constructor(
    private readonly database: Database,
    private readonly keys: CountyKeys,
    private readonly auditLog: AuditLog,
  ) {}

  /** Of the determination that the conviction stands on, unless told. Throws `not_found`. */
  replay(ctx: Ctx, convictionId: string, determinationId: string | undefined): Promise<ReplayView> {
    return this.database.inCounty(ctx, async (tx) => {
      const recorded = await recordedOf(tx, convictionId, determinationId);
      // Those it was made on, and not those that stand now.
      const entered = await factsNamed(tx, recorded.factIds);
      const histories = await historiesWith(tx, recorded, entered);
      const ground = await groundOf(tx, ctx.countyId, recorded.asOf, recorded.termsVersion);
      const key = await this.keys.of(tx, ctx.countyId);
      // Files that say the same of her may say it on other lines, and the reasons name lines.
      const tried = histories.map((history) => differencesOf(recorded, history, ground, key));
      const engineStillThere = engineOf(recorded.dialect) !== undefined;
      const differences = tried.find((each) => each?.length === 0) ?? tried[0] ?? [];
      const { asOf, dialect, policyVersion } = recorded;
      const view: ReplayView = {
        ...{ determinationId: recorded.id, policyVersion, dialect, asOf },
        historyDigest: keyedDigest(key, recorded.historyDigest),
        identical: engineStillThere && histories.length > 0 && differences.length === 0,
        historyStillThere: histories.length > 0,
        engineStillThere,
        differences,
      };
      await this.auditLog.append(tx, ctx, [
        {
          action: 'determination.replay',
          target: { type: 'conviction', id: convictionId },
          policyVersion: String(policyVersion),
          historyDigest: recorded.historyDigest,
          detail: {
            ...{ determination: recorded.id, dialect, identical: view.identical },
            ...{ historyStillThere: view.historyStillThere, engineStillThere },
          },
        },
      ]);
      return view;
    });
  }
}

async function recordedOf(tx: Tx, convictionId: string, id: string | undefined): Promise<Recorded> {
  const found = await one<Omit<Recorded, 'body'> & { body: Buffer }>(
    tx,
    `SELECT d.id, d.conviction_id AS "convictionId", c.person_id AS "personId", d.policy_version AS "policyVersion",
            d.as_of::text AS "asOf", d.history_digest AS "historyDigest", d.outcome, d.rule_id AS "ruleId", d.body,
            d.terms_version AS "termsVersion", d.dialect, d.fact_ids::text[] AS "factIds",
            p.body AS policy
       FROM determination d
       JOIN conviction c ON c.county_id = d.county_id AND c.id = d.conviction_id
       JOIN policy p ON p.county_id = d.county_id AND p.version = d.policy_version
      WHERE d.conviction_id = $1 AND d.id = coalesce($2, c.determination_id)`,
    [convictionId, id ?? null],
  );
  if (!found) throw new Refused('not_found');
  return { ...found, body: readable(found.body) };
}

/** The stored text; empty where the bytes cannot be read any more, which differs from every determination. */
function readable(body: Buffer): string {
  try {
    return traceOf(body);
  } catch {
    return '';
  }
}

/**
 * The person's history of that digest with these facts, from every file that has it, the newest first; none where no
 * stored one is the same.
 */
async function historiesWith(
  tx: Tx,
  { dialect, historyDigest, personId }: Pick<Recorded, 'dialect' | 'historyDigest' | 'personId'>,
  entered: readonly EnteredFact[],
): Promise<StoredHistory[]> {
  const files = await rows<{ import_id: string; person_no: number }>(
    tx,
    `SELECT f.import_id, f.person_no FROM import_person f JOIN import i ON i.county_id = f.county_id AND i.id = f.import_id
      WHERE f.person_id = $1 ORDER BY i.created_at DESC`,
    [personId],
  );
  const found: StoredHistory[] = [];
  for (const { import_id, person_no } of files) {
    const [stored] = await historiesOf(tx, import_id, person_no, person_no);
    if (!stored) continue;
    // As it was with these facts: which rows were settled since, or are not any more, does not matter.
    const then = { ...stored, entered, unread: await unreadRowsBeside(tx, import_id, personId, entered) };
    if (historyDigestIn(dialect, then) === historyDigest) found.push(then);
  }
  return found;
}
