import type { AgencyRouting, DispositionWordingRow } from '@clearance/contract';
import type { RoutingTable } from '@clearance/eligibility';
import { one, type Tx } from '@clearance/platform';
import { readDispositions, type Dispositions, type DispositionWording } from '@clearance/record';

/** How histories are read and who prosecutes, in one county, at one version of its own words. */
export interface CountyTerms {
  /** 0 for what is shipped. */
  readonly version: number;
  readonly dispositions: Dispositions;
  /** The county's own wordings, beside those shipped; `dispositions` has both. */
  readonly wordings: readonly DispositionWording[];
  /** The county's own table; undefined where the one shipped for it holds, if there is one. */
  readonly routing: RoutingTable | undefined;
}

const SHIPPED: CountyTerms = { version: 0, dispositions: readDispositions(), wordings: [], routing: undefined };

/** Dictionaries that were read already, the one used last at the end. A version never changes. */
const known = new Map<string, CountyTerms>();
const MOST_KNOWN = 200;

/**
 * The terms of the transaction's county: the newest, or those of a version, so that an old determination can be made
 * again. Every history is built and every conviction evaluated with these.
 */
export async function termsOf(tx: Tx, version?: number): Promise<CountyTerms> {
  if (version === 0) return SHIPPED;
  const found = await one<{ countyId: string; version: number }>(
    tx,
    `SELECT county_id AS "countyId", version FROM county_terms
      WHERE $1::int IS NULL OR version = $1 ORDER BY version DESC LIMIT 1`,
    [version ?? null],
  );
  if (!found && version !== undefined) throw new Error(`The county has no version ${version} of its terms.`);
  if (!found) return SHIPPED;
  const name = `${found.countyId} ${found.version}`;
  const terms = known.get(name) ?? (await read(tx, found.version));
  known.delete(name);
  known.set(name, terms);
  const [oldest] = known.keys();
  if (known.size > MOST_KNOWN && oldest !== undefined) known.delete(oldest);
  return terms;
}

async function read(tx: Tx, version: number): Promise<CountyTerms> {
  const stored = await one<{ dispositions: DispositionWordingRow[]; routing: AgencyRouting | null; county: string }>(
    tx,
    `SELECT t.dispositions, t.routing, c.name AS county FROM county_terms t JOIN county c ON c.id = t.county_id
      WHERE t.version = $1`,
    [version],
  );
  if (!stored) throw new Error(`The county has no version ${version} of its terms.`);
  const { county, dispositions, routing } = stored;
  return {
    version,
    dispositions: readDispositions(dispositions),
    wordings: dispositions,
    routing: routing ? { county, version: `own ${version}`, ...routing } : undefined,
  };
}
