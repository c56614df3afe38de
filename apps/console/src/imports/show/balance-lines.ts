import type { ImportRow } from '@clearance/contract';

/** A line of the balance: a class of rows, or a part of the class above it. */
export interface BalanceLine {
  readonly label: string;
  readonly count: number;
  readonly isPart: boolean;
}

type Balance = NonNullable<ImportRow['balance']>;

/**
 * The classes of the balance with the parts of each, which add up to all rows of the delivery.
 *
 * @param all the rows of the delivery, those among them that could not be read
 */
export function linesOf(balance: Balance, all: number): readonly BalanceLine[] {
  const { determination, needsReview, outside, rejected, unexplained } = balance;
  const whole = (label: string, count: number): BalanceLine => ({ label, count, isPart: false });
  const part = (label: string, count: number): BalanceLine => ({ label, count, isPart: true });
  return [
    whole('With a determination', determination),
    whole('For a person to look at', needsReview + unexplained),
    ...(unexplained > 0
      ? [
          part('where the determination says which fact is missing', needsReview),
          part('that name a covered offense, and no rule says what became of it', unexplained),
        ]
      : []),
    whole(
      'Outside this policy',
      outside.reduce((sum, { count }) => sum + count, 0),
    ),
    ...outside.map(({ count, says }) => part(says, count)),
    whole('Could not be read', rejected),
    whole('With no conviction and no covered offense: other arrests, dropped charges, custody', all - balance.rows),
    whole('Every row of the delivery', all),
  ];
}
