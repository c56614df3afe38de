import { abilityFor, startsOf, states, type Stats } from '@clearance/contract';
import { routingOf } from '@clearance/eligibility';
import { one, rows, type Ctx, type Tx } from '@clearance/platform';
import { counted } from '../counted.ts';
import { inForce } from '../conviction/in-force.ts';
import { termsOf } from '../terms/terms-of.ts';
import { logAlarmOf, reviewDue } from './log-standing.ts';

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
               WHERE c.state = ANY ($1) AND c.state <> 'superseded' AND NOT ${inForce('c')}) AS behind
       FROM policy ORDER BY version DESC LIMIT 1`,
    [startsOf('evaluate')],
  );
  const outside = await one<{ n: number }>(
    tx,
    `SELECT count(*)::int AS n FROM conviction c WHERE c.outcome = 'out_of_scope' AND c.state <> 'superseded'`,
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
    problems: [
      ...(await behindProblem(tx, policy?.behind ?? 0)),
      ...(await problemsOf(tx)),
      ...(await routingProblem(tx)),
    ],
    logAlarm: await logAlarmOf(tx),
    logReview: abilityFor(ctx.actor).can('review', 'audit_event') ? await reviewDue(tx, ctx.now) : null,
    checklist: await checklistOf(tx, byState),
  };
}

async function problemsOf(tx: Tx): Promise<Stats['problems']> {
  return rows(
    tx,
    `SELECT 'The audit log does not fit itself. Nothing can be decided until it is put right.' AS says,
            '/audit-events' AS to FROM audit_head WHERE damaged_at IS NOT NULL
     UNION ALL
     SELECT 'The file ' || file_name || CASE WHEN 'foreign' = ANY (doubts) THEN ' hardly names this county.'
              ELSE ' has hardly anybody of the file before it.' END || ' It waits for a confirmation.',
            '/imports/' || id || '/show' FROM import WHERE state = 'waiting'
     UNION ALL
     SELECT rejected || ' rows of ' || file_name || ' could not be read.', '/imports/' || id || '/show'
       FROM import WHERE rejected > 0 AND state IN ('done', 'evaluating')
     UNION ALL
     SELECT 'Nobody has said what ' || count(*) || CASE count(*) WHEN 1 THEN ' wording' ELSE ' wordings' END
              || ' of ' || file_name || ' mean here.', '/terms'
       FROM import, jsonb_object_keys(unknown_dispositions) AS wording
      WHERE state IN ('done', 'evaluating') AND wording <> '' GROUP BY id, file_name
     UNION ALL
     SELECT title || ' stopped: ' || coalesce(problem, ''), CASE kind WHEN 'import' THEN '/imports/' || subject_id || '/show'
            WHEN 'bulk_review' THEN '/bulk-reviews/' || subject_id || '/show'
            WHEN 'audit_export' THEN '/audit-exports/' || subject_id || '/show' WHEN 'release' THEN '/bulk-reviews'
            WHEN 'simulation' THEN '/simulations/' || subject_id || '/show' WHEN 'impact' THEN '/impact'
            WHEN 'annotated_export' THEN '/imports/' || subject_id || '/show' WHEN 'court_list' THEN '/court-lists' ELSE '/policies' END
       FROM work WHERE state = 'failed' AND county_id = current_setting('app.county_id')::uuid
     UNION ALL
     SELECT count(*) || ' convictions changed in a newer file after somebody decided about them.',
            '/convictions?filter=' || '{"changed":true}'
       FROM conviction WHERE changed AND state NOT IN ('imported', 'evaluated', 'superseded') HAVING count(*) > 0`,
  );
}

/** Nothing is approved that another policy determined; while an evaluation runs there is nothing to do but wait. */
async function behindProblem(tx: Tx, behind: number): Promise<Stats['problems']> {
  if (behind === 0 || (await one(tx, `SELECT 1 FROM work WHERE kind = 'evaluation' AND state = 'running' LIMIT 1`)))
    return [];
  const they = counted(behind, 'conviction is', 'convictions are');
  const says = `${they} not evaluated under the policy that is in force, so that none of them can be approved. Resume the evaluation.`;
  return [{ says, to: '/policies' }];
}

/** A policy that refers convictions to other offices needs to know whose they are. */
async function routingProblem(tx: Tx): Promise<Stats['problems']> {
  const policy = await one<{ county: string; refers: boolean }>(
    tx,
    `SELECT c.name AS county, jsonb_path_exists(p.body::jsonb, '$.**.outcome ? (@ == "refer")') AS refers
       FROM policy p JOIN county c ON c.id = p.county_id ORDER BY p.version DESC LIMIT 1`,
  );
  if (!policy?.refers || (await termsOf(tx)).routing || routingOf(policy.county)) return [];
  const says =
    'Nobody has said who prosecutes which arrests, so the policy cannot tell what to refer to another office.';
  return [{ says, to: '/terms' }];
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
