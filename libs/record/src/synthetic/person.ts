import { COLUMN, COLUMNS } from '../columns.ts';
import { addDays, addYears, daysBetween, localDate } from '../local-date.ts';
import type { LocalDate } from '../local-date.ts';
import { syntheticName } from './names.ts';
import type { Random } from './random.ts';

export interface SyntheticPerson {
  readonly cii: string;
  readonly subjectId: string;
  readonly birth: LocalDate;
  /** 95 cells with all that is the same in every row of the person. */
  readonly cells: readonly string[];
}

const RACES = [
  { weight: 45, code: 'H', name: 'HISPANIC' },
  { weight: 32, code: 'B', name: 'BLACK' },
  { weight: 20, code: 'W', name: 'WHITE' },
  { weight: 1, code: 'A', name: 'OTHER ASIAN' },
  { weight: 2, code: 'O', name: 'OTHER' },
];
const EYES = ['BRO|BROWN', 'BRO|BROWN', 'BLU|BLUE', 'GRN|GREEN', 'HAZ|HAZEL'];
const HAIR = ['BLK|BLACK', 'BRO|BROWN', 'BRO|BROWN', 'BLN|BLOND', 'GRY|GRAY'];
const BIRTHPLACES = [
  'CA|CALIFORNIA',
  'CA|CALIFORNIA',
  'CA|CALIFORNIA',
  'TX|TEXAS',
  'MM|MEXICO',
  'IL|ILLINOIS',
  'VM|VIETNAM',
];

const FIRST_BIRTH = localDate('1930-01-01');
const LAST_BIRTH = localDate('1999-12-31');

/**
 * Born from 1930 to 1999, and grown up as of the day. Everything about the person is invented; the social security
 * numbers were never issued.
 */
export function syntheticPerson(random: Random, seed: number, number: number, asOf: LocalDate): SyntheticPerson {
  const youngest = addYears(asOf, -21);
  const days = daysBetween(FIRST_BIRTH, youngest < LAST_BIRTH ? youngest : LAST_BIRTH);
  // More people are on file of later years.
  const birth = addDays(FIRST_BIRTH, Math.floor(days * random.fraction() ** 0.7));
  const gender = random.chance(0.82) ? 'M' : 'F';
  const name = syntheticName(random, gender);
  const cii = `A${String(10_000_000 + (Math.abs(seed) % 89) * 1_000_000 + number)}`;
  const subjectId = String(700_000 + number);
  const birthText = random.chance(0.002) ? `${birth.slice(0, 4)}0000` : birth.replaceAll('-', '');
  const race = random.weighted(RACES);
  const [eyeCode = '', eyes = ''] = random.pick(EYES).split('|');
  const [hairCode = '', hair = ''] = random.pick(HAIR).split('|');
  const [bornCode = '', born = ''] = random.pick(BIRTHPLACES).split('|');
  const licence = `${random.pick([...'BCDEFN'])}${random.digits(7)}`;
  // Numbers from 900 on are taxpayers' numbers: nobody has them as social security numbers.
  const socialSecurity = `9${random.digits(8)}`;
  const paddedName = name.padEnd(30);
  const cells = cellsOf({
    SUBJECT_STATUS: 'MATCHED',
    SUBJECT_ID: subjectId,
    REQ_CII_NUMBER: cii,
    REQ_NAME: paddedName,
    REQ_GENDER: gender,
    REQ_DOB: birthText,
    REQ_CDL: licence,
    REQ_SSN: socialSecurity,
    CII_NUMBER: cii,
    PRI_NAME: paddedName,
    GENDER: gender,
    PRI_DOB: birthText,
    PRI_SSN: socialSecurity,
    PRI_CDL: licence,
    PRI_IDN: random.digits(9),
    PRI_INN: random.chance(0.2) ? random.digits(8) : '',
    FBI_NUMBER: `${random.digits(6)}${random.pick([...'ABCDEFHJKLMNPRTVWX'])}${random.pick([...'ABCD'])}${random.whole(0, 9)}`,
    RACE_CODE: race.code,
    RACE_DESCR: race.name.padEnd(20),
    EYE_COLOR_CODE: eyeCode,
    EYE_COLOR_DESCR: eyes.padEnd(15),
    HAIR_COLOR_CODE: hairCode,
    HAIR_COLOR_DESCR: hair.padEnd(15),
    HEIGHT: `${random.whole(5, 6)}${String(random.whole(0, 11)).padStart(2, '0')}`,
    WEIGHT: String(random.whole(110, 280)),
    SINGLE_SOURCE: 'N',
    MULTI_SOURCE: 'Y',
    POB_CODE: bornCode,
    POB_NAME: born.padEnd(25),
    POB_TYPE: bornCode === 'MM' || bornCode === 'VM' ? 'COUNTRY' : 'STATE',
    CITIZENSHIP_LIST: random.chance(0.8) ? 'USA' : '  -  ',
    CII_TYPE: '01',
    CII_TYPE_ALPHA: 'CRIMINAL',
    END_OF_REC: 'EOR',
  });
  return { cii, subjectId, birth, cells };
}

/** 95 cells; those that separate the segments of a record say which one begins. */
function cellsOf(values: Partial<Record<(typeof COLUMNS)[number], string>>): string[] {
  const cells = COLUMNS.map((name) => values[name] ?? (name.endsWith('_SEG_SEP') ? `${name.slice(0, 3)}>>` : ''));
  cells[COLUMN.RECORD_ID] = '';
  return cells;
}
