import { textOf } from './cell.ts';
import type { Count, Cycle, DispositionKind, Step } from './history.ts';

/** What says how a count ended, whatever came later. */
const SETTLING: readonly DispositionKind[] = ['convicted', 'not_convicted', 'relieved', 'reduced'];

/**
 * Whether another court step of the cycle says what became of a count whose own disposition cannot be read: a later one
 * that has the same count with a known end, or an earlier one that convicted of it already, so that this is a later word
 * on that conviction and not another one.
 */
export function isSettledElsewhere(cycle: Cycle, step: Step, count: Count): boolean {
  return cycle.steps.some((other) => {
    if (other.kind !== 'court' || other === step) return false;
    const kinds = other.order > step.order ? SETTLING : (['convicted', 'reduced'] as const);
    return other.counts.some(
      (candidate) =>
        candidate.dispositions.some(({ kind }) => kinds.includes(kind)) && isSameCount(step, count, other, candidate),
    );
  });
}

/** Only what leaves no doubt: the same case number, the same number of the count, and a section in common. */
function isSameCount(step: Step, count: Count, otherStep: Step, other: Count): boolean {
  const caseNumber = caseNumberOf(step, count);
  if (caseNumber === '' || caseNumber !== caseNumberOf(otherStep, other)) return false;
  if (numberOf(count) !== numberOf(other)) return false;
  const sections = sectionsOf(count);
  return sectionsOf(other).some((section) => sections.includes(section));
}

/** The number of a count within its step: the third group of three digits of CNT_ORDER. */
export function numberOf(count: Count): string {
  return count.order.slice(6, 9);
}

/** OFN of the count, or of the first count of its step that has one. */
export function caseNumberOf(step: Step, count: Count): string {
  const own = firstNumber(count);
  if (own !== '') return own;
  for (const other of step.counts) {
    const number = firstNumber(other);
    if (number !== '') return number;
  }
  return '';
}

function firstNumber({ rows }: Count): string {
  for (const row of rows) {
    const number = textOf(row, 'OFN');
    if (number !== '') return number;
  }
  return '';
}

function sectionsOf({ charged, offense }: Count): string[] {
  return [...charged.references, ...offense.references].map(({ section }) => section);
}
