import type { RejectReason } from '@clearance/record';

import type { RowAccount } from './balance.ts';
import type { OutsideReason } from './outside-reason.ts';
import { outsideReasons } from './outside-reason.ts';

/** How many rows had to be accounted for, and what became of each: `rows` is the sum of all the others. */
export interface Balance {
  readonly rows: number;
  /** Rows with an outcome that the policy decides. */
  readonly determination: number;
  /** Rows with a conviction that a person has to look at. */
  readonly needsReview: number;
  /** Rows that name a covered section, and no rule says what became of them: a person has to look at these as well. */
  readonly unexplained: number;
  readonly outside: Readonly<Partial<Record<OutsideReason, number>>>;
  /** Rows that could not be read; each counts, because nobody can tell what it says. */
  readonly rejected: Readonly<Partial<Record<RejectReason, number>>>;
}

export const emptyBalance: Balance = {
  rows: 0,
  determination: 0,
  needsReview: 0,
  unexplained: 0,
  outside: {},
  rejected: {},
};

/** Counts the rows of people, and those that could not be read. */
export class BalanceCount {
  #balance = { ...emptyBalance, outside: {} as Record<string, number>, rejected: {} as Record<string, number> };

  add(accounts: readonly RowAccount[]): void {
    for (const account of accounts) {
      this.#balance.rows += 1;
      if (account.became === 'outside') increase(this.#balance.outside, account.reason);
      else if (account.became === 'needs_review') this.#balance.needsReview += 1;
      else this.#balance[account.became] += 1;
    }
  }

  reject(reason: RejectReason, rows = 1): void {
    this.#balance.rows += rows;
    increase(this.#balance.rejected, reason, rows);
  }

  result(): Balance {
    const { outside, rejected } = this.#balance;
    return { ...this.#balance, outside: inOrder(outside), rejected: { ...rejected } };
  }
}

/** The balance of several counts together. */
export function sumOfBalances(balances: readonly Balance[]): Balance {
  const outside: Record<string, number> = {};
  const rejected: Record<string, number> = {};
  let [rows, determination, needsReview, unexplained] = [0, 0, 0, 0];
  for (const one of balances) {
    rows += one.rows;
    determination += one.determination;
    needsReview += one.needsReview;
    unexplained += one.unexplained;
    for (const [reason, count] of Object.entries(one.outside)) increase(outside, reason, count);
    for (const [reason, count] of Object.entries(one.rejected)) increase(rejected, reason, count);
  }
  return { rows, determination, needsReview, unexplained, outside: inOrder(outside), rejected };
}

/** Whether the classes add up to the rows that had to be accounted for. */
export function isBalanced({ determination, needsReview, outside, rejected, rows, unexplained }: Balance): boolean {
  return rows === determination + needsReview + unexplained + sumOf(outside) + sumOf(rejected);
}

/** One line for people: `1,204 rows accounted for: 310 determined, …`. */
export function balanceText(balance: Balance): string {
  const { determination, needsReview, outside, rejected, rows, unexplained } = balance;
  const parts = [
    `${shown.format(determination)} with a determination`,
    `${shown.format(needsReview)} for a person to review`,
    ...(unexplained > 0 ? [`${shown.format(unexplained)} that no rule explains, for a person as well`] : []),
    `${shown.format(sumOf(outside))} outside this policy`,
    `${shown.format(sumOf(rejected))} rejected`,
  ];
  return `${shown.format(rows)} rows accounted for: ${parts.join(', ')}`;
}

const shown = new Intl.NumberFormat('en-US');

function sumOf(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

function increase(counts: Record<string, number>, reason: string, by = 1): void {
  counts[reason] = (counts[reason] ?? 0) + by;
}

function inOrder(counts: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(outsideReasons.flatMap((reason) => (counts[reason] ? [[reason, counts[reason]]] : [])));
}
