import { csvCell } from '@clearance/audit';
import {
  annotatedHeader,
  annotatedRow,
  blankTail,
  CutRow,
  determinationHeaders,
  determinationTail,
  isListed,
  type Determination,
} from '@clearance/eligibility';
import { rows, type Tx } from '@clearance/platform';
import { traceOf } from '../../evaluate/determination-store.ts';
import type { FileRow } from '@clearance/record';

/** What is said of the conviction that a line of the file decided. */
export interface Said {
  readonly line: number;
  /** The determination as it was stored, compressed. */
  readonly body: Buffer;
  readonly state: string;
  readonly decision: string | null;
}

const DECISION_HEADERS = ['state', 'recommended'] as const;
const harmless = (cells: readonly string[]) => cells.map(csvCell).join(',');
const columnsOf = (decisions: boolean) => [...determinationHeaders, ...(decisions ? DECISION_HEADERS : [])];

/** The first line of an annotated file. */
export const headersOf = (decisions: boolean): string => annotatedHeader(columnsOf(decisions));

/** What was found for the lines from `first` to `last`. */
export const linesBetween = (tx: Tx, exportId: string, first: number, last: number): Promise<Said[]> =>
  rows<Said>(
    tx,
    `SELECT l.line_no AS line, d.body, c.state, c.decision FROM annotated_line l
       JOIN determination d ON d.county_id = l.county_id AND d.id = l.determination_id
       JOIN conviction c ON c.county_id = d.county_id AND c.id = d.conviction_id
      WHERE l.export_id = $1 AND l.line_no BETWEEN $2 AND $3`,
    [exportId, first, last],
  );

/** Writes rows of the file as the command `clearance evaluate` does, from determinations that were stored. */
export class AnnotatedLines {
  /** How many rows were written. */
  rows = 0;
  private readonly cut = new CutRow();
  private readonly blank: string;

  constructor(private readonly decisions: boolean) {
    this.blank = blankTail(columnsOf(decisions));
  }

  /** @param held accepted rows in the order of the file; `said` in any order */
  write(held: readonly FileRow[], said: readonly Said[]): string {
    const tails = new Map(said.map((one) => [one.line, this.tailOf(one)]));
    this.rows += held.length;
    let text = '';
    for (const row of held) {
      this.cut.take(row);
      text += annotatedRow(this.cut, harmless) + (tails.get(row.line) ?? this.blank);
    }
    return text;
  }

  private tailOf({ body, decision, state }: Said): string {
    const more = this.decisions ? [state, decision ?? ''] : [];
    const determination = JSON.parse(traceOf(body)) as Determination;
    // Taken up under an earlier policy, and nothing that the present one speaks of.
    if (!isListed(determination)) return this.blank;
    return determinationTail(determination, harmless, more);
  }
}
