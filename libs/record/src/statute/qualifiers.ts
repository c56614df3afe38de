import { remembering } from '../remembering.ts';
import type { Manner, OffenseText, StatuteRef } from '../statute.ts';
import type { CellRef } from '../history.ts';
import { readCitation } from './citation.ts';
import { mannerOf, mannersInWords, NO_MANNER, withManners } from './inchoate.ts';
import type { Manners } from './inchoate.ts';

/** What a list of qualifiers says of the offense beside it. */
interface Qualifiers extends Manners {
  /** Further sections, such as PC 186.22(b)(4). */
  readonly references: readonly StatuteRef[];
}

/** The short forms of qualifiers. */
const SHORT: Readonly<Record<string, Manner>> = {
  A: 'attempt',
  ATT: 'attempt',
  ATM: 'attempt',
  C: 'conspiracy',
  CON: 'conspiracy',
  CONS: 'conspiracy',
  CSP: 'conspiracy',
  ACC: 'accessory',
  ACCES: 'accessory',
  ACCESS: 'accessory',
  ACS: 'accessory',
  SOL: 'solicitation',
};

/** What says nothing of how a person took part: rank, severity, priors, and that somebody is a principal (PC 31, 971). */
const NOTHING_NEW =
  /^(?:COMPLETED?|PRINCIPAL|AID(?:ED|ING)?(?: ?(?:AND|&|\/) ?ABET(?:TED|TING)?)?|ABET(?:TED|TING)?|ACCESS?ORY BEFORE(?: THE FACT)?|(?:FIRST|SECOND|THIRD|1ST|2ND|3RD) DEG(?:REE)?|DEG(?:REE)? ?[123]|FEL(?:ONY)?|MISD(?:EMEANOR)?|INFR(?:ACTION)?|(?:W\/|WITH )?(?:A )?PRIORS?(?: CONV(?:ICTIONS?)?)?|31|PC ?31|31 ?PC)$/;

const SIGNS = /[,;|/&+\n]|\bAND\b/;

/** Reads one cell of qualifiers: words, short forms and sections, with signs between them. */
const readQualifiers = remembering((text: string): Qualifiers => {
  const sure: Manner[] = [];
  const perhaps: Manner[] = [];
  const references: StatuteRef[] = [];
  const capitals = text
    .toUpperCase()
    .replace(/[.'"*]+(?!\d)/g, '')
    .replace(/\s+/g, ' ');
  const terms = NOTHING_NEW.test(capitals.trim()) ? [] : capitals.split(SIGNS);
  for (const term of terms) {
    const plain = term.replace(/^[-\s:]+|[-\s:]+$/g, '');
    if (plain === '' || NOTHING_NEW.test(plain)) continue;
    const short = Object.hasOwn(SHORT, plain) ? SHORT[plain] : undefined;
    const said = short ? { sure: [short], perhaps: [] } : sayingOf(plain, references);
    for (const one of said.sure)
      (one === 'accessory' && !/\bAFTER\b|^PC|PC$|^32/.test(plain) ? perhaps : sure).push(one);
    perhaps.push(...said.perhaps);
  }
  return { sure: [...new Set(sure)], perhaps: [...new Set(perhaps)], references };
});

const UNREAD: Manners = { sure: [], perhaps: ['unread'] };
const NOT_SURELY = 'it stands among the qualifiers of another offense';

/** A section among qualifiers says how somebody took part, or is one more; words say how, or cannot be read. */
function sayingOf(term: string, references: StatuteRef[]): Manners {
  if (/\d/.test(term)) {
    const found = readCitation(term).references;
    if (found.length === 0) return UNREAD;
    const manners = found.flatMap(({ section }) => mannerOf(section) ?? []);
    for (const one of found) {
      if (mannerOf(one.section) !== undefined) continue;
      if (one.section === '186.22') references.push(one);
      else references.push({ ...one, doubt: NOT_SURELY });
    }
    return manners.length > 0 ? { sure: manners, perhaps: [] } : NO_MANNER;
  }
  const said = mannersInWords(term, NONE);
  return said.sure.length + said.perhaps.length > 0 ? said : UNREAD;
}

/** An offense of nothing that is an attempt or the like by itself. */
const NONE: readonly StatuteRef[] = [{ code: undefined, section: '0', subdivisions: [] }];

/** The offense with what a cell of qualifiers says of it; qualifiers that cannot be read make it unknown. */
export function qualified(offense: OffenseText, text: string, cell: CellRef, how: 'surely' | 'perhaps'): OffenseText {
  if (text === '') return offense;
  const { perhaps, references, sure } = readQualifiers(text);
  const besides = [...(offense.besides ?? []), cell];
  const manners = how === 'surely' ? { sure, perhaps } : { sure: [], perhaps: [...sure, ...perhaps] };
  const further = how === 'surely' ? references : references.map((one) => ({ ...one, doubt: NOT_SURELY }));
  if (offense.references.length === 0) return { ...offense, besides };
  return { ...offense, references: [...withManners(offense.references, manners), ...further], besides };
}

/** Whether two cells of qualifiers say the same. */
export function isSameQualifier(one: string, other: string): boolean {
  return JSON.stringify(readQualifiers(one)) === JSON.stringify(readQualifiers(other));
}
