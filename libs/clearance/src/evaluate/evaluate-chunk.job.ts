import { Injectable } from '@nestjs/common';
import type { State } from '@clearance/contract';
import { evaluate, traceBytes, type Determination, type Policy } from '@clearance/eligibility';
import {
  AuditLog,
  CountyKeys,
  Database,
  HandlesJob,
  one,
  opaqueId,
  rows,
  WorkLedger,
  type Act,
  type JobData,
  type JobHandler,
  type Tx,
} from '@clearance/platform';
import { buildHistory, localDate } from '@clearance/record';
import { actingFor } from '../acting.ts';
import { advance, type Advance } from '../conviction/standing.ts';
import { convictionId } from '../import/count-people.job.ts';
import { historiesOfPeople } from '../import/history-store.ts';
import { peopleWithUnreadRows, ROW_UNREADABLE } from '../import/unread-rows.ts';

interface Run {
  id: string;
  policy: Policy;
  version: number;
  asOf: string;
  county: string;
}

interface Standing {
  id: string;
  state: State;
  version: number;
  digest: string;
  decidedDigest: string | null;
}

interface Made {
  readonly unread: boolean;
  readonly id: string;
  readonly standing: Standing;
  readonly determination: Determination;
}

/** States in which a person has decided already: a new determination is kept beside the decision and does not undo it. */
const decided: readonly State[] = [
  'approved',
  'referred',
  'challenged',
  'excluded',
  'released',
  'filed',
  'ordered',
  'confirmed',
  'sealed',
];

/** Nothing was recommended about these since they were evaluated last. */
const undecided: readonly State[] = ['imported', 'evaluated'];

/** Determines every conviction of some hundred people, with the trace, and moves on what nobody has decided yet. */
@Injectable()
@HandlesJob('evaluate.chunk')
export class EvaluateChunkJob implements JobHandler {
  constructor(
    private readonly database: Database,
    private readonly keys: CountyKeys,
    private readonly ledger: WorkLedger,
    private readonly auditLog: AuditLog,
  ) {}

  async run(job: JobData): Promise<void> {
    await this.database.inCounty(job, async (tx) => {
      const chunk = await this.ledger.take(tx, job.id, job.chunk ?? 0);
      if (!chunk) return;
      const run = await runOf(tx, job);
      const ctx = await actingFor(tx, job, chunk.startedBy);
      const people = await rows<{ person_id: string }>(
        tx,
        `SELECT person_id FROM evaluation_person WHERE evaluation_id = $1 AND no BETWEEN $2 AND $3`,
        [job.id, chunk.firstKey, chunk.lastKey],
      );
      const made = await this.determine(
        tx,
        job.countyId,
        run,
        people.map((person) => person.person_id),
      );
      await storeDeterminations(tx, job.countyId, run, ctx.now, made);
      const moves = made.flatMap((one) => moveOf(one));
      const moved = await advance(tx, 'evaluate', ctx.now, moves);
      await this.ledger.done(tx, job.id, chunk.no, people.length);
      await tx.query(`UPDATE evaluation SET convictions = convictions + $2 WHERE id = $1`, [job.id, made.length]);
      await this.auditLog.append(
        tx,
        ctx,
        made.map((one) => actOf(one, run, moved)),
      );
    });
  }

