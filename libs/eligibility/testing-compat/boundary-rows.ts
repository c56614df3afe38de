import { COLUMN, WIDTH } from '@clearance/record';
import type { ColumnName } from '@clearance/record';

type Cells = Partial<Record<ColumnName, string>>;

/** A generator of numbers from 0 up to 1 that gives the same ones for the same seed. */
export function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Thresholds lie on the day itself, the day before and the day after it, as of this day. */
/** How many rows the comparison with the model takes: some thousands, or as many as CLEARANCE_MODEL_ROWS says. */
export const modelRows = Number(process.env.CLEARANCE_MODEL_ROWS ?? 6000);

export const boundaryAsOf = '2020-02-29';
export const boundaryCounty = 'LOS ANGELES';

/** Offenses that stand beside cannabis charges, as the file writes them, and some that only look like them. */
export const relatedOffenses = [
  ...[
    '602 PC-TRESPASS',
    '602PC',
    '602   PC',
    '602\tPC',
    '602\u00a0PC',
    '466 PC-TOOLS',
    '148 PC-RESIST',
    ' 148 PC - RESIST',
    '148(A) PC',
    '148.9 PC',
  ],
  ...['11364 HS-PARAPHERNALIA', '11550 HS', '4060 BP', '4060 BP-POSSESS', '4060 BP -X', '4140 BP', '4149 BP - NEEDLES'],
  ...['40508 VC-FTA', '40508(A) VC', '1320 PC', '1320(A) PC-FTA', '1320.5 PC', '13200 PC', '647(F) PC', '647(f) PC'],
  ...[
    '11602 PC',
    '11357/602 PC',
    '11359 HS/148 PC',
    '1320PC',
    '1320(B) PC AND 602.5',
    '459 PC',
    '11357(A) HS',
    '11358 HS',
  ],
  ...['11359 HS-SALE', '11360(A) HS', 'SEE COMMENT FOR CHARGE', '602', 'VC 40508'],
];

const BIRTHS = [
  ...['19600229', '19960229', '20000229', '19700228', '19700301', '19700229', '19990228', '19990301', '19990227'],
  ...['19550229', '19550301', '19800229', '19800301', '19800228', '', '19790000', '00000000', ' 19700101', '197001'],
  ...['19990227', '19990226', '19990225', '19990224', '20250101', '19650615'],
];
const DATES = [
  ...['20161108', '20161109', '20161110', '20150228', '20150301', '20150302', '20100228', '20100301', '20100302'],
  ...['20130228', '20130301', '20130302', '20170228', '20170301', '20200228', '20200229', '20200301', '20190301'],
  ...['20170229', '19790000', '', '19811', '2001-1-1', '20011301', '00010101', '19810411', '20010228', '20010301'],
  ...['20210228', '20210301', '19810228', '19810301', '20120229', '20160229', '19920229', '20050620'],
];
const OFFENSES = [
  ...[
    '11357(A) HS-POSSESS',
    '11357(B) HS-POSSESS',
    '11357(C) HS-POSSESS',
    '11357(D) HS',
    '11357 HS-POSSESS',
    '11358 HS',
  ],
  ...['11358 HS-PLANT', '11359 HS-SALE', '11359HS-SALE', '11360(A) HS-SELL', '11360(B) HS-GIVE', '664/11358 HS-ATT'],
  ...['664-11358 HS', '182/11360(A) HS', '11357.5(A) HS-SPICE', '459 PC-BURGLARY', '187 PC', '187(A) PC-MURDER'],
  ...[
    '537 PC-DEFRAUD',
    '288(A) PC-LEWD',
    '288 PC',
    '261(A)(2) PC',
    '261.5 PC',
    '286(C)(2)(A) PC',
    '289.6 PC',
    '290 PC',
  ],
  ...['136.1 PC-DISSUADE', '246 PC-SHOOT', '186.22(B)(4) PC-GANG', '186.22(B)(4) PC', '246/186.22(B)(4) PC', '215 PC'],
  ...['186.22(B)(4)/136.1 PC', '213(A)(1)(A) PC', '12022.55 PC', 'SEE COMMENT FOR CHARGE', ' SEE COMMENT FOR CHARGE '],
  ...[
    '',
    '   ',
    '11360/11357(A) HS',
    '11358/11359 HS',
    '   11357(A) HS',
    'CONSPIRACY 11357(B) HS',
    '314(1) PC',
    '272 PC',
  ],
  ...['190.25(B) PC', '667.71 PC', '653F(B) PC', '264.1(X) PC', '647.6(A) PC-ANNOY', '1672(A) MV-X', '311.10 PC'],
];
const P64_ALONE = OFFENSES.slice(0, 12);
const COMMENTS = [
  ...[
    '',
    '',
    '',
    '',
    '11357(C) HS',
    '11357(A) HS-CONC CANNABIS',
    'ALSO CHARGED WITH 11358 HS',
    '11359 HS-SALE',
    '-11357',
  ],
  ...['COM: SCN-1', '11357 HS AND 11360', '136.1 PC', '"11357(D)", SEE FILE', '187 PC', '11360(A) HS-SELL, 11357(B)'],
];
const DISPOSITIONS = ['CONVICTED', 'CONVICTED-JAIL', 'CONVICTED-PROBATION', 'DISMISSED', ' CONVICTED', 'ACQUITTED', ''];
const STEPS = [
  'COURT ACTION',
  'COURT ACTION',
  'COURT ACTION',
  'COURT ACTION',
  'ARREST/DETAINED/CITED',
  'COURT ACTION ',
];
const SEVERITIES = ['FELONY', 'FELONY', 'FELONY', 'MISDEMEANOR', '', 'FELONY ', 'felony', 'INFRACTION', '   '];
const LENGTHS = ['3', '016', '', '12', '+2', '-1', ' 3', '3 ', '1.5', '1830', '61', '60', '5', 'X'];
const COUNTIES = ['LOS ANGELES', 'LOS ANGELES', 'LOS ANGELES', 'LOS ANGELES', 'FRESNO', 'LOS ANGELES ', 'Los Angeles'];
const CASES = ['BA100', 'BA200', 'BA300', '', 'NULL', 'NULL  '];

