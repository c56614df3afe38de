import { COLUMN } from '@clearance/record';

/** The cells of a row that the old tools looked at, untrimmed. */
export interface CompatRow {
  /** PRI_DOB */
  readonly birth: string;
  /** STP_EVENT_DATE */
  readonly date: string;
  /** STP_TYPE_DESCR */
  readonly step: string;
  /** STP_ORI_CNTY_NAME */
  readonly county: string;
  /** CNT_ORDER */
  readonly order: string;
  /** OFN */
  readonly caseNumber: string;
  /** OFFENSE_DESCR */
  readonly offense: string;
  /** OFFENSE_TOC */
  readonly offenseClass: string;
  /** DISP_DESCR */
  readonly disposition: string;
  /** CONV_STAT_DESCR */
  readonly severity: string;
  /** SENT_LENGTH */
  readonly sentenceLength: string;
  /** SENT_TIME_CODE */
  readonly sentenceUnit: string;
  /** COMMENT_TEXT */
  readonly comment: string;
}

/** Where each of them stands among the 95 cells. */
export const compatColumns: Readonly<Record<keyof CompatRow, number>> = {
  birth: COLUMN.PRI_DOB,
  date: COLUMN.STP_EVENT_DATE,
  step: COLUMN.STP_TYPE_DESCR,
  county: COLUMN.STP_ORI_CNTY_NAME,
  order: COLUMN.CNT_ORDER,
  caseNumber: COLUMN.OFN,
  offense: COLUMN.OFFENSE_DESCR,
  offenseClass: COLUMN.OFFENSE_TOC,
  disposition: COLUMN.DISP_DESCR,
  severity: COLUMN.CONV_STAT_DESCR,
  sentenceLength: COLUMN.SENT_LENGTH,
  sentenceUnit: COLUMN.SENT_TIME_CODE,
  comment: COLUMN.COMMENT_TEXT,
};

/** @param cells the 95 cells of an accepted row, untrimmed */
export function compatRow(cells: readonly string[]): CompatRow {
  const cell = (name: keyof CompatRow) => cells[compatColumns[name]] ?? '';
  return {
    birth: cell('birth'),
    date: cell('date'),
    step: cell('step'),
    county: cell('county'),
    order: cell('order'),
    caseNumber: cell('caseNumber'),
    offense: cell('offense'),
    offenseClass: cell('offenseClass'),
    disposition: cell('disposition'),
    severity: cell('severity'),
    sentenceLength: cell('sentenceLength'),
    sentenceUnit: cell('sentenceUnit'),
    comment: cell('comment'),
  };
}
