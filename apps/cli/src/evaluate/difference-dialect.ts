import { compareReadings, type CompatFlow, type CutRow, type Difference, type Policy } from '@clearance/eligibility';
import { COLUMN, type ColumnName, type HistoryRow, type LocalDate, type UnreadRow } from '@clearance/record';
import { harmlessLine } from './csv.ts';
import type { Answer, Dialect, Judge } from './dialect.ts';

const cell = (name: ColumnName) => (it: Difference) => it.row.cells[COLUMN[name]] ?? '';

const columns = {
  line: (it) => String(it.line),
  subject: cell('SUBJECT_ID'),
  CII: cell('CII_NUMBER'),
  count: cell('CNT_ORDER'),
  'case number': cell('OFN'),
  'conviction date': cell('STP_EVENT_DATE'),
  offense: cell('OFFENSE_DESCR'),
  disposition: cell('DISP_DESCR'),
  'determination then': (it) => it.old?.determination ?? 'not in scope',
  'reason then': (it) => it.old?.reason ?? '',
  'outcome now': (it) => it.standard?.outcome ?? 'no conviction',
  'rule now': (it) => it.standard?.ruleId ?? '',
  'reason now': (it) => it.standard?.reason ?? '',
  citation: (it) => it.standard?.citation ?? '',
  'read differently': (it) => [...new Set(it.why.map(({ what }) => what))].join(' '),
  why: (it) => it.why.map(({ says }) => says).join(' '),
} satisfies Record<string, (it: Difference) => string>;

export const differenceHeaders: readonly string[] = Object.keys(columns);

/** Convictions looked at, and those of them that differ. */
export interface DifferenceCounts {
  readonly convictions: number;
  readonly differing: number;
}

class DifferenceJudge implements Judge<HistoryRow, DifferenceCounts> {
  readonly #flow: CompatFlow;
  readonly #policy: Policy;
  readonly #asOf: LocalDate;
  convictions = 0;
  differing = 0;

  constructor(flow: CompatFlow, policy: Policy, asOf: LocalDate) {
    this.#flow = flow;
    this.#policy = policy;
    this.#asOf = asOf;
  }

  judge(facts: readonly HistoryRow[], unread: readonly UnreadRow[]): Answer[] {
    const { convictions, differences } = compareReadings(facts, this.#flow, this.#policy, this.#asOf, { unread });
    this.convictions += convictions;
    this.differing += differences.length;
    return differences.map((difference): Answer => {
      const cells = Object.values(columns).map((read) => read(difference));
      return { line: difference.line, tail: `${harmlessLine(cells)}\n`, inScope: true };
    });
  }

  counted(): DifferenceCounts {
    return { convictions: this.convictions, differing: this.differing };
  }
}

/** One line for each conviction on which an old tool and the product differ. People are those of the old tool. */
export class DifferenceDialect implements Dialect<HistoryRow, DifferenceCounts> {
  readonly person = 'SUBJECT_ID';
  convictions = 0;
  differing = 0;
  readonly #begin: () => DifferenceJudge;

  constructor(flow: CompatFlow, policy: Policy, asOf: LocalDate) {
    this.#begin = () => new DifferenceJudge(flow, policy, asOf);
  }

  begin(): DifferenceJudge {
    return this.#begin();
  }

  keep({ convictions, differing }: DifferenceCounts): void {
    this.convictions += convictions;
    this.differing += differing;
  }

  personOf(row: CutRow): string {
    return row.cell(COLUMN.SUBJECT_ID);
  }

  matters(): boolean {
    return true;
  }

  fact(row: CutRow): HistoryRow {
    return row;
  }

  pack(row: CutRow): readonly string[] {
    return row.cells;
  }

  unpack(line: number, cells: readonly string[]): HistoryRow {
    return { line, cells };
  }

  tail(): string {
    return '';
  }
}
