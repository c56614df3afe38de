import type { ImportRow } from '@clearance/contract';
import { counted, number } from '../ui/format.ts';
import type { StatusWord } from '../ui/words.ts';

export type ImportState = ImportRow['state'];

/** How an import stands. */
export const importStateWords: Readonly<Record<ImportState, StatusWord>> = {
  reading: { word: 'Reading', tone: 'wait', sign: 'clock' },
  waiting: { word: 'To confirm', tone: 'act', sign: 'question' },
  counting: { word: 'Counting', tone: 'wait', sign: 'clock' },
  evaluating: { word: 'Evaluating', tone: 'wait', sign: 'clock' },
  done: { word: 'Done', tone: 'done', sign: 'check' },
  failed: { word: 'Failed', tone: 'stop', sign: 'warning' },
  cancelled: { word: 'Cancelled', tone: 'plain', sign: 'cross' },
  superseded: { word: 'Replaced', tone: 'quiet', sign: 'ring' },
};

const going: readonly ImportState[] = ['reading', 'counting', 'evaluating'];

/** Whether the import still moves by itself. */
export const isGoing = (state: ImportState): boolean => going.includes(state);

/** Whether all of the file was read. */
export const isRead = (state: ImportState): boolean => !['reading', 'cancelled'].includes(state);

/** Whether the file has been counted, so that its figures mean something. */
export const isCounted = (state: ImportState): boolean => ['evaluating', 'done', 'superseded'].includes(state);

/** Whether a file that was finished before is being counted again. */
export const isRecount = ({ state, finishedAt }: Pick<ImportRow, 'state' | 'finishedAt'>): boolean =>
  state === 'counting' && finishedAt !== null;

/** Whether a file was read to its end and held not one row that could be read: nothing more will come of it. */
export const isNothingRead = ({ state, bytes, bytesRead, rows }: ImportRow): boolean =>
  state === 'failed' && bytesRead === bytes && rows === 0;

/** `0.4%`, `61%`; a share that is not nothing never reads 0%. */
export function share(part: number): string {
  const hundred = 100 * part;
  if (hundred > 0 && hundred < 0.1) return 'less than 0.1%';
  return `${hundred < 10 ? Number(hundred.toFixed(1)) : Math.round(hundred)}%`;
}

const figures = ({ rows, people, convictions, rejected }: ImportRow) =>
  `${counted(rows, 'row')} about ${counted(people, 'person', 'people')} with ${counted(convictions, 'conviction')} of every offense; ${
    rejected === 0 ? 'no row was rejected' : `${counted(rejected, 'row was', 'rows were')} rejected`
  }.`;

/** The import in a sentence or two. */
export function importInWords(row: ImportRow): string {
  switch (row.state) {
    case 'reading':
      return 'The file is being read, row by row.';
    case 'waiting':
      return `${number(row.rows)} rows were read. Nothing counts until somebody confirms that this is the right file.`;
    case 'counting':
      return isRecount(row)
        ? 'Everybody is being counted and evaluated again, because words or agencies of the office changed. The figures of before hold no more; the new ones come when it is done.'
        : `${number(row.rows)} rows were read. People and convictions are being put together from them.`;
    case 'evaluating':
      return `${figures(row)} The policy is being applied to them.`;
    case 'done':
      return figures(row);
    case 'failed':
      return isNothingRead(row)
        ? 'No row of this file could be read. Nothing of it was imported.'
        : 'The import stopped before its end.';
    case 'cancelled':
      return 'This import was cancelled. Nothing of it counts.';
    case 'superseded':
      return `${figures(row)} A newer file has replaced it.`;
  }
}

/** `header found`, for the facts of a file. */
export function headersInWords({ files, header }: Pick<ImportRow, 'files' | 'header'>): string {
  if (header === null) return 'Not known yet';
  const first = files.length === 1 ? 'the first line' : 'the first line of each';
  if (files.every((file) => file.header)) return `Found in ${first}`;
  if (!files.some((file) => file.header)) return 'None; the columns were recognised by their number';
  return `Found in ${files.filter((file) => file.header).length} of ${files.length}`;
}

const encodings: Readonly<Record<NonNullable<ImportRow['encoding']>, string>> = {
  // Nothing else has been seen in the first part of it; what comes later is decided row by row.
  ascii:
    'Begins in plain ASCII. Rows with other letters are read as UTF-8 or, where they are not that, as Windows-1252.',
  'utf-8': 'UTF-8',
  'windows-1252': 'Windows-1252',
};

/** What the file's text is written in. */
export const encodingWords = (encoding: ImportRow['encoding']): string =>
  encoding === null ? 'Not known yet' : encodings[encoding];
