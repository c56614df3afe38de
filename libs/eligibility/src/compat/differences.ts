import { buildHistory } from '@clearance/record';
import type { Beside, Conviction, HistoryRow, LocalDate } from '@clearance/record';

import type { Determination, Outcome } from '../determination.ts';
import { evaluate } from '../evaluate/evaluate.ts';
import { isSpokenOf } from '../evaluate/ruling.ts';
import type { Policy } from '../policy/policy.ts';
import { evaluateCompat } from './columns.ts';
import type { CompatAnswer } from './columns.ts';
import type { Day } from './day.ts';
import type { CompatDecision, CompatFlow } from './flow.ts';
import { compatRow } from './row.ts';
import { whyOnlyOld, whyOnlyStandard, whyOtherwise } from './why.ts';
import type { Why } from './why.ts';

/** A conviction on which an old tool and the product do not agree. */
export interface Difference {
  /** The line of the file on which the conviction stands. */
  readonly line: number;
  readonly row: HistoryRow;
  /** Undefined where the old tool did not speak of it. */
  readonly old: CompatDecision | undefined;
  /** Undefined where there is no such conviction in the product's reading. */
  readonly standard: Determination | undefined;
  /** At least one. */
  readonly why: readonly Why[];
}

export interface Compared {
  /** Convictions that either of the two speaks of. */
  readonly convictions: number;
  /** In the order of the file. */
  readonly differences: readonly Difference[];
}

/** Which outcomes say the same as the words of the old tools. */
const SAME: Readonly<Record<CompatDecision['determination'], Outcome>> = {
  'Eligible for Dismissal': 'dismiss',
  'Eligible for Reduction': 'reduce',
  'Not eligible': 'not_eligible',
  'Hand Review': 'needs_review',
  'Maybe Eligible - Flag for Review': 'needs_review',
  'To be reviewed by City Attorneys': 'refer',
  '': 'not_eligible',
};

/**
 * Reads one person both ways, and says where the two differ and why.
 *
 * @param rows every accepted row of the person, in file order
 * @param beside what the product knows beside them; the old tools knew nothing else
 */
export function compareReadings(
  rows: readonly HistoryRow[],
  flow: CompatFlow,
  policy: Policy,
  asOf: LocalDate,
  beside: Beside = {},
): Compared {
  const old = rows.map(({ cells }) => compatRow(cells));
  const person = evaluateCompat(old, flow);
  const history = buildHistory(rows, undefined, beside);
  const byKey = new Map(history.convictions.map((conviction) => [conviction.key, conviction]));
  const determinations = evaluate(history, policy, { county: flow.county, asOf });
  const answerOf = new Map(person.answers.map((answer) => [rows[answer.conviction.row]?.line ?? 0, answer]));
  const birth = person.history.birth;
  const differences: Difference[] = [];
  let convictions = 0;

  for (const determination of determinations) {
    const conviction = byKey.get(determination.convictionKey);
    if (!conviction) continue;
    const { answer, line } = answerIn(conviction, answerOf);
    if (!answer && !isSpokenOf(determination)) continue;
    convictions += 1;
    answerOf.delete(line);
    if (isSame(answer, determination)) continue;
    const row = rowAt(rows, answer ? line : conviction.count.disposition.cell.line);
    const why = answer
      ? whyOf(answer, determination, birth)
      : whyOnlyStandard(
          conviction.count.rows.map(({ cells }) => compatRow(cells)),
          determination,
          flow,
        );
    differences.push({ line: row.line, row, old: answer, standard: determination, why });
  }
  for (const [line, answer] of answerOf) {
    convictions += 1;
    const why = whyOnlyOld(answer, undefined, old[answer.conviction.row]);
    differences.push({ line, row: rowAt(rows, line), old: answer, standard: undefined, why });
  }
  return { convictions, differences: differences.sort((a, b) => a.line - b.line) };
}

function isSame(answer: CompatAnswer | undefined, determination: Determination): boolean {
  if (!answer) return determination.outcome === 'out_of_scope';
  return isSpokenOf(determination) && SAME[answer.determination] === determination.outcome;
}

function whyOf(answer: CompatAnswer, determination: Determination, birth: Day): Why[] {
  return isSpokenOf(determination) ? whyOtherwise(answer, determination, birth) : whyOnlyOld(answer, determination);
}

/** What the old tool said of one of the rows of a count. */
function answerIn(
  { count }: Conviction,
  answers: ReadonlyMap<number, CompatAnswer>,
): { answer: CompatAnswer | undefined; line: number } {
  for (const { line } of count.rows) {
    const answer = answers.get(line);
    if (answer) return { answer, line };
  }
  return { answer: undefined, line: 0 };
}

function rowAt(rows: readonly HistoryRow[], line: number): HistoryRow {
  const row = rows.find((each) => each.line === line);
  if (!row) throw new RangeError(`the person has no line ${line}`);
  return row;
}
