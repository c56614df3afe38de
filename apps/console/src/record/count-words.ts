import { humanized } from '../convictions/flag-words.ts';
import type { CountView } from './source-index.ts';

const letters: Readonly<Record<string, string>> = { F: 'Felony', M: 'Misdemeanor', I: 'Infraction' };

/** ` · Felony`, behind the offense. Before a conviction an unknown severity is nothing to wonder at. */
export function severityText({ dispositionKind, severity }: Pick<CountView, 'dispositionKind' | 'severity'>): string {
  if (severity === '' || (severity === 'unknown' && dispositionKind !== 'convicted')) return '';
  return severity === 'unknown'
    ? ' · severity unknown'
    : ` · ${letters[severity] ?? humanized(severity.toLowerCase())}`;
}
