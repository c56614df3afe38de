import type { Likeness } from './court-case.ts';
import { isSameCase, isStepAfter, mayBeSameOffense, numberOf, sharesSection } from './court-case.ts';
import { parseDojDate } from './doj-date.ts';
import { textOf } from './cell.ts';
import type { DispositionKind, HistoryRow, PlacedCount } from './history.ts';
import type { DateRange } from './local-date.ts';

/** What says how a count ended, whatever came later. */
const SETTLING: readonly DispositionKind[] = ['convicted', 'adjudicated', 'not_convicted', 'relieved', 'reduced'];

const CONVICTED: readonly DispositionKind[] = ['convicted', 'reduced'];

/**
 * Whether another court step says what became of a count whose own disposition cannot be read: a later one that has the
 * same count with a known end, or an earlier one that convicted of it already, so that this is a later word on that
 * conviction and not another one.
 */
export function isSettledElsewhere(courtCounts: readonly PlacedCount[], own: PlacedCount): boolean {
  return courtCounts.some((other) => {
    if (other.step === own.step || !isSurelySameCount(own, other)) return false;
    const kinds = isStepAfter(other, own) === 'yes' ? SETTLING : CONVICTED;
    return other.count.dispositions.some(({ kind }) => kinds.includes(kind));
  });
}

/** Only what leaves no doubt: the same case, the same number of the count, and a section in common. */
export function isSurelySameCount(a: PlacedCount, b: PlacedCount): boolean {
  return (
    numberOf(a.count) === numberOf(b.count) &&
    a.caseNumber !== '' &&
    sharesSection(a.count, b.count) &&
    isSameCase(a, b) === 'yes'
  );
}

/**
 * Whether a conviction may be one that another step tells already: of the same case, or of what may be the same case, with
 * a section in common; but for counts that stand beside each other, in one step or by their numbers in two.
 */
export function mayBeSameConviction(a: PlacedCount, b: PlacedCount): boolean {
  if (a.step === b.step || !mayBeSameOffense(a.count, b.count)) return false;
  const same = isSameCase(a, b);
  if (same === 'no') return false;
  return same === 'perhaps' || !(hasCountLike(a, b) || hasCountLike(b, a));
}

/** Whether the step of one has a count that is numbered as the other, so that the other is that count. */
function hasCountLike({ count, step }: PlacedCount, other: PlacedCount): boolean {
  const number = numberOf(other.count);
  return (
    numberOf(count) !== number &&
    step.counts.some((each) => numberOf(each) === number && mayBeSameOffense(each, other.count))
  );
}

/** The day of one row of a count: that of its disposition, where it has one of its own, or of its step. */
export function dateOfRow(row: HistoryRow): DateRange | undefined {
  return parseDojDate(textOf(row, 'DISP_DATE')) ?? parseDojDate(textOf(row, 'STP_EVENT_DATE'));
}

/** Whether a later court step settles what an earlier one left open, in the same case. */
export function settles(later: PlacedCount, open: PlacedCount): Likeness {
  const after = later.step === open.step ? 'no' : isStepAfter(later, open);
  if (after === 'no' || !later.count.dispositions.some(({ kind }) => SETTLING.includes(kind))) return 'no';
  const same = isSameCase(open, later);
  if (same === 'no') return 'no';
  const isCount = numberOf(later.count) === numberOf(open.count) || sharesSection(later.count, open.count);
  return isCount && same === 'yes' && after === 'yes' ? 'yes' : 'perhaps';
}
