import { startsOf, type Decision, type State, type Verb } from '@clearance/contract';
import { one, rows, type Tx } from '@clearance/platform';
import type { FoundConviction } from './found-conviction.ts';
import { returnedSql } from './returned.ts';
import { mustStandAsTold } from './stand-as-told.ts';

/**
 * The only file that changes a conviction. Everything people and the engine say is appended elsewhere; here is kept
 * where the conviction stands now, guarded by the version that the caller has seen.
 */

/** A conviction as it stands, with what a new determination of it must know. */
export interface Standing {
  readonly id: string;
  readonly personId: string;
  readonly state: State;
  readonly version: number;
  readonly importId: string;
  readonly digest: string;
  readonly vanished: boolean;
  readonly policyVersion: number | null;
  /** The history that its recommendation was made on; null without one. */
  readonly decidedDigest: string | null;
}

/** Locks what is known of these people's convictions, in one order for everybody who does so. */
export async function lockConvictionsOf(tx: Tx, personIds: readonly string[]): Promise<ReadonlyMap<string, Standing>> {
  const found = await rows<Standing>(
    tx,
    `SELECT c.id, c.person_id AS "personId", c.state, c.version, c.import_id AS "importId",
            c.history_digest AS digest, c.vanished, c.policy_version AS "policyVersion", r.history_digest AS "decidedDigest"
       FROM conviction c LEFT JOIN recommendation r ON r.county_id = c.county_id AND r.id = c.recommendation_id
      WHERE c.person_id = ANY ($1::uuid[]) ORDER BY c.id FOR NO KEY UPDATE OF c`,
    [personIds],
  );
  return new Map(found.map((one) => [one.id, one]));
}

/** Takes up convictions that no file had before, each with its first determination. */
export async function takeUp(
  tx: Tx,
  countyId: string,
  at: Date,
  found: readonly (FoundConviction & { readonly determination: Determined })[],
): Promise<void> {
  if (found.length === 0) return;
  await tx.query(
    `INSERT INTO conviction (county_id, id, person_id, import_id, case_number, offense, court, date_text, date_from, decade,
                             history_digest, state, version, since, determination_id, policy_version, terms_version, dialect, outcome,
                             rule_id, reason, section, severity, flags)
     SELECT $1, f.id, f."personId", f."importId", f."caseNumber", f.offense, f.court, f."dateText", f."dateFrom", f.decade,
            f."historyDigest", 'evaluated', 2, $2, d.id, d."policyVersion", d."termsVersion", d.dialect, d.outcome, d."ruleId", d.reason,
            d.section, d.severity, d.flags
       FROM jsonb_to_recordset($3::jsonb) AS f (id uuid, "personId" uuid, "importId" uuid, "caseNumber" text, offense text,
              court text, "dateText" text, "dateFrom" date, decade int, "historyDigest" text, determination jsonb),
            jsonb_to_record(f.determination) AS d (id uuid, "policyVersion" int, "termsVersion" int, dialect text, outcome text,
              "ruleId" text, reason text, section text, severity text, flags text[])`,
    [countyId, at, JSON.stringify(found)],
  );
}

/** Has known convictions stand as a newer file has them; one whose person has another history now is marked as changed. */
export async function refresh(tx: Tx, found: readonly FoundConviction[]): Promise<void> {
  if (found.length === 0) return;
  await tx.query(
    `UPDATE conviction c SET import_id = f."importId", court = f.court, offense = f.offense, vanished = false,
            changed = c.changed OR c.history_digest <> f."historyDigest", history_digest = f."historyDigest"
       FROM jsonb_to_recordset($1::jsonb) AS f (id uuid, "importId" uuid, court text, offense text, "historyDigest" text)
      WHERE c.id = f.id`,
    [JSON.stringify(found)],
  );
}

/** Has convictions whose person is the same in a newer file stand in that one. */
export async function keepIn(tx: Tx, importId: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.query(`UPDATE conviction SET import_id = $1 WHERE id = ANY ($2::uuid[])`, [importId, ids]);
}

