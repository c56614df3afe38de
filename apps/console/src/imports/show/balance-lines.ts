import type { ImportRow } from '@clearance/contract';

/** A line of the balance: a class of rows, or a part of the class above it. */
export interface BalanceLine {
  readonly label: string;
  readonly count: number;
  readonly isPart: boolean;
}

/** The classes of the balance, which add up to its rows, with the parts of each. */
export function linesOf(balance: NonNullable<ImportRow['balance']>): readonly BalanceLine[] {
  const { determination, needsReview, outside, rejected, unexplained } = balance;
  const whole = (label: string, count: number): BalanceLine => ({ label, count, isPart: false });
  const part = (label: string, count: number): BalanceLine => ({ label, count, isPart: true });
  return [
    whole('With a determination', determination),
    whole('For a person to look at', needsReview + unexplained),
    ...(unexplained > 0 ? [part('that name a covered offense, and no rule says what became of it', unexplained)] : []),
    whole(
      'Outside this policy',
      outside.reduce((sum, { count }) => sum + count, 0),
    ),
    ...outside.map(({ count, says }) => part(says, count)),
    whole('Could not be read', rejected),
  ];
}
