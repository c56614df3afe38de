import {
  answerLines,
  blankTail,
  determinationHeaders,
  determinationTail,
  evaluate,
  ImpactTally,
  isSpokenOf,
  type EvaluationContext,
  type Policy,
  type CutRow,
} from '@clearance/eligibility';
import { buildHistory, cellText, COLUMN, type HistoryRow, type LocalDate } from '@clearance/record';
import { harmlessLine } from './csv.ts';
import type { Answer, FileCounts, Judge, ResultDialect } from './dialect.ts';

class StandardJudge implements Judge<HistoryRow> {
  readonly tally: ImpactTally;
  readonly #policy: Policy;
  readonly #context: EvaluationContext;

  constructor(policy: Policy, context: EvaluationContext) {
    this.#policy = policy;
    this.#context = context;
    this.tally = new ImpactTally(context.asOf);
  }

  judge(facts: readonly HistoryRow[]): Answer[] {
    const history = buildHistory(facts);
    const determinations = evaluate(history, this.#policy, this.#context);
    if (determinations.length === 0) return [];
    this.tally.add(history, determinations);
    const lines = answerLines(history);
    const answers = determinations.filter(isSpokenOf).map((determination): Answer => {
      const line = lines.get(determination.convictionKey) ?? 0;
      return { line, tail: determinationTail(determination, harmlessLine), inScope: true };
    });
    return answers.sort((a, b) => a.line - b.line);
  }
}

/** The product's own reading. Each conviction that the policy speaks of has its answer on the row that decided its count. */
export class StandardDialect implements ResultDialect<HistoryRow, StandardJudge> {
  readonly person = 'CII_NUMBER';
  readonly exact = false;
  readonly headers = determinationHeaders;
  readonly #policy: Policy;
  readonly #context: EvaluationContext;
  readonly #tally: ImpactTally;
  readonly #blank = blankTail(determinationHeaders);

  constructor(policy: Policy, { asOf, county }: { readonly asOf: LocalDate; readonly county: string }) {
    this.#policy = policy;
    this.#context = { asOf, county };
    this.#tally = new ImpactTally(asOf);
  }

  begin(): StandardJudge {
    return new StandardJudge(this.#policy, this.#context);
  }

  keep({ tally }: StandardJudge): void {
    this.#tally.absorb(tally);
  }

  personOf(row: CutRow): string {
    return cellText(row.cell(COLUMN.CII_NUMBER));
  }

  matters(): boolean {
    return true;
  }

  /** The row itself serves another line later on, but no history outlives the judging of its person. */
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
      figures: this.#figures(),
    };
  }

  outcome(): string {
    const of = (name: string) => {
      const value = this.#figures().find(({ figure }) => figure === name)?.value;
      return typeof value === 'number' ? value : 0;
    };
    return `${of('felonies')} felonies and ${of('nonFelonies')} others in scope of ${of('people')} people, ${of('peopleWithAnyRelief')} people with some relief`;
  }

  #figures() {
    return this.#tally.figures(`${this.#policy.name} ${this.#policy.version}`);
  }
}
