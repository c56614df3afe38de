import type { CellRef, Conviction, HistoryRow, LocalDate, PlacedCount } from '@clearance/record';
import { dateOfRow, isDateAfter, isSameCase, isSurelySameCount, numberOf, textOf } from '@clearance/record';

import type { Truth } from '../determination.ts';

type Unit = 'D' | 'M' | 'Y';

/** When a part of a sentence was given, where that was later than the conviction. */
export interface Later {
  /** Undefined where the day is not given. */
  readonly low: LocalDate | undefined;
  readonly high: LocalDate | undefined;
  /** Whether it surely runs from then on; what was modified or extended may be counted from the conviction. */
  readonly imposed: boolean;
}

/** One part of a sentence: so long; or `open`, where the file gives no length that can be read. */
export type SentencePart = {
  readonly inPrison: Truth;
  /** Not served unless a court says so later: while it is, probation runs. */
  readonly suspended: Truth;
  /** Undefined for a part that was given with the conviction. */
  readonly later: Later | undefined;
  readonly cells: readonly CellRef[];
} & (
  | { readonly kind: 'time'; readonly length: number; readonly unit: Unit }
  | { readonly kind: 'open'; readonly why: string }
);

/** The parts of a sentence as they bear on one conviction. */
export interface Sentence {
  /** Of this very count, whichever step of the case gives them. */
  readonly own: readonly SentencePart[];
  /** Of every count of the case, or of what may be the case, the own ones included. */
  readonly ofCase: readonly SentencePart[];
}

/**
 * Everything that was imposed for a conviction and in its case, by whatever step: a probation that was revoked, modified or
 * extended later ends with what came of that. The same row again adds nothing.
 */
export function sentenceOf(conviction: Conviction, courtCounts: readonly PlacedCount[]): Sentence {
  const members = [conviction, ...conviction.reports];
  const own: SentencePart[] = [];
  const ofCase: SentencePart[] = [];
  const seen = new Set<string>();
  const add = (placed: PlacedCount, isOwn: boolean) => {
    for (const part of partsOf(placed, conviction, seen)) {
      if (isOwn) own.push(part);
      ofCase.push(part);
    }
  };
  if (conviction.step.kind !== 'court') add(conviction, true);
  for (const placed of courtCounts) {
    const isMember = members.some(({ count }) => count === placed.count);
    if (!isMember && !isInCase(members, placed)) continue;
    add(placed, isMember || members.some((member) => isSurelySameCount(member, placed)));
  }
  return { own, ofCase };
}

function isInCase(members: readonly PlacedCount[], placed: PlacedCount): boolean {
  const { kind } = placed.count.disposition;
  if (kind === 'not_convicted' || kind === 'pending') return false;
  return members.some((member) => isSameCase(member, placed) !== 'no');
}

/** Words by which a court changes a sentence: without a length they leave its end unknown. */
const CHANGES =
  /\bREV(OKED|OCATION|D)?\b|\bMODIF|\bEXTEN|\bAMENDED\b|\bRE-?SENTENCE|\bREINST|\bSENT(ENCE)? IMPOSED|\bRECALLED\b|\bVIOLAT/i;
/** Words by which it imposes a sentence that runs from then on. */
const IMPOSES = /\bREV(OKED|OCATION|D)?\b|\bIMPOSED\b|\bRE-?SENTENCE|\bVIOLAT/i;

function partsOf(placed: PlacedCount, conviction: Conviction, seen: Set<string>): SentencePart[] {
  const { count } = placed;
  const parts: SentencePart[] = [];
  for (const row of count.rows) {
    const disposition = textOf(row, 'DISP_DESCR');
    const later = laterOf(row, placed, conviction, disposition);
    const part = partOf(row, disposition, later) ?? changeOf(row, placed, disposition, later);
    if (!part) continue;
    const key = [numberOf(count), ...WRITTEN.map((column) => textOf(row, column)), part.kind, dateKey(row, later)].join(
      '|',
    );
    if (seen.has(key)) continue;
    seen.add(key);
    parts.push(part);
  }
  return parts;
}

/** Rows that agree in all of this, and in the day, give one part of a sentence twice. */
const WRITTEN = [
  ...(['SENT_ORDER', 'SENT_LENGTH', 'SENT_TIME_CODE', 'SENT_TIME_DESCR'] as const),
  ...(['SENT_LOC_CODE', 'SENT_LOC_DESCR'] as const),
];

function dateKey(row: HistoryRow, later: Later | undefined): string {
  const date = later && dateOfRow(row);
  return date ? `${date.earliest}-${date.latest}` : '';
}