/**
 * Rows of 95 cells, dense in what lies on a boundary: few case orders, so that they repeat; dates that are thresholds or
 * no dates; both halves of gang pairs. Every eighth person's rows stand apart.
 */
export function boundaryRows(count: number, seed: number, offenses: readonly string[] = OFFENSES): string[][] {
  const next = numbers(seed);
  const pick = (from: readonly string[]) => from[Math.floor(next() * from.length)] ?? '';
  const rows: string[][] = [];
  const keptBack: string[][] = [];
  for (let person = 1; rows.length + keptBack.length < count; person++) {
    const birth = pick(BIRTHS);
    // Some know only one offense or one date, so that "every" and "only" hold now and then.
    const onlyOffenses = [P64_ALONE, [...P64_ALONE, '459 PC-BURGLARY'], offenses][Math.floor(next() * 3)] ?? offenses;
    const onlyDates = next() < 0.3 ? DATES.slice(0, 9) : DATES;
    const size = 1 + Math.floor(next() * 12);
    for (let index = 0; index < size; index++) {
      const cells = rowOf(`${700_000 + person}`, index === 0 || next() < 0.9 ? birth : pick(BIRTHS), pick, next);
      if (cells.OFFENSE_DESCR === undefined) cells.OFFENSE_DESCR = pick(onlyOffenses);
      cells.STP_EVENT_DATE ??= pick(onlyDates);
      const row = new Array<string>(WIDTH).fill('');
      for (const [name, value] of Object.entries(cells)) row[COLUMN[name as ColumnName]] = value;
      (person % 8 === 0 && next() < 0.5 ? keptBack : rows).push(row);
    }
  }
  return [...rows, ...keptBack].slice(0, count);
}

function rowOf(subject: string, birth: string, pick: (from: readonly string[]) => string, next: () => number): Cells {
  const person: Cells = { RECORD_ID: '1', SUBJECT_ID: subject, CII_NUMBER: `A${subject}`, PRI_DOB: birth };
  if (next() < 0.06) {
    const order = next() < 0.5 ? '' : '101001001000';
    const step = pick(['REGISTRATION', 'DECEASED', 'REGISTRATION ', 'DECEASED']);
    const offense = pick(['290 PC-SEX OFFENDER', '290(A) PC', ' 290 PC', '11590 HS-REGISTER', 'REG 290']);
    return { ...person, STP_TYPE_DESCR: step, OFFENSE_DESCR: offense, CNT_ORDER: order };
  }
  return {
    ...person,
    STP_TYPE_DESCR: pick(STEPS),
    STP_ORI_CNTY_NAME: pick(COUNTIES),
    CNT_ORDER: `10${pick(['1', '1', '2'])}00${pick(['1', '2'])}00${pick(['1', '2', '3'])}000`,
    OFN: pick(CASES),
    OFFENSE_TOC: pick(['F', 'F', 'M', '', 'F ']),
    DISP_DESCR: next() < 0.7 ? pick(DISPOSITIONS.slice(0, 3)) : pick(DISPOSITIONS),
    CONV_STAT_DESCR: pick(SEVERITIES),
    SENT_LENGTH: pick(LENGTHS),
    SENT_TIME_CODE: pick(['D', 'M', 'Y', 'Y', '', 'd', 'M ']),
    COMMENT_TEXT: pick(COMMENTS),
  };
}
