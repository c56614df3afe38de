import type { LocalDate } from '../local-date.ts';
import { CANNABIS_OFFENSES, HISTORIC_CANNABIS_OFFENSES, OTHER_OFFENSES } from './offenses.ts';
import type { CannabisOffense, SyntheticOffense } from './offenses.ts';
import type { Random } from './random.ts';
import type { Cells } from './sketch.ts';
import type { SyntheticConviction } from './truth.ts';

/** What someone is charged with, and how the file says it. */
export interface Charge {
  readonly offense: SyntheticOffense;
  readonly cannabis: CannabisOffense | undefined;
  readonly historic: boolean;
  readonly readFrom: SyntheticConviction['readFrom'];
  /** The cells that say it on a row of the arrest, and on a court row that ends in a conviction. */
  readonly charged: Cells;
  readonly convicted: Cells;
  /** What stands before the dash in the cell that names the offense convicted of. */
  readonly sectionText: string;
}

const RECODIFIED = '1973-03-07';

export function otherCharge(random: Random): Charge {
  const offense = random.weighted(OTHER_OFFENSES);
  return { offense, cannabis: undefined, historic: false, readFrom: 'description', ...described(offense) };
}

/** A marijuana charge by the law of its day. Most are written plainly; some say it elsewhere, and a few not at all. */
export function cannabisCharge(random: Random, date: LocalDate): Charge {
  const historic = date < RECODIFIED;
  const offense = random.weighted(historic ? HISTORIC_CANNABIS_OFFENSES : CANNABIS_OFFENSES);
  const charge = { offense, cannabis: offense, historic };
  const way = random.fraction();
  if (way < 0.015) return { ...charge, readFrom: 'comment', ...inComment(random, textOf(offense), offense.section) };
  if (way < 0.017) return { ...charge, readFrom: 'nowhere', ...inComment(random, 'POSS MARIJUANA', 'POSS MARIJUANA') };
  if (way < 0.02) return { ...charge, readFrom: 'nowhere', ...withoutCode(offense) };
  if (way < 0.03 && !historic) return { ...charge, readFrom: 'plea', ...pleaded(random, offense) };
  if (way < 0.038 && offense.section === '11357(B) HS') {
    const section = '11357(B)/11364 HS';
    return { ...charge, readFrom: 'description', ...described({ ...offense, section }) };
  }
  return { ...charge, readFrom: 'description', ...described(offense) };
}

function textOf({ section, words }: SyntheticOffense): string {
  return `${section}-${words}`;
}

/** A made-up number for the words, as the state has one for each offense. */
function codeOf({ section, words }: SyntheticOffense): string {
  return String(10_000 + ((section.length * 977 + words.length * 131 + words.charCodeAt(0)) % 89_999));
}

function described(offense: SyntheticOffense): Pick<Charge, 'charged' | 'convicted' | 'sectionText'> {
  const text = textOf(offense);
  const grade = offense.severity.charAt(0);
  const charged = { OFFENSE_CODE: codeOf(offense), OFFENSE_DESCR: text, OFFENSE_TOC: grade, OFFENSE_QUAL_LST: '  -  ' };
  const convicted = {
    ...charged,
    DISP_OFFENSE_CODE: charged.OFFENSE_CODE,
    DISP_OFFENSE_DESCR: text,
    DISP_OFFENSE_TOC: grade,
    DISP_OFFENSE_QUAL_LST: '  -  ',
  };
  return { charged, convicted, sectionText: offense.section };
}

function inComment(
  random: Random,
  comment: string,
  sectionText: string,
): Pick<Charge, 'charged' | 'convicted' | 'sectionText'> {
  const description = random.chance(0.7) ? 'SEE COMMENT FOR CHARGE' : '';
  const cells = { OFFENSE_DESCR: description, COMMENT_TEXT: comment };
  return { charged: cells, convicted: cells, sectionText };
}

function withoutCode(offense: SyntheticOffense): Pick<Charge, 'charged' | 'convicted' | 'sectionText'> {
  const sectionText = offense.section.replace(/ ?HS$/, '');
  const cells = { OFFENSE_DESCR: `${sectionText}-${offense.words}`, OFFENSE_TOC: offense.severity.charAt(0) };
  return { charged: cells, convicted: cells, sectionText };
}

/** Charged with something else, pleaded down to this. */
function pleaded(random: Random, offense: CannabisOffense): Pick<Charge, 'charged' | 'convicted' | 'sectionText'> {
  const heavier = random.pick(OTHER_OFFENSES.filter(({ section }) => /^113(?:50|51|52)/.test(section)));
  const charged = { OFFENSE_DESCR: textOf(heavier), OFFENSE_TOC: 'F' };
  const convicted = {
    ...charged,
    CONV_OFFENSE_ORDER: '1',
    CONV_OFFENSE_DESCR: textOf(offense),
    CONV_OFFENSE_TOC: offense.severity.charAt(0),
  };
  return { charged, convicted, sectionText: offense.section };
}
