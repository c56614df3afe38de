import type { Stats } from '@clearance/contract';
import type { Severity } from '../ui/words.ts';

/** The order of the shades. */
export const severityOrder: readonly Severity[] = ['felony', 'misdemeanor', 'infraction', 'unknown'];

export interface SectionSplit {
  /** Empty where the section cannot be read. */
  readonly section: string;
  /** One count per severity, in `severityOrder`. */
  readonly parts: readonly number[];
}

/** One line per section with its convictions by severity, sections in their order, what cannot be read last. */
export function bySection(sections: Stats['sections']): readonly SectionSplit[] {
  const names = [...new Set(sections.map(({ section }) => section))].sort(
    (a, b) => Number(a === '') - Number(b === '') || a.localeCompare(b),
  );
  const countOf = (section: string, severity: Severity) =>
    sections
      .filter((entry) => entry.section === section && entry.severity === severity)
      .reduce((sum, { count }) => sum + count, 0);
  return names.map((section) => ({ section, parts: severityOrder.map((severity) => countOf(section, severity)) }));
}