/** What a determination makes of where a conviction stands. */
export interface Determined {
  readonly id: string;
  readonly policyVersion: number;
  readonly termsVersion: number;
  readonly dialect: string;
  readonly outcome: string;
  readonly ruleId: string;
  readonly reason: string;
  readonly flags: readonly string[];
  readonly section: string;
  readonly severity: string;
}

/** What an act makes of one conviction; what is left out stays as it is. */
export interface Advance {
  readonly id: string;
  /** The version that the actor saw; when the conviction has moved on since, nothing happens to it. */
  readonly version: number;
  readonly to: State;
  readonly determination?: Determined;
  /** `null` takes the recommendation away again. */
  readonly recommendation?: { readonly id: string; readonly decision: Decision; readonly by: string } | null;
}

/**
 * Moves convictions by one arrow of the lifecycle, each only if it still has the version that was seen and a state from
 * which the arrow starts. Answers the ids that moved; the others have moved meanwhile by somebody else's act.
 * `releasesAt` is until when an approval can be taken back; every other act ends that.
 */
export async function advance(
  tx: Tx,
  verb: Verb,
  at: Date,
  moves: readonly Advance[],
  { bulkReviewId = null, releasesAt = null }: { bulkReviewId?: string | null; releasesAt?: Date | null } = {},
): Promise<Set<string>> {
  if (moves.length === 0) return new Set();
  await mustStandAsTold(
    tx,
    moves.map(({ id }) => id),
  );
  const moved = await rows<{ id: string }>(
    tx,
    `UPDATE conviction c SET
       state = m.to, version = c.version + 1,
       -- Determined anew nobody has waited less for it.
       since = CASE WHEN c.state = m.to THEN c.since ELSE $2 END,
       determination_id = coalesce((m.determination->>'id')::uuid, c.determination_id),
       policy_version = coalesce((m.determination->>'policyVersion')::int, c.policy_version),
       terms_version = coalesce((m.determination->>'termsVersion')::int, c.terms_version),
       dialect = coalesce(m.determination->>'dialect', c.dialect),
       outcome = coalesce(m.determination->>'outcome', c.outcome),
       rule_id = coalesce(m.determination->>'ruleId', c.rule_id),
       reason = coalesce(m.determination->>'reason', c.reason),
       section = coalesce(m.determination->>'section', c.section),
       severity = coalesce(m.determination->>'severity', c.severity),
       flags = CASE WHEN m.determination IS NULL THEN c.flags
                    ELSE array(SELECT jsonb_array_elements_text(m.determination->'flags')) END,
       recommendation_id = CASE WHEN m.recommendation IS NULL THEN c.recommendation_id ELSE (m.recommendation->>'id')::uuid END,
       decision = CASE WHEN m.recommendation IS NULL THEN c.decision ELSE m.recommendation->>'decision' END,
       recommender_id = CASE WHEN m.recommendation IS NULL THEN c.recommender_id ELSE (m.recommendation->>'by')::uuid END,
       recommended_at = CASE WHEN m.recommendation IS NULL THEN c.recommended_at
                             WHEN m.recommendation ? 'id' THEN $2 END,
       recommender_ids = CASE WHEN m.recommendation ? 'by' AND NOT (m.recommendation->>'by')::uuid = ANY (c.recommender_ids)
                              THEN c.recommender_ids || (m.recommendation->>'by')::uuid ELSE c.recommender_ids END,
       changed = CASE WHEN m.recommendation ? 'id' THEN false ELSE c.changed END,
       bulk_review_id = coalesce($4, c.bulk_review_id),
       releases_at = $5
     FROM jsonb_to_recordset($1::jsonb) AS m (id uuid, version int, "to" text, determination jsonb, recommendation jsonb)
     WHERE c.id = m.id AND c.version = m.version AND c.state = ANY ($3) RETURNING c.id`,
    [
      JSON.stringify(
        moves.map((move) => ({ ...move, recommendation: move.recommendation === null ? {} : move.recommendation })),
      ),
      at,
      startsOf(verb),
      bulkReviewId,
      releasesAt,
    ],
  );
  return new Set(moved.map((row) => row.id));
}

