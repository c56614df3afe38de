/** An entry that cannot be written. Names the field and never its value: the value may be what must not be logged. */
export class AuditEntryProblem extends Error {
  readonly field: string;
  readonly why: string;

  constructor(field: string, why: string) {
    super(`Audit entry: ${field} ${why}`);
    this.name = 'AuditEntryProblem';
    this.field = field;
    this.why = why;
  }
}

/** Longest entry in bytes: entry bundles of C2SP tlog-tiles give each entry a 16-bit length. */
const MAX_BYTES = 65_535;
const LONE_SURROGATE = /\p{Surrogate}/u;
const UTC_MICROSECONDS = /^(\d{4})-(\d\d)-(\d\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{6}Z$/;

/** Refuses what is not a plain object, and every key that is not in `known` (when given). */
export function checkedFields(field: string, value: unknown, known?: ReadonlySet<string>): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new AuditEntryProblem(field, 'is not an object');
  }
  if (known === undefined) return;
  for (const key in value) if (!known.has(key)) throw new AuditEntryProblem(field, 'has a field that no entry has');
}

/** A string that has one UTF-8 form; not empty unless told that it may be. */
export function checkedText(field: string, value: unknown, empty?: 'may be empty'): string {
  if (typeof value !== 'string') throw new AuditEntryProblem(field, 'is not text');
  if (value === '' && empty === undefined) throw new AuditEntryProblem(field, 'is empty');
  if (LONE_SURROGATE.test(value)) throw new AuditEntryProblem(field, 'holds half a character (a lone surrogate)');
  return value;
}

/** A whole number that every JSON reader reads alike, and not below `least` (when given). */
export function checkedWhole(field: string, value: unknown, least = Number.MIN_SAFE_INTEGER): number {
  if (!Number.isSafeInteger(value)) throw new AuditEntryProblem(field, 'is not a whole number');
  const whole = value as number;
  if (whole < least) throw new AuditEntryProblem(field, `is below ${least}`);
  return whole;
}

/** A time of the form `2026-11-22T10:11:12.123456Z` on a day that exists. */
export function checkedUtcTime(field: string, value: unknown): string {
  const text = checkedText(field, value);
  const parts = UTC_MICROSECONDS.exec(text);
  if (parts === null) throw new AuditEntryProblem(field, 'is not a UTC time with microseconds');
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) {
    throw new AuditEntryProblem(field, 'is on a day that does not exist');
  }
  return text;
}

/** The text in UTF-8, when it is not longer than a log entry may be. */
export function boundedBytes(json: string): Buffer {
  const bytes = Buffer.from(json, 'utf8');
  if (bytes.length > MAX_BYTES) throw new AuditEntryProblem('entry', `is longer than ${MAX_BYTES} bytes`);
  return bytes;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
