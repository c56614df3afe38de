import { InvalidArgumentError } from 'commander';
import { localDate, type LocalDate } from '@clearance/record';

/** The name of a county as the file writes it. */
export function county(text: string): string {
  const name = text.trim().toUpperCase();
  if (!/^[A-Z][A-Z .'-]{1,59}$/.test(name)) throw new InvalidArgumentError('Not the name of a county.');
  return name;
}

export function date(text: string): LocalDate {
  try {
    return localDate(text);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new InvalidArgumentError('Not a date, as 2026-01-01.');
  }
}

/** A number of years, for an age or since a conviction. */
export function years(text: string): number {
  const number = Number(text);
  if (!/^\d{1,3}$/.test(text) || number < 1 || number > 120) {
    throw new InvalidArgumentError('Not a whole number from 1 to 120.');
  }
  return number;
}

/** For an option that may be given more than once. */
export function another(text: string, before: readonly string[] | undefined): string[] {
  return [...(before ?? []), text];
}
