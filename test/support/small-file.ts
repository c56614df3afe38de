import { COLUMN, COLUMNS, exactLine, WIDTH, type ColumnName } from '../../libs/record/src/index.ts';

/** One invented person of a small file, with an arrest and a court step for each case. Dates are `YYYYMMDD`. */
export interface SmallFilePerson {
  readonly cii: string;
  readonly name: string;
  readonly born: string;
  readonly cases: readonly SmallFileCase[];
}

export interface SmallFileCase {
  readonly number: string;
  readonly date: string;
  readonly offense: string;
  readonly severity?: string;
  readonly disposition?: string;
  readonly arrestedBy?: string;
  readonly court?: string;
  /** What the row of the court says of the birth date, where that is something else. */
  readonly bornThere?: string;
}

/** The bytes of a file of the state with these people, in the court of one county; `more` are lines as they stand. */
export function smallFile(county: string, people: readonly SmallFilePerson[], more: readonly string[] = []): string {
  const lines: string[] = [COLUMNS.join(',')];
  people.forEach((person, subject) => {
    person.cases.forEach((one, at) => {
      const cycle = String(101 + at);
      const arrest = {
        ...{ CNT_ORDER: `${cycle}001001000`, STP_ORDER: '001', STP_TYPE_DESCR: 'ARREST/DETAINED/CITED' },
        ...{ STP_ORI_DESCR: one.arrestedBy ?? `CAPD ${county}`, OFFENSE_DESCR: one.offense, PRI_DOB: person.born },
      };
      const court = {
        ...{ CNT_ORDER: `${cycle}002001000`, STP_ORDER: '002', STP_TYPE_DESCR: 'COURT ACTION', OFN: one.number },
        ...{ STP_ORI_DESCR: one.court ?? `CASC ${county}`, OFFENSE_DESCR: one.offense, SENT_LENGTH: '012' },
        ...{ SENT_TIME_CODE: 'M', SENT_LOC_DESCR: 'JAIL', PRI_DOB: one.bornThere ?? person.born },
        ...{ CONV_STAT_DESCR: one.severity ?? 'FELONY', DISP_DESCR: one.disposition ?? 'CONVICTED' },
      };
      for (const cells of [arrest, court]) {
        lines.push(
          line(lines.length, subject + 1, county, person, { ...cells, CYC_ORDER: cycle, STP_EVENT_DATE: one.date }),
        );
      }
    });
  });
  return [...lines, ...more, ''].join('\n');
}

function line(
  record: number,
  subject: number,
  county: string,
  { cii, name }: SmallFilePerson,
  cells: Partial<Record<ColumnName, string>>,
): string {
  const all = new Array<string>(WIDTH).fill('');
  const whole: Partial<Record<ColumnName, string>> = {
    ...{ RECORD_ID: String(record), SUBJECT_STATUS: 'MATCHED', SUBJECT_ID: String(subject), CII_NUMBER: cii },
    ...{ PRI_NAME: name, GENDER: 'M', RACE_DESCR: 'WHITE', STP_ORI_CNTY_NAME: county, END_OF_REC: 'EOR' },
    ...cells,
  };
  for (const [column, text] of Object.entries(whole)) all[COLUMN[column as ColumnName]] = text;
  return exactLine(all);
}
