import { remembering } from './remembering.ts';

/** What a clerk adds to tell the defendants of one case apart: `-01`, `/A`, `-B`, ` #2`. A year alone is no number. */
const DEFENDANT = /^(?!(?:19|20)\d\d\D)(.*?\d{3,}) ?[-/#:. ]+ ?(?:0?\d|[A-Z])$/;

/** The same, a letter written without a sign; before it stands a number long enough to be the whole one. */
const GLUED_DEFENDANT = /^([A-Z]*\d{5,})[A-Z]$/;

/** Words that say what the number is: `CASE NO. 1234`, `DKT #1234`. */
const LABEL = /^(?:(?:CASE|DOCKET|DKT|COURT|CRT|CT|NO|NUM|NUMBER|NBR)\b[ .:#]*)+(?=.*\d)/;

/**
 * The number of a court case in the one form that all its spellings share: capitals and digits alone, without zeros
 * before a number, and without what tells its defendants apart. Two texts with the same key are one number; whose number
 * it is, the county and the court say. Empty for a text without a letter or digit.
 */
export const caseKey: (text: string) => string = remembering(readKey);

function readKey(text: string): string {
  const plain = text.toUpperCase().replace(/\s+/g, ' ').trim().replace(LABEL, '');
  const undivided = DEFENDANT.exec(plain)?.[1] ?? plain;
  const joined = undivided.replace(/[^A-Z0-9]+/g, '');
  const bare = GLUED_DEFENDANT.exec(joined)?.[1] ?? joined;
  const key = bare.replace(/(^|[A-Z])0+(?=\d)/g, '$1');
  return key === '' ? joined : key;
}

/**
 * Whether two case numbers are one: `perhaps` where only their digits agree, so that a court's letters may have been left
 * out or changed (`MC95703` in the municipal court, `SC95703` in the superior one), or zeros stand inside one of them.
 */
export function isSameNumber(a: string, b: string): 'yes' | 'no' | 'perhaps' {
  if (a === b) return 'yes';
  const [key, other] = [caseKey(a), caseKey(b)];
  if (key === '' || other === '') return 'no';
  if (key === other) return 'yes';
  const [digits, others] = [digitsOf(a), digitsOf(b)];
  return digits.length >= SHORTEST && digits === others ? 'perhaps' : 'no';
}

/** Fewer digits than this agree by chance. */
const SHORTEST = 3;

/** Every digit of the number but zeros before a group of them, and but the defendant's. */
const digitsOf = remembering((text: string) => {
  const plain = text.toUpperCase().replace(/\s+/g, ' ').trim();
  const undivided = DEFENDANT.exec(plain)?.[1] ?? plain;
  return undivided.replace(/(^|\D)0+(?=\d)/g, '$1').replace(/\D+/g, '');
});
