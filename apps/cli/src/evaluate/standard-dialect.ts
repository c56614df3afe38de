import {
  answerLines,
  balanceOf,
  BalanceCount,
  balanceText,
  blankTail,
  compilePolicy,
  determinationHeaders,
  determinationTail,
  evaluateSpokenOf,
  ImpactCount,
  isListed,
  isSpokenOf,
  outsideReasonTexts,
  sumOfBalances,
  sumOfImpacts,
  withRepeats,
  type Balance,
  type CompiledPolicy,
  type EvaluationContext,
  type Impact,
  type Policy,
  type RowAccount,
  type CutRow,
} from '@clearance/eligibility';
import {
  buildHistory,
  cellsThatMatter,
  cellText,
  COLUMN,
  type HistoryRow,
  type LocalDate,
  type RejectReason,
  type UnreadRow,
} from '@clearance/record';
import { harmlessLine } from './csv.ts';
import type { Answer, Delivered, FileCounts, Judge, ResultDialect, RowWithout } from './dialect.ts';

/** What a judge counts: the impact of its determinations, and what became of every row that had to be accounted for. */
export interface StandardCounts {
  readonly impact: Impact;
  readonly balance: Balance;
}

const BLANK = blankTail(determinationHeaders);

class StandardJudge implements Judge<HistoryRow, StandardCounts> {
  readonly #count: ImpactCount;
  readonly #balance = new BalanceCount();
  readonly #compiled: CompiledPolicy;
  readonly #policy: Policy;
  readonly #context: EvaluationContext;

  constructor(policy: Policy, context: EvaluationContext) {
    this.#policy = policy;
    this.#context = context;
    this.#compiled = compilePolicy(policy, context.asOf);
    this.#count = new ImpactCount(policy, context);
  }

  judge(facts: readonly HistoryRow[], unread: readonly UnreadRow[], { placeOf, repeats }: Delivered): Answer[] {
    const history = buildHistory(facts, undefined, { unread });
    const determinations = evaluateSpokenOf(history, this.#policy, this.#context);
    if (determinations.length > 0) this.#count.add({ history, determinations });
    const answers: Answer[] = [];
    const accounts = withRepeats(balanceOf(history, determinations, this.#compiled, this.#context.county), repeats);
    const byLine = new Map(accounts.map((account) => [account.line, account]));
    this.#balance.add([...byLine.values()]);
    const lines = answerLines(history);
    for (const determination of determinations) {
      if (!isListed(determination)) continue;
      const line = lines.get(determination.convictionKey) ?? 0;
      const tail = determinationTail(determination, harmlessLine, [], placeOf);
      answers.push({ line, tail, inScope: isSpokenOf(determination), ...accountOf(byLine.get(line)) });
      byLine.delete(line);
    }
    for (const account of byLine.values()) {
      const without = accountOf(account);
      if (without.account) answers.push({ line: account.line, tail: BLANK, inScope: false, ...without });
    }
    return answers.sort((one, other) => one.line - other.line);
  }

  counted(): StandardCounts {
    return { impact: this.#count.result(), balance: this.#balance.result() };
  }
}

/** What `outside.csv` says of a row; nothing of one with a determination. */
function accountOf(account: RowAccount | undefined): { account?: RowWithout } {
  if (account?.became === 'outside')
    return { account: { became: 'outside', reason: outsideReasonTexts[account.reason] } };
  if (account?.became !== 'unexplained') return {};
  const reason = `names ${account.section}, and no conviction of the file explains it`;
  return { account: { became: 'needs_review', reason } };
}

/**
 * The product's own reading. Each conviction that the policy speaks of has its answer on the row that decided its count; so
 * has one whose comment names a cannabis charge, though it is not in scope.
 */
export class StandardDialect implements ResultDialect<HistoryRow, StandardCounts> {
  readonly person = 'CII_NUMBER';
  readonly exact = false;
  readonly accounts = true;
  readonly headers = determinationHeaders;
  readonly #policy: Policy;
  readonly #context: EvaluationContext;
  readonly #impacts: Impact[] = [];
  readonly #balances: Balance[] = [];

  constructor(policy: Policy, { asOf, county }: { readonly asOf: LocalDate; readonly county: string }) {
    this.#policy = policy;
    this.#context = { asOf, county };
  }

  begin(): StandardJudge {
    return new StandardJudge(this.#policy, this.#context);
  }

  keep({ balance, impact }: StandardCounts): void {
    this.#impacts.push(impact);
    this.#balances.push(balance);
  }

  personOf(row: CutRow): string {
    return cellText(row.cell(COLUMN.CII_NUMBER)).toUpperCase();
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
    return BLANK;
  }

  summary(counts: FileCounts): object {
    const { accepted, people, rejected, repeated, seconds, unassigned } = counts;
    const { name, title, version } = this.#policy;
    return {
      county: this.#context.county,
      asOf: this.#context.asOf,
      policy: { name, version, title },
      lineCount: accepted,
      rejectedCount: rejected,
      rejectedOfUnknownPersonCount: unassigned,
      repeatedCount: repeated,
      peopleOnFile: people,
      processingTimeInSeconds: seconds,
      balance: this.#balanceWith(counts),
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

  balance(counts: FileCounts): string {
    return balanceText(this.#balanceWith(counts));
  }

  #balanceWith({ reasons }: FileCounts): Balance {
    const rejected = new BalanceCount();
    for (const [reason, count] of Object.entries(reasons)) rejected.reject(reason as RejectReason, count);
    return sumOfBalances([...this.#balances, rejected.result()]);
  }

  #impact(): Impact {
    return sumOfImpacts([new ImpactCount(this.#policy, this.#context).result(), ...this.#impacts]);
  }
}
