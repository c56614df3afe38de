import { localDate } from '../local-date.ts';
import type { DateRange, LocalDate } from '../local-date.ts';
import type { StatuteRef } from '../statute.ts';

/** A section of old that today's law knows under another number. */
export interface HistoricAlias {
  readonly code: 'HS';
  readonly section: string;
  /** The section that took its place. */
  readonly standsFor: string;
  /** From this day on the law had the new number. */
  readonly replaced: LocalDate;
  /** From this day on the old number means something else. */
  readonly reused?: LocalDate;
  readonly cite: string;
}

const RECODIFIED = {
  code: 'HS',
  replaced: localDate('1973-03-07'),
  cite: 'Stats. 1972, ch. 1407 (Uniform Controlled Substances Act)',
} as const;

/** Since then HS 11530 to 11534 are about loitering for drug activities (Stats. 1995, ch. 981). */
const LOITERING = localDate('1996-01-01');

/** The marijuana sections from before the recodification of 1972. */
export const historicAliases: readonly HistoricAlias[] = [
  { ...RECODIFIED, section: '11530', standsFor: '11357', reused: LOITERING },
  { ...RECODIFIED, section: '11530.1', standsFor: '11358' },
  { ...RECODIFIED, section: '11530.5', standsFor: '11359' },
  { ...RECODIFIED, section: '11531', standsFor: '11360', reused: LOITERING },
  { ...RECODIFIED, section: '11532', standsFor: '11360', reused: LOITERING },
];

/**
 * The section by today's numbers. A section with no alias, or one convicted of when its number meant something new,
 * stays what it is. The subdivisions of old do not carry over.
 *
 * @param convicted when the conviction was
 * @returns undefined where the date cannot tell which of the two was meant
 */
export function currentStatute(reference: StatuteRef, convicted: DateRange | undefined): StatuteRef | undefined {
  const alias = historicAliases.find(({ code, section }) => code === reference.code && section === reference.section);
  if (!alias) return reference;
  const current = { ...reference, section: alias.standsFor, subdivisions: [] };
  if (!alias.reused) return current;
  if (!convicted) return undefined;
  if (convicted.latest < alias.reused) return current;
  return convicted.earliest >= alias.reused ? reference : undefined;
}
