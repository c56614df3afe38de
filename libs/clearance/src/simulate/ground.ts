import type { EvaluationContext } from '@clearance/eligibility';
import { one, type Tx } from '@clearance/platform';
import { localDate, type Dispositions, type DispositionWording, type History } from '@clearance/record';
import { readingsOf, wholeHistoriesOf } from '../import/reading-store.ts';
import { termsOf } from '../terms/terms-of.ts';

/**
 * What a policy is tried on, as an evaluation has it: the one place from which simulations, counts and replays take how
 * a history is read and where it is judged.
 */
export interface Ground {
  readonly context: EvaluationContext;
  readonly dispositions: Dispositions;
  /** The county's own wordings of dispositions. */
  readonly wordings: readonly DispositionWording[];
}

/** The ground in the transaction's county, as of a day (`YYYY-MM-DD`), under its terms of now or of a version. */
export async function groundOf(tx: Tx, countyId: string, asOf: string, termsVersion?: number): Promise<Ground> {
  const county = await one<{ name: string }>(tx, `SELECT name FROM county WHERE id = $1`, [countyId]);
  const day = localDate(asOf);
  if (!county || !day) throw new Error('There is no such county, or the as-of date is not a date.');
  const { dispositions, routing, wordings } = await termsOf(tx, termsVersion);
  const context = { county: county.name, asOf: day, ...(routing ? { routing } : {}) };
  return { context, dispositions, wordings };
}

/** A person with her present history. */
export interface ReadPerson {
  readonly personId: string;
  readonly history: History;
  /** Where every row was read: of a row that a file of the delivery has again, by its line, that of the row that counts. */
  readonly repeats?: ReadonlyMap<number, number>;
}

/** These people with their present histories, in the order in which the newest file has them. */
export function peopleOn(
  { dispositions }: Ground,
  tx: Tx,
  personIds: readonly string[],
): Promise<Iterable<ReadPerson>> {
  return readingsOf(tx, personIds, dispositions);
}

/** The same with every row, of which decisions pass most over. */
export function wholePeopleOn(
  { dispositions }: Ground,
  tx: Tx,
  personIds: readonly string[],
): Promise<Iterable<ReadPerson>> {
  return wholeHistoriesOf(tx, personIds, dispositions);
}

/** The file whose histories are the present ones; undefined before the first. While it is counted they are of two files. */
export const presentImport = (tx: Tx): Promise<{ id: string; state: string; createdAt: Date } | undefined> =>
  one(
    tx,
    `SELECT id, state, created_at AS "createdAt" FROM import WHERE state IN ('counting', 'evaluating', 'done')
      ORDER BY created_at DESC, id LIMIT 1`,
  );
