import { BalanceCount, sumOfBalances, type Balance, type RowAccount } from '@clearance/eligibility';

/** A row that names a covered section, and no rule says what became of it: somebody has to look. */
export interface UnexplainedRow {
  readonly personId: string;
  /** Of the import. */
  readonly line: number;
  readonly section: string;
}

/** What became of the rows of people that have to be accounted for. */
export interface RowsCounted {
  readonly balance: Balance;
  /** The first of them, in no order. */
  readonly unexplained: readonly UnexplainedRow[];
}

/** So many rows are named; each is counted. */
const MOST_NAMED = 200;

/** Accounts for the rows of people, person by person. */
export class RowsCount {
  private readonly count = new BalanceCount();
  private readonly unexplained: UnexplainedRow[] = [];

  add(personId: string, accounts: readonly RowAccount[]): void {
    this.count.add(accounts);
    for (const account of accounts) {
      if (account.became !== 'unexplained' || this.unexplained.length === MOST_NAMED) continue;
      this.unexplained.push({ personId, line: account.line, section: account.section });
    }
  }

  result(): RowsCounted {
    return { balance: this.count.result(), unexplained: this.unexplained };
  }
}

export function sumOfRows(parts: readonly RowsCounted[]): RowsCounted {
  return {
    balance: sumOfBalances(parts.map(({ balance }) => balance)),
    unexplained: parts.flatMap(({ unexplained }) => unexplained).slice(0, MOST_NAMED),
  };
}
