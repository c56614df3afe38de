import type { OffenseText, StatuteRef } from '../statute.ts';
import type { StatuteCode } from './codes.ts';

/** A section that agencies write as an offense and that defines none. */
export interface NoCrime {
  readonly code: StatuteCode;
  /** The section; with everything behind a point where it ends in `.*`. */
  readonly section: string;
  readonly about: string;
}

/**
 * Revocation of probation, parole or supervision for breaking its terms, and holds: the person is sentenced again for the
 * old offense, and is not convicted of a new one. As of 2026-01-01.
 */
export const VIOLATIONS: readonly NoCrime[] = [
  { code: 'PC', section: '1203.2', about: 'revocation of probation or supervision' },
  { code: 'PC', section: '1203.2a', about: 'sentence on probation revoked, for a person in custody elsewhere' },
  { code: 'PC', section: '1203.3', about: 'modification or revocation of probation' },
  { code: 'PC', section: '1203.35', about: 'flash incarceration under probation' },
  { code: 'PC', section: '3000.08', about: 'revocation of parole by the court' },
  { code: 'PC', section: '3000.09', about: 'parole hold of persons returned' },
  { code: 'PC', section: '3056', about: 'custody of persons on parole' },
  { code: 'PC', section: '3057', about: 'confinement upon revocation of parole' },
  { code: 'PC', section: '3060', about: 'suspension and revocation of parole' },
  { code: 'PC', section: '3060.5', about: 'revocation of parole' },
  { code: 'PC', section: '3062', about: 'revocation of parole by the Governor' },
  { code: 'PC', section: '3453', about: 'conditions of postrelease community supervision' },
  { code: 'PC', section: '3454', about: 'sanctions under postrelease community supervision' },
  { code: 'PC', section: '3455', about: 'revocation of postrelease community supervision' },
  { code: 'PC', section: '1551', about: 'arrest of a fugitive from another state' },
  { code: 'PC', section: '1551.1', about: 'arrest of a fugitive without a warrant' },
  { code: 'PC', section: '1548.1', about: 'extradition' },
  { code: 'PC', section: '11177.1', about: 'hold under the interstate compact' },
  { code: 'WI', section: '777', about: 'violation of probation by a ward' },
  { code: 'WI', section: '778', about: 'modification of an order of the juvenile court' },
  { code: 'WI', section: '1767.3', about: 'return of a ward on parole' },
  { code: 'WI', section: '1767.35', about: 'revocation of the supervision of a ward' },
];

/**
 * How a sentence is served, other rules of sentencing, and what makes a juvenile a ward. People write these where the charge should stand: what it was
 * is elsewhere, most often in the comment. As of 2026-01-01.
 */
export const SENTENCING: readonly NoCrime[] = [
  { code: 'PC', section: '1170', about: 'sentence to county jail or prison (PC 1170(h))' },
  { code: 'PC', section: '1170h', about: 'the same, without parentheses' },
  { code: 'PC', section: '1170.1', about: 'consecutive terms' },
  { code: 'PC', section: '1170.12', about: 'second and third strikes' },
  { code: 'PC', section: '1202.4', about: 'restitution' },
  { code: 'PC', section: '1203', about: 'grant of probation' },
  { code: 'PC', section: '1203.1', about: 'terms of probation' },
  { code: 'PC', section: '1205', about: 'fine and imprisonment for its nonpayment' },
  { code: 'PC', section: '18', about: 'punishment of felonies' },
  { code: 'PC', section: '19', about: 'punishment of misdemeanors' },
  { code: 'PC', section: '654', about: 'one punishment for one act' },
  { code: 'PC', section: '669', about: 'concurrent and consecutive terms' },
  { code: 'PC', section: '2900.5', about: 'credit for time in custody' },
  { code: 'PC', section: '4019', about: 'credit for good conduct' },
  { code: 'WI', section: '601', about: 'jurisdiction of the juvenile court' },
  { code: 'WI', section: '602', about: 'jurisdiction of the juvenile court over whoever broke a law' },
  { code: 'WI', section: '725', about: 'judgment of the juvenile court' },
];

const violations = new Set(VIOLATIONS.map(({ code, section }) => `${code} ${section}`));
const sentencing = new Set(SENTENCING.map(({ code, section }) => `${code} ${section}`));

/**
 * Whether a section is about revoking probation, parole or supervision. The Health and Safety Code, whose letters may be
 * meant for a section beside it (`1203.2/11359 HS`), makes no crime of these numbers.
 */
export function isViolationSection({ code, section }: StatuteRef): boolean {
  if (code === undefined && !section.includes('.')) return false;
  return violations.has(`${code === undefined || code === 'HS' ? 'PC' : code} ${section}`);
}

export function isSentencingSection({ code, section }: StatuteRef): boolean {
  if (code === undefined) return /^1170(?:\.|h?$)/.test(section);
  return sentencing.has(`${code} ${section}`);
}

const SUPERVISION = String.raw`(?:(?:FORMAL |SUMMARY |FELONY |MISD(?:EMEANOR)? )?PROB(?:ATION|N)?|PAROLE|PRCS|POST-?RELEASE(?: COMMUNITY SUPERVISION)?|MANDATORY SUPERVISION|SUPERVISION)`;
const VIOLATION = String.raw`VIOL(?:ATION|ATED|ATE|\.)?`;
const IN_WORDS = new RegExp(
  String.raw`^[^A-Z0-9]*(?:V\.?O\.?P\.?|${VIOLATION} ?(?:OF )?${SUPERVISION}|${SUPERVISION} ${VIOLATION})(?:\W+(?:FEL(?:ONY)?|MISD(?:EMEANOR)?|TECHNICAL))?[^A-Z0-9]*$`,
  'i',
);

/**
 * Whether a count is no offense but the breaking of the terms of probation, parole or supervision, by its section
 * (PC 1203.2, 3056, 3455 …) or by its words alone. A conviction of it is no new one: its sentence is one for the old
 * offense.
 */
export function isViolation({ contradicted, references, text }: OffenseText): boolean {
  if (contradicted) return false;
  if (references.length === 0) return IN_WORDS.test(text);
  const isSaid = ABOUT_SUPERVISION.test(text);
  return references.every((one) => isViolationSection(one) || (isSaid && isUncodedViolation(one)));
}

const ABOUT_SUPERVISION = /VIOL|REVO|PAROLE|PROB|PRCS/i;

function isUncodedViolation({ code, section }: StatuteRef): boolean {
  return code === undefined && (violations.has(`PC ${section}`) || violations.has(`WI ${section}`));
}
