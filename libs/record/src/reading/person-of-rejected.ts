import { COLUMN } from '../columns.ts';
import type { RejectedRow } from './batch.ts';

/** Whose row a rejected row is, as far as it says so; neither where nobody can tell. */
export interface PersonOfRejected {
  /** The state's identifier. */
  readonly cii: string | undefined;
  /** The person's number within the file. */
  readonly subject: string | undefined;
}

const NOBODY: PersonOfRejected = { cii: undefined, subject: undefined };

const CII = /^[A-Z]?\d{7,10}$/;
/** In a row whose cells cannot be told apart: only with its letter, which few other numbers have. */
const CII_ANYWHERE = /(?:^|,)"?\s*([A-Z]\d{7,9})\s*"?(?=,|$)/i;
const SUBJECT = /^\d{1,12}$/;

/**
 * Says whose rows the rejected rows of a file are, when asked in the order of the file. A row that goes on over the line's
 * end leaves pieces behind it that say nothing of whose they are: they belong to the one whose row was cut in two.
 */
export class PeopleOfRejected {
  #last: { readonly line: number; readonly person: PersonOfRejected } | undefined;

  of(row: RejectedRow): PersonOfRejected {
    const person = this.#read(row);
    const goesOn = row.reason === 'unclosed_quote' || person === this.#last?.person;
    this.#last = goesOn && person !== NOBODY ? { line: row.line, person } : undefined;
    return person;
  }

  #read(row: RejectedRow): PersonOfRejected {
    const cells = firstCells(row.text);
    const written = [cells[COLUMN.CII_NUMBER], cells[COLUMN.REQ_CII_NUMBER]].map(
      (cell) => cell?.trim().toUpperCase() ?? '',
    );
    const cii = written.find((text) => CII.test(text)) ?? CII_ANYWHERE.exec(row.text)?.[1]?.toUpperCase();
    const number = cells[COLUMN.SUBJECT_ID]?.trim() ?? '';
    const subject = cells.length > COLUMN.CII_NUMBER && SUBJECT.test(number) ? number : undefined;
    if (cii !== undefined || subject !== undefined) return { cii, subject };
    return this.#last?.line === row.line - 1 ? this.#last.person : NOBODY;
  }
}

/** The cells of the row up to CII_NUMBER, however well they are quoted. */
function firstCells(text: string): string[] {
  const cells: string[] = [];
  let start = 0;
  for (let isInside = false, at = 0; at <= text.length && cells.length <= COLUMN.CII_NUMBER; at++) {
    if (text[at] === '"') isInside = !isInside;
    if (at < text.length && (text[at] !== ',' || isInside)) continue;
    cells.push(text.slice(start, at).replaceAll('"', ''));
    start = at + 1;
  }
  return cells;
}
