import { CountyKeys, one, Refused, type Act, type Ctx, type Tx } from '@clearance/platform';
import { buildHistory, type History } from '@clearance/record';
import { lockConvictionsOf, type Standing } from '../conviction/standing.ts';
import { determine, markEvaluated, storeMade, type Made } from '../evaluate/determine.ts';
import { officeDay } from '../evaluate/open-evaluation.ts';
import { runAsOf } from '../evaluate/run.ts';
import { namesOfPeople, storeLookups } from '../find/lookup-store.ts';
import { lookupOf } from '../find/tokens.ts';
import { historiesOfPeople, historyDigest, type StoredHistory } from '../import/history-store.ts';
import { unreadRowsOf } from '../import/unread-rows.ts';
import { termsOf, type CountyTerms } from '../terms/terms-of.ts';
import { factsOf } from './fact-store.ts';

/** A person of whom something is entered, with her convictions, all locked. */
export interface LockedPerson {
  readonly id: string;
  readonly importId: string;
  readonly stored: StoredHistory;
  readonly standing: ReadonlyMap<string, Standing>;
  readonly terms: CountyTerms;
}

/**
 * Locks the person of a conviction and all her convictions, in the order in which counting and evaluating lock them.
 * Throws `not_found`.
 */
export async function lockPersonOf(tx: Tx, convictionId: string): Promise<LockedPerson> {
  const found = await one<{ id: string; importId: string }>(
    tx,
    `SELECT p.id, p.import_id AS "importId" FROM person p
      WHERE p.id = (SELECT c.person_id FROM conviction c WHERE c.id = $1) FOR NO KEY UPDATE`,
    [convictionId],
  );
  const [stored] = found ? await historiesOfPeople(tx, [found.id]) : [];
  if (!found || !stored) throw new Refused('not_found');
  const standing = await lockConvictionsOf(tx, [found.id]);
  return { ...found, stored, standing, terms: await termsOf(tx) };
}

/** Her history with the facts that stand now. */
export async function historyWithFacts(
  tx: Tx,
  { id, stored, terms }: Pick<LockedPerson, 'id' | 'stored' | 'terms'>,
): Promise<History> {
  // Asked anew: what was entered a moment ago may have settled an unread row.
  const unread = (await unreadRowsOf(tx, [id])).get(id) ?? [];
  return buildHistory(stored.rows, terms.dispositions, { entered: (await factsOf(tx, [id])).of(id), unread });
}

/**
 * Evaluates one person again under the policy in force, as of the day of the determinations that stand, so that what
 * moves is moved by the facts alone. Answers what was made and the entries for the log. Throws `no_policy`.
 */
export async function evaluatePerson(
  tx: Tx,
  ctx: Ctx,
  keys: CountyKeys,
  person: LockedPerson,
): Promise<{ acts: Act[]; made: Made[] }> {
  const { id: personId, importId, standing, stored, terms } = person;
  const history = await historyWithFacts(tx, person);
  const digest = historyDigest({ rows: stored.rows, entered: history.entered, unread: history.unread });
  await tx.query(`UPDATE person SET history_digest = $2 WHERE id = $1`, [personId, digest]);
  const key = await keys.of(tx, ctx.countyId);
  const { lastFour = '', names = [stored.name] } = (await namesOfPeople(tx, [personId])).get(personId) ?? {};
  await storeLookups(tx, ctx.countyId, [{ personId, lookup: lookupOf(key, { names, lastFour, history }) }]);
  const last = await one<{ asOf: string | null }>(
    tx,
    `SELECT max(d.as_of)::text AS "asOf" FROM conviction c
       JOIN determination d ON d.county_id = c.county_id AND d.id = c.determination_id WHERE c.person_id = $1`,
    [personId],
  );
  const run = await runAsOf(tx, last?.asOf ?? officeDay(ctx.now), terms);
  if (!run) throw new Refused('no_policy');
  const read = { personId, importId, digest, history };
  const made = determine(key, run, read, standing);
  const where = { countyId: ctx.countyId, at: ctx.now };
  const { acts } = await storeMade(tx, where, run, { made, personIds: [personId] }, standing);
  await markEvaluated(tx, run, [personId], new Set(history.unread.length > 0 ? [personId] : []));
  return { acts, made };
}