/**
 * Puts a newer determination under recommendations and questions for facts, which stay. One that turned to another outcome counts as moved: what
 * was looked at under the older one has to be looked at again.
 */
export async function redetermine(
  tx: Tx,
  at: Date,
  found: readonly { readonly id: string; readonly determination: Determined }[],
): Promise<void> {
  if (found.length === 0) return;
  await tx.query(
    `UPDATE conviction c SET
       version = c.version + CASE WHEN c.outcome IS DISTINCT FROM d.outcome THEN 1 ELSE 0 END,
       since = CASE WHEN c.outcome IS DISTINCT FROM d.outcome THEN $2 ELSE c.since END,
       determination_id = d.id, policy_version = d."policyVersion", terms_version = d."termsVersion", dialect = d.dialect, outcome = d.outcome,
       rule_id = d."ruleId", reason = d.reason, section = d.section, severity = d.severity, flags = d.flags
     FROM jsonb_to_recordset($1::jsonb) AS f (id uuid, determination jsonb),
          jsonb_to_record(f.determination) AS d (id uuid, "policyVersion" int, "termsVersion" int, dialect text, outcome text, "ruleId" text,
            reason text, section text, severity text, flags text[])
     WHERE c.id = f.id AND c.state IN ('recommended', 'needs_facts')`,
    [JSON.stringify(found), at],
  );
}

/** One act on many convictions alike: what differs is where each goes, and the recommendation that it gets. */
export interface AdvanceAlike {
  readonly verb: Verb;
  /** `place` is the row's `ctid`, read when it was locked in this transaction. */
  readonly moves: readonly (Pick<Advance, 'id' | 'version' | 'to'> & { readonly place: string })[];
  /** The recommendations that were made, in the order of the moves; `null` takes those that stand away. */
  readonly recommended?: { readonly ids: readonly string[]; readonly decision: Decision; readonly by: string } | null;
  /** Null where the act is of no bulk review: the last one stays noted. */
  readonly bulkReviewId: string | null;
  readonly releasesAt: Date | null;
}

/**
 * Has the rows of a locked set found by their places alone. Of a state that a county has just come into, or a county that is
 * new, the planner believes that there is one row, and would hold every one of them against every move.
 */
const byPlace = (tx: Tx, only: 'on' | 'off') =>
  tx.query(
    `SELECT set_config('enable_seqscan', $1, true), set_config('enable_indexscan', $1, true),
            set_config('enable_bitmapscan', $1, true)`,
    [only === 'on' ? 'off' : 'on'],
  );

/** Does what `advance` does, for thousands of locked rows at once. Answers how many moved. */
export async function advanceAlike(tx: Tx, at: Date, act: AdvanceAlike): Promise<number> {
  const { moves, recommended } = act;
  await mustStandAsTold(
    tx,
    moves.map(({ id }) => id),
  );
  await byPlace(tx, 'on');
  const moved = await one<{ n: number }>(
    tx,
    `WITH moved AS (
       UPDATE conviction c SET
         state = m.to, version = c.version + 1, since = $1, bulk_review_id = coalesce($2, c.bulk_review_id), releases_at = $3,
         recommendation_id = CASE WHEN $4 THEN m.recommendation ELSE c.recommendation_id END,
         decision = CASE WHEN $4 THEN $5 ELSE c.decision END,
         recommender_id = CASE WHEN $4 THEN $6::uuid ELSE c.recommender_id END,
         recommended_at = CASE WHEN $4 THEN CASE WHEN $5 IS NULL THEN NULL ELSE $1::timestamptz END ELSE c.recommended_at END,
         recommender_ids = CASE WHEN $6::uuid IS NULL OR $6::uuid = ANY (c.recommender_ids) THEN c.recommender_ids
                                ELSE c.recommender_ids || $6::uuid END,
         changed = c.changed AND $6::uuid IS NULL
       FROM unnest($7::uuid[], $8::int[], $9::text[], $10::uuid[], $12::tid[]) AS m (id, version, "to", recommendation, place)
       WHERE c.ctid = m.place AND c.id = m.id AND c.version = m.version AND c.state = ANY ($11) RETURNING 1)
     SELECT count(*)::int AS n FROM moved`,
    [
      ...[at, act.bulkReviewId, act.releasesAt, recommended !== undefined],
      ...[recommended?.decision ?? null, recommended?.by ?? null],
      ...[moves.map(({ id }) => id), moves.map(({ version }) => version), moves.map(({ to }) => to)],
      ...[recommended?.ids ?? moves.map(() => null), startsOf(act.verb)],
      moves.map(({ place }) => place),
    ],
  );
  await byPlace(tx, 'off');
  return moved?.n ?? 0;
}

