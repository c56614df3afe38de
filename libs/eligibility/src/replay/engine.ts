import type { Beside, DispositionWording, HistoryRow, LocalDate } from '@clearance/record';

import type { Policy } from '../policy/policy.ts';
import type { RoutingTable } from '../routing/routing-table.ts';

/**
 * What a determination is made from, as it is stored. An engine of any dialect reads the rows itself, with the wordings,
 * statute lists and routing tables that it shipped.
 */
export interface Ground {
  /** Every accepted row of the person with its 95 cells, in any order. */
  readonly rows: readonly HistoryRow[];
  /** What is known of the person beside these rows: those that could not be read, and what people entered. */
  readonly beside: Beside;
  /** The county's own wordings of dispositions, beside those that the engine shipped. */
  readonly wordings: readonly DispositionWording[];
  /** The policy as it was published, in the version that it was made under. */
  readonly policy: Policy;
  readonly context: {
    readonly county: string;
    readonly asOf: LocalDate;
    /** The county's own routing table instead of the one that the engine shipped for it. */
    readonly routing?: RoutingTable;
  };
}

/** A determination as the bytes that are stored: canonical JSON. */
export interface DeterminedBytes {
  /** `Conviction.key`, as that engine names convictions. */
  readonly convictionKey: string;
  readonly bytes: string;
}

/** Determines every conviction of one person that concerns the county. */
export type Engine = (ground: Ground) => readonly DeterminedBytes[];
