import type { EnteredFactRow } from '@clearance/contract';
import { enteredFactsOf, sayEntered } from '@clearance/eligibility';
import { rows, type Tx } from '@clearance/platform';
import type { EnteredFact, History } from '@clearance/record';
import { factsNamed } from './fact-store.ts';

interface Signed {
  id: string;
  by: string;
  at: Date;
  withdrawnBy: string | null;
  withdrawnAt: Date | null;
  withdrawnReason: string | null;
}

/** A fact as it is shown, with the key of the conviction that it is about; null where it is about the person. */
export type EnteredRow = Omit<EnteredFactRow, 'about'> & { readonly key: string | null };

/**
 * Every fact about the person, the newest first, those that were withdrawn among them. How each stands is read from the
 * history for the conviction with the key `own`; without one, for the conviction that the fact is about.
 */
export async function enteredRows(tx: Tx, personId: string, history: History, own?: string): Promise<EnteredRow[]> {
  const signed = await rows<Signed>(
    tx,
    `SELECT f.id, f.entered_by_name AS by, f.entered_at AS at, m.name AS "withdrawnBy", w.withdrawn_at AS "withdrawnAt",
            w.reason AS "withdrawnReason"
       FROM entered_fact f
       LEFT JOIN entered_fact_withdrawal w ON w.county_id = f.county_id AND w.fact_id = f.id
       LEFT JOIN member m ON m.county_id = w.county_id AND m.id = w.withdrawn_by
      WHERE f.person_id = $1 ORDER BY f.entered_at DESC, f.id`,
    [personId],
  );
  const ids = signed.map(({ id }) => id);
  const all = new Map((await factsNamed(tx, ids)).map((fact) => [fact.id, fact]));
  const anyKey = history.convictions[0]?.key ?? '';
  const keys = own === undefined ? [...all.values()].map((fact) => keyOf(fact) ?? anyKey) : [own];
  const standing = new Map([...new Set(keys)].map((key) => [key, standingsFor(history, key)]));
  return signed.flatMap(({ at, withdrawnAt, ...one }) => {
    const fact = all.get(one.id);
    if (!fact) return [];
    const key = keyOf(fact);
    const stands = standing.get(own ?? key ?? anyKey)?.get(one.id) ?? 'no_such_conviction';
    return [
      {
        ...one,
        ...{ key, kind: fact.kind, says: sayEntered(fact), source: fact.source, reference: fact.reference },
        ...{ at: at.toISOString(), withdrawnAt: withdrawnAt?.toISOString() ?? null },
        standing: withdrawnAt ? null : stands,
      },
    ];
  });
}

const keyOf = (fact: EnteredFact): string | null => ('conviction' in fact ? fact.conviction : null);

const standingsFor = (history: History, key: string): ReadonlyMap<string, NonNullable<EnteredFactRow['standing']>> =>
  new Map(enteredFactsOf(history, key).map(({ id, standing }) => [id, standing]));
