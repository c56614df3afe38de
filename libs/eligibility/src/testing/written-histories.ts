import { COLUMN, WIDTH } from '@clearance/record';
import type { ColumnName, HistoryRow } from '@clearance/record';
import fc from 'fast-check';

type Cells = Partial<Record<ColumnName, string>>;

/** What came of a count in a court step after the one that convicted. */
export interface LaterWord {
  readonly text: string;
  /** `YYYYMMDD`. */
  readonly date: string;
  /** Length, unit and place, such as `36M PRISON`; empty for none. */
  readonly sentence: string;
}

/** One court case with an arrest before it, as a state file writes it. */
export interface WrittenCase {
  readonly number: string;
  readonly date: string;
  readonly offense: string;
  readonly severity: string;
  readonly disposition: string;
  readonly sentence: readonly string[];
  readonly later: LaterWord | undefined;
}

const section = fc.constantFrom(
  '11357(A) HS',
  '11358 HS',
  '11359 HS',
  '11359 HS',
  '11360(A) HS',
  '459 PC',
  '187(A) PC',
);
const sentence = fc.constantFrom(
  [],
  ['36M PROBATION'],
  ['060D JAIL', '5Y PROBATION'],
  ['4Y PRISON SS', '3Y PROBATION'],
  ['8Y PRISON'],
);

/** Words of a later step, those that change a sentence most of all. */
export const laterWord: fc.Arbitrary<LaterWord> = fc.record({
  text: fc.constantFrom(
    'PROB REV-PRISON',
    'PROBATION REVOKED',
    'SENTENCE MODIFIED',
    'PROBATION EXTENDED',
    'CONV SET ASIDE & DISM PER 1203.4 PC',
    'CONV VACATED PER 1473.7 PC',
    'REDUCED TO MISD PER 17(B) PC',
    'SOMETHING NEW',
  ),
  date: fc.constantFrom('20130301', '20160301', '20181001'),
  sentence: fc.constantFrom('', '', '3Y PRISON', '5Y PROBATION', '090D JAIL'),
});

export const writtenCase = (index: number): fc.Arbitrary<WrittenCase> =>
  fc.record({
    number: fc.constant(`CRF05${1204 + index * 311}`),
    date: fc.constantFrom('19990301', '20050110', '20080505', '20120601'),
    offense: section,
    severity: fc.constantFrom('FELONY', 'FELONY', 'MISDEMEANOR', ''),
    disposition: fc.constantFrom(
      'CONVICTED',
      'CONVICTED',
      'CONVICTED-PROB/JAIL',
      'CONVICTED',
      'DISMISSED',
      'HM',
      'PENDING',
    ),
    sentence,
    later: fc.option(laterWord, { nil: undefined }),
  });

/** Up to four cases of one person. */
export const writtenCases: fc.Arbitrary<readonly WrittenCase[]> = fc
  .tuple(writtenCase(0), writtenCase(1), writtenCase(2), writtenCase(3), fc.integer({ min: 1, max: 4 }))
  .map(([a, b, c, d, most]) => [a, b, c, d].slice(0, most));

/** A row with these cells, of nobody in particular. */
export function writtenRow(line: number, cells: Cells): HistoryRow {
  const all = new Array<string>(WIDTH).fill('');
  const whole: Cells = { SUBJECT_ID: '1', CII_NUMBER: 'A00000001', PRI_DOB: '19600101', ...cells };
  for (const [name, value] of Object.entries(whole)) all[COLUMN[name as ColumnName]] = value;
  return { line, cells: all };
}

/** The same row with some of its cells written otherwise. */
export function rewritten(row: HistoryRow, cells: Cells): HistoryRow {
  const all = [...row.cells];
  for (const [name, value] of Object.entries(cells)) all[COLUMN[name as ColumnName]] = value;
  return { line: row.line, cells: all };
}

/** An arrest, the court step with a row for each part of the sentence, and the later step. */
export function writtenRows(cases: readonly WrittenCase[]): HistoryRow[] {
  const rows: HistoryRow[] = [];
  const add = (cells: Cells) => rows.push(writtenRow(rows.length + 1, cells));
  cases.forEach((one, index) => {
    const cycle = 101 + index;
    add({
      ...{ CNT_ORDER: `${cycle}001001000`, STP_TYPE_DESCR: 'ARREST/DETAINED/CITED', STP_EVENT_DATE: one.date },
      ...{ STP_ORI_DESCR: 'CAPD GLENDALE', STP_ORI_CNTY_NAME: 'YOLO', OFFENSE_DESCR: `${one.offense}-ARREST` },
    });
    const court: Cells = {
      ...{ STP_TYPE_DESCR: 'COURT ACTION', STP_ORI_DESCR: 'CASC YOLO', STP_ORI_CNTY_NAME: 'YOLO', OFN: one.number },
      ...{ OFFENSE_DESCR: `${one.offense}-CHARGE`, CONV_STAT_DESCR: one.severity },
    };
    const convicted = {
      ...court,
      CNT_ORDER: `${cycle}002001000`,
      STP_EVENT_DATE: one.date,
      DISP_DESCR: one.disposition,
    };
    const parts = one.sentence.length === 0 ? [''] : one.sentence;
    parts.forEach((part, order) => add({ ...convicted, ...sentenceCells(part, order) }));
    if (!one.later) return;
    const { date, sentence: part, text } = one.later;
    const later = { CNT_ORDER: `${cycle}003001000`, STP_EVENT_DATE: date, DISP_DESCR: text, CONV_STAT_DESCR: '' };
    add({ ...court, ...later, ...sentenceCells(part, 0) });
  });
  return rows;
}

function sentenceCells(part: string, order: number): Cells {
  if (part === '') return {};
  const blank = part.indexOf(' ');
  const time = part.slice(0, blank);
  return {
    ...{ SENT_ORDER: `00${order + 1}`, SENT_LOC_DESCR: part.slice(blank + 1) },
    ...{ SENT_LENGTH: time.slice(0, -1), SENT_TIME_CODE: time.slice(-1) },
  };
}
