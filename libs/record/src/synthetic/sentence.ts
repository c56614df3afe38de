import type { Random } from './random.ts';
import type { SyntheticOffense } from './offenses.ts';
import type { Cells } from './sketch.ts';

const UNITS: Readonly<Record<string, string>> = { D: 'DAYS', M: 'MONTHS', Y: 'YEARS' };

/** The parts of a sentence that a wording speaks of, one for each row; at least one, which may be empty. */
export function sentenceParts(random: Random, wording: string, severity: SyntheticOffense['severity']): Cells[] {
  const parts: Cells[] = [];
  const add = (place: string, length: number, unit: 'D' | 'M' | 'Y') => {
    parts.push({
      SENT_ORDER: String(parts.length + 1),
      SENT_LOC_CODE: place.slice(0, 2),
      SENT_LOC_DESCR: place,
      SENT_LENGTH: String(length),
      SENT_TIME_CODE: unit,
      SENT_TIME_DESCR: UNITS[unit] ?? '',
    });
  };
  if (wording.includes('PROB'))
    add('PROBATION', severity === 'FELONY' ? random.pick([36, 60]) : random.pick([12, 24, 36]), 'M');
  if (wording.includes('JAIL')) add('JAIL', random.pick([10, 30, 60, 90, 120, 180, 365]), 'D');
  if (wording.includes('PRISON')) {
    if (random.chance(0.5)) add('PRISON', random.pick([2, 3, 4, 6]), 'Y');
    else add('PRISON', random.pick([16, 24, 32]), 'M');
  }
  if (wording.includes('FINE') || random.chance(0.15))
    parts.push({ SENT_ORDER: String(parts.length + 1), SENT_LOC_DESCR: 'FINE' });
  if (random.chance(0.12))
    parts.push({ SENT_ORDER: String(parts.length + 1), SENT_LOC_DESCR: 'RESTITUTION', SENT_LENGTH: '' });
  return parts.length > 0 ? parts : [{}];
}