  private async determine(tx: Tx, countyId: string, run: Run, personIds: readonly string[]): Promise<Made[]> {
    const key = await this.keys.of(tx, countyId);
    const standing = new Map(
      (
        await rows<Standing>(
          tx,
          `SELECT c.id, c.state, c.version, c.history_digest AS digest, r.history_digest AS "decidedDigest"
             FROM conviction c LEFT JOIN recommendation r ON r.county_id = c.county_id AND r.id = c.recommendation_id
            WHERE c.person_id = ANY ($1::uuid[]) AND NOT c.vanished ORDER BY c.id FOR NO KEY UPDATE OF c`,
          [personIds],
        )
      ).map((row) => [row.id, row]),
    );
    // With the convictions locked: a policy that was published since has the last word, and its evaluation comes.
    const newest = await one<{ version: number }>(tx, `SELECT max(version) AS version FROM policy`);
    if (newest && newest.version > run.version) return [];
    const asOf = localDate(run.asOf);
    if (!asOf) throw new Error('The as-of date of an evaluation is not a date.');
    const unread = await peopleWithUnreadRows(tx, personIds);
    return (await historiesOfPeople(tx, personIds)).flatMap((stored) => {
      const history = buildHistory(stored.rows);
      const byKey = new Map(history.convictions.map((one) => [one.key, convictionId(key, stored.personId, one)]));
      return evaluate(history, run.policy, { county: run.county, asOf }).flatMap((determination) => {
        const found = standing.get(byKey.get(determination.convictionKey) ?? '');
        if (!found) return [];
        const name = `determination ${found.id} ${run.version} ${run.asOf} ${found.digest}`;
        return [{ id: opaqueId(key, name), standing: found, determination, unread: unread.has(stored.personId) }];
      });
    });
  }
}

async function runOf(tx: Tx, job: JobData): Promise<Run> {
  const run = await one<Run>(
    tx,
    `SELECT e.id, p.body AS policy, p.version, e.as_of::text AS "asOf", c.name AS county
       FROM evaluation e JOIN policy p ON p.county_id = e.county_id AND p.id = e.policy_id JOIN county c ON c.id = e.county_id
      WHERE e.id = $1`,
    [job.id],
  );
  if (!run) throw new Error('There is no such evaluation.');
  return run;
}

async function storeDeterminations(tx: Tx, countyId: string, run: Run, at: Date, made: readonly Made[]): Promise<void> {
  await tx.query(
    `INSERT INTO determination (county_id, id, conviction_id, policy_version, as_of, history_digest, outcome, rule_id, body, at)
     SELECT $1, id, conviction, $2, $3, digest, outcome, rule, body, $4
       FROM unnest($5::uuid[], $6::uuid[], $7::text[], $8::text[], $9::text[], $10::text[])
            AS t (id, conviction, digest, outcome, rule, body)
     ON CONFLICT DO NOTHING`,
    [
      ...[countyId, run.version, run.asOf, at],
      ...[made.map((one) => one.id), made.map((one) => one.standing.id), made.map((one) => one.standing.digest)],
      ...[made.map((one) => one.determination.outcome), made.map((one) => one.determination.ruleId)],
      made.map((one) => traceBytes(one.determination)),
    ],
  );
}

/** What somebody recommended stays recommended, unless a newer file changed the history under it. */
function moveOf({ id, standing, determination, unread }: Made): Advance[] {
  if (decided.includes(standing.state)) return [];
  const stale = standing.state === 'recommended' && standing.decidedDigest !== standing.digest;
  if (standing.state === 'recommended' && !stale) return [];
  const { outcome, ruleId, reason, facts } = determination;
  // The engine saw only the rows that could be read; that there were others is for people to see.
  const flags = unread ? [...determination.flags, ROW_UNREADABLE] : determination.flags;
  return [
    {
      id: standing.id,
      version: standing.version,
      to: 'evaluated',
      determination: {
        ...{ id, outcome, ruleId, reason, flags },
        section: facts.section === 'unknown' ? '' : facts.section,
        severity: facts.severity,
      },
      // Whatever was recommended on the way here was about another determination.
      ...(undecided.includes(standing.state) ? {} : { recommendation: null }),
    },
  ];
}

function actOf({ standing, determination }: Made, run: Run, moved: ReadonlySet<string>): Act {
  return {
    action: 'determination.record',
    target: { type: 'conviction', id: standing.id },
    policyVersion: String(run.version),
    historyDigest: standing.digest,
    stateBefore: standing.state,
    stateAfter: moved.has(standing.id) ? 'evaluated' : standing.state,
    detail: { outcome: determination.outcome, rule: determination.ruleId, asOf: run.asOf },
  };
}
