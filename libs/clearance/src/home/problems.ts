import { abilityFor, LOG_REVIEW_DAYS, type ImportRow, type Stats } from '@clearance/contract';
import { routingOf } from '@clearance/eligibility';
import { one, OPEN_ALARM, rows, type Ctx, type Tx } from '@clearance/platform';
import { DIALECT } from '@clearance/record';
import { inForce } from '../conviction/in-force.ts';
import { counted } from '../counted.ts';
import { termsOf } from '../terms/terms-of.ts';

type Problems = Stats['problems'];

/** The doubts by which a file may lack rows of people who are in it. */
const INCOMPLETE: readonly ImportRow['doubts'][number][] = ['missing_parts', 'headers_differ', 'unfinished'];

/** What somebody should look at. `behind` is how many convictions are not evaluated under the policy in force. */
export async function problemsOf(tx: Tx, ctx: Ctx, behind: number): Promise<Problems> {
  return [
    ...(await unusualVolume(tx, ctx)),
    ...(await behindProblem(tx, behind)),
    ...(await approvedOtherwise(tx)),
    ...(await listed(tx)),
    ...(await routingProblem(tx)),
  ];
}

/** For those who see to it who works here, until a review of the log covers it, at most for as long as a review may take. */
async function unusualVolume(tx: Tx, { actor, now }: Ctx): Promise<Problems> {
  const ability = abilityFor(actor);
  if (!ability.can('change', 'member') && !ability.can('review', 'audit_event')) return [];
  const to = ability.can('read', 'audit_event') ? '/audit-events' : '/members';
  const found = await rows<{ name: string; memberId: string; people: number; most: number; day: string }>(
    tx,
    `SELECT m.name, v.member_id AS "memberId", v.people, v.most,
            to_char(v.at AT TIME ZONE 'America/Los_Angeles', 'FMMonth FMDD, HH24:MI') AS day
       FROM volume_notice v JOIN member m ON m.county_id = v.county_id AND m.id = v.member_id
      WHERE v.at > $1::timestamptz - make_interval(days => ${LOG_REVIEW_DAYS})
        AND NOT EXISTS (SELECT 1 FROM log_review r WHERE r.period_to >= v.at)
      ORDER BY v.at DESC LIMIT 20`,
    [now],
  );
  return found.map(({ day, memberId, most, name, people }) => ({
    says: `${name} read the data of ${people} people within an hour (${day}); more than ${most} is unusual here. Find out why.`,
    to: to === '/members' ? to : `${to}?filter=${JSON.stringify({ actorId: memberId })}`,
  }));
}

async function listed(tx: Tx): Promise<Problems> {
  return rows(
    tx,
    `SELECT 'The audit log does not fit itself. Nothing can be decided until two people have ended the alarm.' AS says,
            '/log-alarm' AS to FROM ${OPEN_ALARM} a
     UNION ALL
     SELECT 'The file ' || file_name || CASE WHEN 'foreign' = ANY (doubts) THEN ' hardly names this county.'
              WHEN doubts && ARRAY['${INCOMPLETE.join("', '")}'] THEN ' seems to lack a part.'
              ELSE ' leaves out people of the file before it.' END || ' It waits for a confirmation.',
            '/imports/' || id || '/show' FROM import WHERE state = 'waiting'
     UNION ALL
     SELECT 'The file ' || file_name || ' counts although it seems to lack a part: convictions of people may be unknown.',
            '/imports/' || id || '/show'
       FROM import WHERE state IN ('done', 'evaluating') AND doubts && ARRAY['${INCOMPLETE.join("', '")}']
     UNION ALL
     SELECT rejected || CASE rejected WHEN 1 THEN ' row of ' ELSE ' rows of ' END || file_name || ' could not be read.', '/imports/' || id || '/show'
       FROM import WHERE rejected > 0 AND state IN ('done', 'evaluating')
     UNION ALL
     SELECT 'Nobody has said what ' || count(*) || CASE count(*) WHEN 1 THEN ' wording' ELSE ' wordings' END
              || ' of ' || file_name || CASE count(*) WHEN 1 THEN ' means' ELSE ' mean' END || ' here.', '/terms'
       FROM import, jsonb_object_keys(unknown_dispositions) AS wording
      WHERE state IN ('done', 'evaluating') AND wording <> '' GROUP BY id, file_name
     UNION ALL
     SELECT title || ' stopped: ' || coalesce(problem, ''), CASE kind WHEN 'import' THEN '/imports/' || subject_id || '/show'
            WHEN 'bulk_review' THEN '/bulk-reviews/' || subject_id || '/show'
            WHEN 'audit_export' THEN '/audit-exports/' || subject_id || '/show' WHEN 'release' THEN '/bulk-reviews'
            WHEN 'simulation' THEN '/simulations/' || subject_id || '/show' WHEN 'impact' THEN '/impact'
            WHEN 'annotated_export' THEN '/imports/' || subject_id || '/show' WHEN 'court_list' THEN '/court-lists'
            WHEN 'people_index' THEN '/imports' ELSE '/policies' END
       FROM work WHERE state = 'failed' AND county_id = current_setting('app.county_id')::uuid
     UNION ALL
     SELECT count(*) || ' convictions changed in a newer file after somebody decided about them.',
            '/convictions?filter=' || '{"changed":true}'
       FROM conviction WHERE changed AND state NOT IN ('imported', 'evaluated', 'superseded') HAVING count(*) > 0`,
  );
}

/** Nothing is approved that another policy determined; while an evaluation runs there is nothing to do but wait. */
async function behindProblem(tx: Tx, behind: number): Promise<Problems> {
  if (behind === 0 || (await one(tx, `SELECT 1 FROM work WHERE kind = 'evaluation' AND state = 'running' LIMIT 1`)))
    return [];
  const they = counted(behind, 'conviction is', 'convictions are');
  const says = `${they} not evaluated under the policy that is in force, so that none of them can be approved. Resume the evaluation.`;
  return [{ says, to: '/policies' }];
}

/** What two people approved stands; as long as it is not released somebody can still think again. */
async function approvedOtherwise(tx: Tx): Promise<Problems> {
  const found = await one<{ n: number }>(
    tx,
    `SELECT count(DISTINCT c.id)::int AS n FROM conviction c
       JOIN determination d ON d.county_id = c.county_id AND d.conviction_id = c.id AND d.history_digest = c.history_digest
        AND d.policy_version = (SELECT max(version) FROM policy) AND d.dialect = $1
      WHERE c.state = 'approved' AND NOT ${inForce('c')} AND d.outcome IS DISTINCT FROM c.outcome`,
    [DIALECT],
  );
  const n = found?.n ?? 0;
  if (n === 0) return [];
  const they = counted(n, 'approval that is not released yet follows', 'approvals that are not released yet follow');
  const says = `${they} an earlier version of the policy or of this program, and the present one says otherwise.`;
  return [{ says, to: `/convictions?filter=${JSON.stringify({ state: ['approved'] })}` }];
}

/** A policy that refers convictions to other offices needs to know whose they are. */
async function routingProblem(tx: Tx): Promise<Problems> {
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
