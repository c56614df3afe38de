import { abilityFor, startsOf, states, type Stats } from '@clearance/contract';
import { one, rows, type Ctx, type Tx } from '@clearance/platform';
import { inForce } from '../conviction/in-force.ts';
import { logAlarmOf, reviewDue } from './log-standing.ts';
import { NOT_SPOKEN_OF } from '@clearance/eligibility';
import { problemsOf } from './problems.ts';

/** The figures of the home page. Each counts convictions of this county that are in the policy's scope. */
export async function statsOf(tx: Tx, ctx: Ctx): Promise<Stats> {
  const inScope = `c.outcome IS DISTINCT FROM 'out_of_scope' AND c.state <> 'superseded'`;
  const { memberId } = ctx.actor;
  const cells = await rows<{
    state: string;
    outcome: string | null;
    section: string;
    severity: string;
    decade: number;
    n: number;
  }>(
    tx,
    `SELECT c.state, c.outcome, c.section, c.severity, c.decade, count(*)::int AS n FROM conviction c WHERE ${inScope}
      GROUP BY 1, 2, 3, 4, 5`,
  );
  const waiting = await one<{ toReview: number; toApprove: number; mine: number; oldest: Date | null }>(
    tx,
    `SELECT (count(*) FILTER (WHERE c.state IN ('evaluated', 'returned', 'needs_facts')))::int AS "toReview",
            (count(*) FILTER (WHERE c.state = 'recommended' AND NOT $1::uuid = ANY (c.recommender_ids)))::int AS "toApprove",
            (count(*) FILTER (WHERE c.state = 'recommended' AND $1::uuid = ANY (c.recommender_ids)))::int AS mine,
            min(c.since) FILTER (WHERE c.state IN ('evaluated', 'returned', 'needs_facts', 'recommended')) AS oldest
       FROM conviction c WHERE ${inScope}`,
    [memberId],
  );
  const policy = await one<NonNullable<Stats['policy']>>(
    tx,
    `SELECT body->>'title' AS name, version, (
              SELECT count(*)::int FROM conviction c
               WHERE c.state = ANY ($1) AND ${inScope} AND NOT ${inForce('c')}) AS behind
       FROM policy ORDER BY version DESC LIMIT 1`,
    [startsOf('evaluate')],
  );
  const outside = await one<{ n: number }>(
    tx,
    // One that the policy does not speak of is listed where its comment names a covered section, and counts nowhere.
    `SELECT count(*)::int AS n FROM conviction c
      WHERE c.outcome = 'out_of_scope' AND c.rule_id <> ALL ($1) AND c.state <> 'superseded'`,
    [NOT_SPOKEN_OF],
  );
  const people = await one<{ n: number }>(
    tx,
    `SELECT count(DISTINCT c.person_id)::int AS n FROM conviction c WHERE ${inScope}`,
  );
  const summed = <K extends string | number>(keyOf: (cell: (typeof cells)[number]) => K) => {
    const sums = new Map<K, number>();
    for (const cell of cells) sums.set(keyOf(cell), (sums.get(keyOf(cell)) ?? 0) + cell.n);
    return sums;
  };
  const byState = summed((cell) => cell.state);
  const total = cells.reduce((sum, cell) => sum + cell.n, 0);
  const bySection = summed((cell) => `${cell.section}|${cell.severity}`);
  return {
    asOf: ctx.now.toISOString(),
    policy: policy ?? null,
    people: people?.n ?? 0,
    convictions: total,
    outOfScope: outside?.n ?? 0,
    funnel: states.filter((state) => state !== 'superseded').map((key) => ({ key, count: byState.get(key) ?? 0 })),
    outcomes: [...summed((cell) => cell.outcome ?? '')]
      .filter(([key]) => key !== '')
      .map(([key, count]) => ({ key: key as Stats['outcomes'][number]['key'], count }))
      .sort((a, b) => b.count - a.count),
    sections: [...bySection]
      .map(([key, count]) => {
        const [section = '', severity = 'unknown'] = key.split('|');
        return { section, severity: severity as Stats['sections'][number]['severity'], count };
      })
      .sort((a, b) => (a.section < b.section ? -1 : 1)),
    decades: [...summed((cell) => cell.decade)]
      .map(([decade, count]) => ({ decade, count }))
      .sort((a, b) => a.decade - b.decade),
    approvalsPerDay: await rows(
      tx,
      `SELECT to_char(at AT TIME ZONE 'America/Los_Angeles', 'YYYY-MM-DD') AS day,
              (count(*) FILTER (WHERE verdict = 'approve'))::int AS approved,
              (count(*) FILTER (WHERE verdict = 'return'))::int AS returned
         FROM approval WHERE at > $1::timestamptz - interval '30 days' GROUP BY 1 ORDER BY 1`,
      [ctx.now],
    ),
    toReview: waiting?.toReview ?? 0,
    toApprove: waiting?.toApprove ?? 0,
    mineWaiting: waiting?.mine ?? 0,
    oldestWaiting: waiting?.oldest?.toISOString() ?? null,
    problems: await problemsOf(tx, ctx, policy?.behind ?? 0),
    logAlarm: await logAlarmOf(tx),
    logReview: abilityFor(ctx.actor).can('review', 'audit_event') ? await reviewDue(tx, ctx.now) : null,
    checklist: await checklistOf(tx, byState),
  };
}

async function checklistOf(tx: Tx, byState: ReadonlyMap<string, number>): Promise<Stats['checklist']> {
  const found = await one<{ staff: boolean; policy: boolean; file: boolean }>(
    tx,
    `SELECT EXISTS (SELECT 1 FROM member WHERE 'reviewer' = ANY (roles) AND status = 'active')
              AND EXISTS (SELECT 1 FROM member WHERE 'approver' = ANY (roles) AND status = 'active') AS staff,
            EXISTS (SELECT 1 FROM policy) AS policy, EXISTS (SELECT 1 FROM import WHERE finished_at IS NOT NULL AND state <> 'cancelled') AS file`,
  );
  const some = (...keys: string[]) => keys.some((key) => (byState.get(key) ?? 0) > 0);
  return [
    { key: 'staff', says: 'Invite a reviewer and an approver', done: found?.staff ?? false, to: '/members' },
    { key: 'policy', says: 'Choose and publish the policy', done: found?.policy ?? false, to: '/policies' },
    {
      key: 'file',
      says: 'Import the file that the state sent',
      done: found?.file ?? false,
      to: '/imports',
    },
    {
      key: 'review',
      says: 'Recommend the first group',
      done: some('recommended', 'approved', 'released', 'referred', 'challenged', 'excluded', 'returned'),
      to: '/convictions',
    },
    {
      key: 'approve',
      says: 'Have somebody else approve it',
      done: some('approved', 'released', 'referred', 'challenged', 'excluded'),
      to: '/approvals',
    },
  ];
}
