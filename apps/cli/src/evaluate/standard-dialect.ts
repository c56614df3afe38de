import {
  answerLines,
  blankTail,
  determinationHeaders,
  determinationTail,
  evaluate,
  ImpactCount,
  isListed,
  isSpokenOf,
  sumOfImpacts,
  type EvaluationContext,
  type Impact,
  type Policy,
  type CutRow,
} from '@clearance/eligibility';
import {
  buildHistory,
  cellsThatMatter,
  cellText,
  COLUMN,
  type HistoryRow,
  type LocalDate,
  type UnreadRow,
} from '@clearance/record';
import { harmlessLine } from './csv.ts';
import type { Answer, FileCounts, Judge, ResultDialect } from './dialect.ts';

class StandardJudge implements Judge<HistoryRow, Impact> {
  readonly #count: ImpactCount;
  readonly #policy: Policy;
  readonly #context: EvaluationContext;

  constructor(policy: Policy, context: EvaluationContext) {
    this.#policy = policy;
    this.#context = context;
    this.#count = new ImpactCount(policy, context);
  }

  judge(facts: readonly HistoryRow[], unread: readonly UnreadRow[]): Answer[] {
    const history = buildHistory(facts, undefined, { unread });
    const determinations = evaluate(history, this.#policy, this.#context);
    if (determinations.length === 0) return [];
    this.#count.add({ history, determinations });
    const lines = answerLines(history);
    const answers = determinations.filter(isListed).map((determination): Answer => {
      const line = lines.get(determination.convictionKey) ?? 0;
      return { line, tail: determinationTail(determination, harmlessLine), inScope: isSpokenOf(determination) };
    });
    return answers.sort((a, b) => a.line - b.line);
  }

  counted(): Impact {
    return this.#count.result();
  }
}

/**
 * The product's own reading. Each conviction that the policy speaks of has its answer on the row that decided its count; so
 * has one whose comment names a cannabis charge, though it is not in scope.
 */
export class StandardDialect implements ResultDialect<HistoryRow, Impact> {
  readonly person = 'CII_NUMBER';
  readonly exact = false;
  readonly headers = determinationHeaders;
  readonly #policy: Policy;
  readonly #context: EvaluationContext;
  readonly #impacts: Impact[] = [];
  readonly #blank = blankTail(determinationHeaders);

  constructor(policy: Policy, { asOf, county }: { readonly asOf: LocalDate; readonly county: string }) {
    this.#policy = policy;
    this.#context = { asOf, county };
  }

  begin(): StandardJudge {
    return new StandardJudge(this.#policy, this.#context);
  }

  keep(counted: Impact): void {
    this.#impacts.push(counted);
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

  summary({ accepted, people, rejected, seconds, unassigned }: FileCounts): object {
    const { name, title, version } = this.#policy;
    return {
      county: this.#context.county,
      asOf: this.#context.asOf,
      policy: { name, version, title },
      lineCount: accepted,
      rejectedCount: rejected,
      rejectedOfUnknownPersonCount: unassigned,
      peopleOnFile: people,
      processingTimeInSeconds: seconds,
      impact: this.#impact(),
    };
  }

  outcome(): string {
    const { convictions, felonies, nonFelonies, people, possible } = this.#impact();
    const counts = `${possible} court ${possible === 1 ? 'count' : 'counts'} of which the file does not say whether a conviction followed`;
    const unknown = convictions - felonies - nonFelonies;
    return (
      `${convictions - possible} convictions in scope${possible > 0 ? ` and ${counts}` : ''} ` +
      `(${possible > 0 ? 'together ' : ''}${felonies} felonies, ${nonFelonies} others${unknown > 0 ? `, ${unknown} of unknown severity` : ''}) ` +
      `of ${people.all} people, ${people.withRelief} people with some relief`
    );
  }

  inScope(): number {
    return this.#impact().convictions;
  }

  #impact(): Impact {
    return sumOfImpacts([new ImpactCount(this.#policy, this.#context).result(), ...this.#impacts]);
  }
}
