import { buildHistory, COLUMN, WIDTH } from '@clearance/record';
import type { ColumnName, History, HistoryRow } from '@clearance/record';

/** One count for a test; everything but the offense has a plain default. */
export interface SmallCount {
  /** Further cells of every row of the count. */
  readonly cells?: Partial<Record<ColumnName, string>>;
  readonly offense: string;
  readonly comment?: string;
  readonly convictedOf?: string;
  readonly convictedToc?: string;
  readonly severity?: string;
  readonly toc?: string;
  readonly disposition?: string;
  /** Length, unit and, unless it is jail, place of each part, such as `36M` or `2Y PRISON`; nothing for none. */
  readonly sentence?: readonly string[];
  /** Dispositions of later rows of the same count. */
  readonly later?: readonly string[];
}

/** One arrest and the court step that followed. */
export interface SmallCase {
  readonly date: string;
  /** The day of the arrest, that of the conviction unless given. */
  readonly arrested?: string;
  readonly county?: string;
  readonly caseNumber?: string;
  readonly arrestedBy?: string;
  /** What the arrest was for, where that was something else than the first count. */
  readonly arrestedFor?: string;
  readonly counts: readonly SmallCount[];
  /** Court steps that came later in the same cycle: counts with dispositions of their own. */
  readonly laterSteps?: readonly (readonly SmallCount[])[];
}

export interface SmallPerson {
  readonly born: string;
  readonly cases: readonly SmallCase[];
  readonly registered?: { readonly date: string; readonly text: string };
  readonly deceased?: boolean;
}

type Cells = Partial<Record<ColumnName, string>>;

/** A history of a synthetic person, built by the same reader as a real one. Dates are `YYYYMMDD` as in the file. */
export function smallHistory(person: SmallPerson): History {
  return buildHistory(smallRows(person));
}

/** The rows that `smallHistory` builds a history from. */
export function smallRows(person: SmallPerson): HistoryRow[] {
  const rows: HistoryRow[] = [];
  const add = (cells: Cells) => {
    const all = new Array<string>(WIDTH).fill('');
    const withPerson: Cells = { SUBJECT_ID: '1', CII_NUMBER: 'A00000001', PRI_DOB: person.born, ...cells };
    for (const [name, value] of Object.entries(withPerson)) all[COLUMN[name as ColumnName]] = value;
    rows.push({ line: rows.length + 1, cells: all });
  };
  person.cases.forEach((each, index) => addCase(each, 101 + index, add));
  if (person.registered) {
    const { date, text } = person.registered;
    add({ CYC_ORDER: '900', STP_TYPE_DESCR: 'REGISTRATION', STP_EVENT_DATE: date, OFFENSE_DESCR: text });
  }
  if (person.deceased) add({ CYC_ORDER: '901', STP_TYPE_DESCR: 'DECEASED' });
  return rows;
}

function addCase(each: SmallCase, cycle: number, add: (cells: Cells) => void): void {
  const county = each.county ?? 'LOS ANGELES';
  add({
    CNT_ORDER: `${cycle}001001000`,
    STP_TYPE_DESCR: 'ARREST/DETAINED/CITED',
    STP_EVENT_DATE: each.arrested ?? each.date,
    STP_ORI_DESCR: each.arrestedBy ?? 'CAPD GLENDALE',
    STP_ORI_CNTY_NAME: county,
    OFFENSE_DESCR: each.arrestedFor ?? each.counts[0]?.offense ?? '',
  });
  [each.counts, ...(each.laterSteps ?? [])].forEach((counts, step) => {
    counts.forEach((count, number) => {
      const base: Cells = {
        CNT_ORDER: `${cycle}${three(step + 2)}${three(number + 1)}000`,
        STP_TYPE_DESCR: 'COURT ACTION',
        STP_EVENT_DATE: each.date,
        STP_ORI_DESCR: 'CASC TEST',
        STP_ORI_CNTY_NAME: county,
        OFN: each.caseNumber ?? `CASE${cycle}`,
        OFFENSE_DESCR: count.offense,
        OFFENSE_TOC: count.toc ?? '',
        COMMENT_TEXT: count.comment ?? '',
        CONV_OFFENSE_DESCR: count.convictedOf ?? '',
        CONV_OFFENSE_TOC: count.convictedToc ?? '',
        CONV_STAT_DESCR: count.severity ?? 'FELONY',
        ...count.cells,
      };
      const [first, ...further] = count.sentence ?? ['012M'];
      add({ ...base, ...sentenceCells(first), DISP_DESCR: count.disposition ?? 'CONVICTED' });
      for (const part of further) add({ ...base, ...sentenceCells(part) });
      for (const disposition of count.later ?? []) add({ ...base, CONV_STAT_DESCR: '', DISP_DESCR: disposition });
    });
  });
}

function sentenceCells(part: string | undefined): Cells {
  if (part === undefined) return {};
  const [time = '', place = 'JAIL'] = part.split(' ');
  return { SENT_LOC_DESCR: place, SENT_LENGTH: time.slice(0, -1), SENT_TIME_CODE: time.slice(-1) };
}

function three(number: number): string {
  return String(number).padStart(3, '0');
}
