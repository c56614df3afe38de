import { COLUMNS, exactLine, Line, WIDTH } from '@clearance/record';
import { describe, expect, test } from 'vitest';

import { evaluate } from '../evaluate/evaluate.ts';
import { smallHistory } from '../testing/small-history.ts';
import { context, preset } from '../testing/small-policy.ts';
import {
  annotatedHeader,
  annotatedRow,
  answerLines,
  blankTail,
  determinationHeaders,
  determinationTail,
} from './annotated.ts';
import { CutRow } from './cut-row.ts';

const marked = (cells: readonly string[]) => exactLine(cells.map((cell) => (cell.startsWith('=') ? `'${cell}` : cell)));
const rowOf = (cells: readonly string[]) => new Line(7, 0, exactLine(cells));
const wide = (first: string) => [first, ...new Array<string>(WIDTH - 1).fill('')];

describe('an annotated file', () => {
  test('begins with the columns of the state and those of the determination, as many as stand behind a row', () => {
    const header = annotatedHeader(determinationHeaders).trimEnd().split(',');
    expect(header.slice(0, WIDTH)).toEqual(COLUMNS);
    expect(header.slice(WIDTH)).toEqual(determinationHeaders);
    expect(blankTail(determinationHeaders)).toBe(`${','.repeat(determinationHeaders.length)}\n`);
  });

  test('gives a row back as it stood, also one that is quoted', () => {
    const row = rowOf(wide('DOE, JANE'));
    expect(annotatedRow(new CutRow().take(row), marked)).toBe(row.text);
  });

  test('makes harmless what a spreadsheet would calculate', () => {
    expect(annotatedRow(new CutRow().take(rowOf(wide('=1+1'))), marked)).toBe(exactLine(wide("'=1+1")));
  });

  test('has each answer on the row that decided its count, with what is not known', () => {
    const counts = [
      { offense: '11357 HS-POSSESS MARIJUANA', disposition: 'DISPO 47B' },
      { offense: '11359 HS-POSSESS FOR SALE', severity: 'FELONY' },
    ];
    const history = smallHistory({ born: '19500101', cases: [{ date: '19950101', county: context.county, counts }] });
    const determinations = evaluate(history, preset('prop64-dismiss-all'), context);
    const lines = answerLines(history);
    const on = determinations.map(({ convictionKey }) => lines.get(convictionKey) ?? 0);
    const cells = on.map((line) => history.rows.find((row) => row.line === line)?.cells.join(' ') ?? '');
    expect(cells[0]).toContain('11357');
    expect(cells[1]).toContain('11359');
    const [open = '', dismissed = ''] = determinations.map((one) => determinationTail(one, marked, ['approved']));
    expect(open).toMatch(/^,needs_review,undecided,.*disposition: .* \(\d+:DISP_DESCR\).*,approved\n$/);
    expect(dismissed).toMatch(/^,dismiss,.*,approved\n$/);
  });
});