/**
 * Whether an approval can still be taken back, as SQL: what is approved until it is released; what became something else
 * by the approval, until the same time. What was given no time is final at once, but where a newer file holds it back.
 * `alias` and `at` are fixed texts.
 */
export const canUndo = (alias: string, at: string): string =>
  `(${alias}.state = 'approved' AND (${alias}.releases_at IS DISTINCT FROM ${alias}.since OR ${alias}.changed OR ${alias}.vanished) OR ${alias}.state IN ('referred', 'challenged', 'excluded') AND ${alias}.releases_at > ${at})`;

/**
 * Whether it stands as the bulk review `batch` approved it, as SQL: what somebody took back alone and approved alone again
 * is no longer of the batch. `alias` and `batch` are fixed texts.
 */
export const approvedIn = (alias: string, batch: string): string =>
  `EXISTS (SELECT 1 FROM approval a WHERE a.county_id = ${alias}.county_id AND a.conviction_id = ${alias}.id
             AND a.round = ${alias}.version - 1 AND a.verdict = 'approve' AND a.bulk_review_id = ${batch})`;

/** Marks what the newest file no longer holds. What people approved stays as it is, marked. */
export async function markVanished(
  tx: Tx,
  importId: string,
): Promise<Pick<Standing, 'id' | 'version' | 'state' | 'policyVersion'>[]> {
  return rows(
    tx,
    `UPDATE conviction SET vanished = true WHERE import_id <> $1 AND NOT vanished RETURNING id, version, state, policy_version AS "policyVersion"`,
    [importId],
  );
}

/** Marks convictions of which a person's present history says nothing any more. */
export async function markLost(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.query(`UPDATE conviction SET vanished = true WHERE id = ANY ($1::uuid[])`, [ids]);
}

/** Locks one conviction and tells what a decision about it needs to know. */
export async function lockConviction(tx: Tx, id: string) {
  return one<{
    id: string;
    state: State;
    version: number;
    outcome: string | null;
    decision: Decision | null;
    determinationId: string | null;
    recommendationId: string | null;
    recommenderId: string | null;
    recommenderIds: string[];
    historyDigest: string;
    policyVersion: number | null;
    termsVersion: number | null;
    since: Date;
    releasesAt: Date | null;
    changed: boolean;
    vanished: boolean;
    /** Returned, and nobody has recommended anything since. */
    returned: boolean;
  }>(
    tx,
    `SELECT id, state, version, outcome, decision, determination_id AS "determinationId",
            recommendation_id AS "recommendationId", recommender_id AS "recommenderId",
            recommender_ids::text[] AS "recommenderIds", history_digest AS "historyDigest",
            policy_version AS "policyVersion", terms_version AS "termsVersion", since, releases_at AS "releasesAt", changed, vanished,
            ${returnedSql('conviction')} IS NOT NULL AS returned
       FROM conviction WHERE id = $1 FOR NO KEY UPDATE`,
    [id],
  );
}
