import { cellText } from '../cell.ts';
import { COLUMN } from '../columns.ts';
import type { LineProblem } from './diagnose-line.ts';
import { rewrittenNumber, roundedNumber } from './rewritten-number.ts';

/** Which cell says whose row it is: the state's identifier, or the person's number within this one file. */
export type PersonColumn = 'CII_NUMBER' | 'SUBJECT_ID';

/** Who and which case: where two of them read the same, two people or two cases would become one. */
const TELLING_APART = ['CII_NUMBER', 'SUBJECT_ID', 'OFN'] as const;

const MAY_LACK_ORDER: ReadonlySet<string> = new Set(['REGISTRATION', 'DECEASED']);

/** What keeps a row from being put in its place: the person it belongs to, and the count of that person's history. */
export function assignmentProblem(cells: readonly string[], person: PersonColumn): LineProblem | undefined {
  if (cellText(cells[COLUMN[person]] ?? '') === '') {
    return { reason: 'missing_person', detail: `${person} is empty, so the row belongs to nobody` };
  }
  for (const column of TELLING_APART) {
    const detail = roundedNumber(cells[COLUMN[column]] ?? '', column);
    if (detail) return { reason: 'rewritten_number', detail };
  }
  const order = cellText(cells[COLUMN.CNT_ORDER] ?? '');
  if (/^\d{12}$/.test(order)) return undefined;
  const stepType = cellText(cells[COLUMN.STP_TYPE_DESCR] ?? '').toUpperCase();
  if (order === '' && MAY_LACK_ORDER.has(stepType)) return undefined;
  // What stands there instead may be anything, a social security number included, so it is not repeated here.
  const detail = order === '' ? 'CNT_ORDER is empty' : (rewrittenNumber(order) ?? 'CNT_ORDER is not twelve digits');
  return { reason: 'wrong_count_order', detail };
}
