import {
  evaluate,
  ImpactCount,
  isSpokenOf,
  sumOfImpacts,
  type Determination,
  type EvaluationContext,
  type Impact,
  type Policy,
} from '@clearance/eligibility';
import { buildHistory, cellsThatMatter, cellText, COLUMN, type HistoryRow, type LocalDate } from '@clearance/record';
import { harmlessLine } from './csv.ts';
import type { CutRow } from './cut-row.ts';
import type { Answer, FileCounts, Judge, ResultDialect } from './dialect.ts';

const columns = {
  outcome: (it) => it.outcome,
  rule: (it) => it.ruleId,
  reason: (it) => it.reason,
  agency: (it) => it.agency ?? '',
  order: (it) => it.order ?? '',
  'legal basis': (it) => it.legalBasis,
  citation: (it) => it.citation,
  'unknown facts': (it) =>
    it.unknownFacts.map(({ fact, why, cells }) => `${fact}: ${why} (${cells.join(' ')})`).join('; '),
  flags: (it) => it.flags.join(' '),
} satisfies Record<string, (it: Determination) => string>;

class StandardJudge implements Judge<HistoryRow> {
  readonly count: ImpactCount;
  readonly #policy: Policy;
  readonly #context: EvaluationContext;

  constructor(policy: Policy, context: EvaluationContext) {
    this.#policy = policy;
    this.#context = context;
    this.count = new ImpactCount(policy, context);
  }

  judge(facts: readonly HistoryRow[]): Answer[] {
    const history = buildHistory(facts);
    const determinations = evaluate(history, this.#policy, this.#context);
    if (determinations.length === 0) return [];
    this.count.add({ history, determinations });
    const lines = new Map(history.convictions.map(({ count, key }) => [key, count.disposition.cell.line]));
    const answers = determinations.map((determination): Answer => {
      const cells = Object.values(columns).map((read) => read(determination));
      const line = lines.get(determination.convictionKey) ?? 0;
      return { line, tail: `,${harmlessLine(cells)}\n`, inScope: isSpokenOf(determination) };
    });
    return answers.sort((a, b) => a.line - b.line);
  }
}

/** The product's own reading. Each conviction of the county has its answer on the row that decided its count. */
export class StandardDialect implements ResultDialect<HistoryRow, StandardJudge> {
  readonly person = 'CII_NUMBER';
  readonly exact = false;
  readonly headers = Object.keys(columns);
  readonly #policy: Policy;
  readonly #context: EvaluationContext;
  readonly #files: Impact[] = [];
  readonly #blank = `${','.repeat(this.headers.length)}\n`;

  constructor(policy: Policy, { asOf, county }: { readonly asOf: LocalDate; readonly county: string }) {
    this.#policy = policy;
    this.#context = { asOf, county };
  }

  begin(): StandardJudge {
    return new StandardJudge(this.#policy, this.#context);
  }

  keep({ count }: StandardJudge): void {
    this.#files.push(count.result());
  }

  personOf(row: CutRow): string {
    return cellText(row.cell(COLUMN.CII_NUMBER));
  }

  matters(): boolean {
    return true;
  }

  fact(row: CutRow): HistoryRow {
    return { line: row.line, cells: this.pack(row) };
  }

  pack(row: CutRow): readonly string[] {
    return cellsThatMatter((column) => row.cell(column));
  }

  unpack(line: number, cells: readonly string[]): HistoryRow {
    return { line, cells };
  }

  tail(): string {
    return this.#blank;
  }

  summary({ accepted, people, rejected, seconds }: FileCounts): object {
    const { name, title, version } = this.#policy;
    return {
      county: this.#context.county,
      asOf: this.#context.asOf,
      policy: { name, version, title },
      lineCount: accepted,
      rejectedCount: rejected,
      peopleOnFile: people,
      processingTimeInSeconds: seconds,
      impact: this.#impact(),
    };
  }

  outcome(): string {
    const { felonies, nonFelonies, people } = this.#impact();
    return `${felonies} felonies and ${nonFelonies} others in scope of ${people.all} people, ${people.withRelief} people with some relief`;
  }

  #impact(): Impact {
    return sumOfImpacts([new ImpactCount(this.#policy, this.#context).result(), ...this.#files]);
  }
}