/** The day of a row that came after the conviction. */
function laterOf(row: HistoryRow, placed: PlacedCount, conviction: Conviction, disposition: string): Later | undefined {
  const date = dateOfRow(row) ?? placed.step.date;
  if (placed.count === conviction.count && row.line === conviction.count.disposition.cell.line) return undefined;
  if (date === undefined) {
    // A step without a date came at any time; rows of the conviction's own step came with it.
    return placed.step === conviction.step ? undefined : { low: undefined, high: undefined, imposed: false };
  }
  if (conviction.date !== undefined && isDateAfter(date, conviction.date) === 'no') return undefined;
  if (date.earliest === conviction.date?.earliest && date.latest === conviction.date.latest) return undefined;
  const isConvicted = placed.count.dispositions.some(
    ({ cell, kind }) => cell.line === row.line && kind === 'convicted',
  );
  return { low: date.earliest, high: date.latest, imposed: isConvicted || IMPOSES.test(disposition) };
}

/** Places that take no time: money, and sentences that were not imposed. */
const NO_TIME = /^(FINE|RESTITUTION|REST\b|RESTN)/;
const PRISON = /^(STATE )?PRISON\b/;
const PROBATION = /\bPROB/;

function partOf(row: HistoryRow, disposition: string, later: Later | undefined): SentencePart | undefined {
  const length = textOf(row, 'SENT_LENGTH');
  const unit = textOf(row, 'SENT_TIME_CODE').toUpperCase();
  const place = textOf(row, 'SENT_LOC_DESCR').toUpperCase();
  if (length === '' && unit === '' && place === '') return undefined;
  const cells: CellRef[] = [
    { line: row.line, column: 'SENT_LENGTH' },
    { line: row.line, column: 'SENT_TIME_CODE' },
  ];
  const suspended = isSuspended(row, place, unit, disposition.toUpperCase());
  const inPrison = suspended === true ? false : inPrisonOf(place, suspended);
  const part = { cells, inPrison, suspended, later };
  if (suspended === true || (length === '' && NO_TIME.test(place)))
    return { kind: 'time', length: 0, unit: 'D', ...part };
  if (!/^\d{1,4}$/.test(length)) return { kind: 'open', why: 'a part of the sentence has no length', ...part };
  if (Number(length) === 0) return { kind: 'time', length: 0, unit: 'D', ...part };
  if (unit !== 'D' && unit !== 'M' && unit !== 'Y') {
    return { kind: 'open', why: `the unit "${unit}" of a part of the sentence is not recognised`, ...part };
  }
  return { kind: 'time', length: Number(length), unit, ...part };
}

function inPrisonOf(place: string, suspended: Truth): Truth {
  if (place === '') return 'unknown';
  const isPrison = PRISON.test(place);
  return isPrison && suspended === 'unknown' ? 'unknown' : isPrison;
}

/** `SS` and its like in a place or a unit; of a code only what is nothing else. */
const SUSPENDED = /\b[EI]?SS\b|\bSUSP/;

/** Whether time was suspended: by the row's own words, or perhaps by those of its disposition. */
function isSuspended(row: HistoryRow, place: string, unit: string, disposition: string): Truth {
  if (SUSPENDED.test(place) || unit === 'SS' || unit === 'SUS') return true;
  if (SUSPENDED.test(textOf(row, 'SENT_TIME_DESCR').toUpperCase())) return true;
  if (/^(SS|ESS|ISS|SUS)$/i.test(textOf(row, 'SENT_LOC_CODE'))) return true;
  if (!SUSPENDED.test(disposition) || PROBATION.test(place)) return false;
  const named = /\b(PRISON|JAIL)[ -]?S(?:S\b|USP)/.exec(disposition)?.[1];
  return named !== undefined && place !== '' && !place.includes(named) ? false : 'unknown';
}

/** A row by which a court changed the sentence and does not say to what; where another row of the count says it, nothing. */
function changeOf(
  row: HistoryRow,
  { count }: PlacedCount,
  disposition: string,
  later: Later | undefined,
): SentencePart | undefined {
  if (!CHANGES.test(disposition)) return undefined;
  const saysLength = (other: HistoryRow) =>
    textOf(other, 'DISP_DESCR') === disposition && textOf(other, 'SENT_LENGTH') !== '';
  if (count.rows.some(saysLength)) return undefined;
  const why = `what came of "${disposition}" is not given`;
  const cells: CellRef[] = [{ line: row.line, column: 'DISP_DESCR' }];
  return { kind: 'open', why, cells, inPrison: 'unknown', suspended: false, later };
}
