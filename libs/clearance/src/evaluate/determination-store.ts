import { traceBytes, type Determination } from '@clearance/eligibility';
import type { Tx } from '@clearance/platform';
import { DIALECT } from '@clearance/record';
import { asOneValue } from '../one-value.ts';
import { packText, unpackText } from '../packed-text.ts';

/** A determination that was made, beside the ids under which it is stored. */
export interface MadeDetermination {
  readonly id: string;
  readonly convictionId: string;
  readonly historyDigest: string;
  readonly outcome: string;
  readonly ruleId: string;
  readonly legalBasis: string;
  /** What `packTrace` gives. */
  readonly body: Buffer;
  /** The facts from people that it was made on. */
  readonly factIds: readonly string[];
}

/** The whole determination with its trace, as it is stored. */
export const packTrace = (determination: Determination): Buffer => packText(traceBytes(determination));

/** The canonical text of a stored determination, which a replay must give again. Throws when the bytes were damaged. */
export const traceOf = (body: Buffer): string => unpackText(body);

/**
 * Appends determinations of this program's dialect; one that is there already (the same in all that makes it) stays
 * as it is.
 */
export async function storeDeterminations(
  tx: Tx,
  countyId: string,
  run: { readonly version: number; readonly asOf: string; readonly terms: { readonly version: number } },
  at: Date,
  made: readonly MadeDetermination[],
): Promise<void> {
  if (made.length === 0) return;
  const { begins, bytes, sizes } = asOneValue(made.map((one) => one.body));
  await tx.query(
    `INSERT INTO determination (county_id, id, conviction_id, policy_version, as_of, history_digest, outcome, rule_id,
                                legal_basis, body, at, terms_version, fact_ids, dialect)
     SELECT $1, id, conviction, $2, $3, digest, outcome, rule, basis, substr($5::bytea, at, size), $4, $14, facts::uuid[],
            $16
       FROM unnest($6::uuid[], $7::uuid[], $8::text[], $9::text[], $10::text[], $11::text[], $12::int[], $13::int[],
                   $15::text[])
            AS t (id, conviction, digest, outcome, rule, basis, at, size, facts)
     ON CONFLICT DO NOTHING`,
    [
      ...[countyId, run.version, run.asOf, at, bytes],
      ...[made.map((one) => one.id), made.map((one) => one.convictionId), made.map((one) => one.historyDigest)],
      ...[made.map((one) => one.outcome), made.map((one) => one.ruleId), made.map((one) => one.legalBasis)],
      // An array of arrays has to be as wide everywhere: each list of ids goes as the text of one.
      ...[begins, sizes, run.terms.version, made.map((one) => `{${one.factIds.join()}}`), DIALECT],
    ],
  );
}
