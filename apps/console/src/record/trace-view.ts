import type { Determination, TraceStep } from '@clearance/contract';

/** `GET /api/convictions/:id/trace`: what the policy says about one conviction and why, and what it said earlier. */
export interface TraceView {
  readonly determination: Determination | null;
  readonly policyName: string | null;
  readonly policyVersion: number | null;
  readonly asOf: string | null;
  readonly historyDigest: string | null;
  readonly decidedAt: string | null;
  readonly flagRows: readonly FlagRow[];
  /** Where lines that the reasons name stand in the present file, which says the same on other lines. */
  readonly movedLines: Readonly<Record<string, number>>;
  readonly earlier: readonly EarlierDetermination[];
}

/** What raised a flag: the words of the record and their cells; or a line that could not be read, and its import. */
export interface FlagRow {
  readonly flag: string;
  readonly text: string;
  readonly cells: readonly string[];
  readonly importId: string | null;
}

export interface EarlierDetermination {
  readonly policyVersion: number;
  readonly policyName: string;
  readonly asOf: string;
  readonly outcome: Determination['outcome'];
  readonly reason: string;
  readonly at: string;
}

export type TraceTerm = TraceStep['terms'][number];
export type CellText = TraceTerm['cells'][number];
export type Truth = TraceTerm['result'];
