import type { Manner, StatuteRef } from '../statute.ts';
import type { StatuteCode } from './codes.ts';
import { mannerOf, PRINCIPAL, withManners } from './inchoate.ts';
import { isBroken, possibleCode, takeApart } from './plausible.ts';
import { digitsForLetters, spelledOut } from './spelling.ts';
import { tokensOf } from './tokens.ts';
import type { Token } from './tokens.ts';

export interface Citation {
  readonly references: readonly StatuteRef[];
  readonly unparsed?: string;
}

/** A citation, and the words that follow it. */
export interface CitationAndWords extends Citation {
  readonly words: string;
}

/** Where the code of a section comes from: its own stands behind it, or it stands before a list of sections. */
interface Item {
  readonly number: string;
  readonly letters: string;
  readonly subdivisions: string[];
  code: StatuteCode | undefined;
  codeFrom: 'nowhere' | 'ahead' | 'list' | 'own';
  /** Other readings of the letters behind the section: `288-A` is 288a or 288(a). */
  also?: readonly string[];
  doubt?: string;
}

/** A section by number and letters, with nothing joined to it any more. */
interface Section {
  readonly section: string;
  readonly subdivisions: readonly string[];
  readonly item: Item;
}

/** The gang enhancement, which is written beside the offense that it belongs to. */
const GANG = '186.22';
const SLIP = 'its number is not written as the code has it';

/**
 * Reads one citation: sections with their subdivisions, one code or several (`664/11358 HS`, `484(A)/490.5 PC`,
 * `PC 187(A)`). What joins two sections does not matter: a sign, a dash, a point, a blank or nothing. Words after the
 * sections are passed over.
 *
 * @param text capitals
 */
export function readCitation(text: string): Citation {
  const { references, unparsed } = readCitationAndWords(text);
  return unparsed === undefined ? { references } : { references, unparsed };
}

/** The same, with the words of the description that follows. */
export function readCitationAndWords(text: string): CitationAndWords {
  const trimmed = text.trim();
  const spelled = spelledOut(trimmed);
  const source = spelledOut(digitsForLetters(trimmed));
  const { end, items } = itemsOf(tokensOf(source));
  const words = end === undefined ? '' : source.slice(end).trim();
  const sections = items && sectionsOf(items);
  if (!sections || sections.length === 0 || sections.some(isNoSection)) {
    return { references: [], unparsed: trimmed, words };
  }
  const references = referencesOf(sections);
  const isSlip = source.slice(0, end) !== spelled.slice(0, end);
  return { references: isSlip ? references.map((one) => ({ ...one, doubt: SLIP })) : references, words };
}

/** A short number without a code is a count, a quantity or a rank (`1ST DEGREE`), not a section. */
function isNoSection({ item, section }: Section): boolean {
  return item.code === undefined && /^\d{1,2}(?!\d)/.test(section) && mannerOf(section) === undefined;
}

/** Codes that no word of a description looks like, so that they may stand behind a dash. */
const AFTER_A_DASH: ReadonlySet<StatuteCode> = new Set(['HS', 'PC', 'VC', 'BP', 'WI', 'MV']);

/** What is counted rather than cited. */
const UNIT =
  /^(?:G|GM?S?|GRAMS?|GRMS?|KG|KILOS?|OZS?|OUNCES?|LBS?|POUNDS?|PLANTS?|PERCENT|YRS?|YEARS?|MOS?|DAYS?|COUNTS?|CTS?|ST|ND|RD|TH)$/;

/** Sections in order, and where the words of a description begin. */
interface Items {
  /** Undefined where something stands between the sections that belongs to no citation. */
  readonly items: readonly Item[] | undefined;
  readonly end?: number;
}

const NOT_UNDERSTOOD: Items = { items: undefined };

function itemsOf(tokens: readonly Token[]): Items {
  const items: Item[] = [];
  let codeAhead: StatuteCode | undefined;
  let sign: '/' | '-' | '.' | undefined;
  let signAt = 0;
  for (let position = 0; position < tokens.length; position += 1) {
    const token = tokens[position] as Token;
    const last = items.at(-1);
    const next = tokens[position + 1];
    if (token.kind === 'separator') {
      if (sign === undefined) signAt = token.at;
      // A slash among other signs joins, whatever stands beside it.
      if (sign !== '/') sign = token.sign;
      continue;
    }
    if (sign === '-' || sign === '.') {
      if (!last) return NOT_UNDERSTOOD;
      const letter = last.code === undefined ? letterAt(tokens, position) : undefined;
      if (letter !== undefined) {
        addLetter(last, letter, sign);
        sign = undefined;
        continue;
      }
      if (token.kind === 'word' || !joins(tokens, position, last)) return { items, end: signAt };
    }
    if (token.kind === 'section') {
      if (last?.code === 'US' && last.codeFrom === 'own' && sign === undefined) {
        items[items.length - 1] = { ...last, number: `${last.number}-${token.number}`, letters: token.letters };
      } else items.push(newItem(token.number, token.letters, codeAhead));
    } else if (token.kind === 'subdivision') {
      if (!last) return NOT_UNDERSTOOD;
      // `11360(A)/(B)`: the same section again
      if (sign === '/') items.push({ ...newItem(last.number, last.letters, codeAhead), subdivisions: [token.name] });
      else last.subdivisions.push(token.name);
    } else if (token.kind === 'code') {
      if (next && isSectionNext(tokens, position) && (!last || last.code !== undefined) && token.code !== 'US') {
        codeAhead = token.code;
      } else if (!last || (sign === '/' && !mayBehindSlash(token.code, last))) return NOT_UNDERSTOOD;
      else closeList(items, token.code);
    } else {
      if (!last) return NOT_UNDERSTOOD;
      const letter = sign === undefined ? letterAt(tokens, position) : undefined;
      if (letter !== undefined) addLetter(last, letter, ' ');
      else {
        const isDescription =
          /^[A-Z]/.test(token.text) && !(sign === '/' && last.code === undefined && !isQualifier(token.text));
        return isDescription || last.code !== undefined
          ? { items, end: sign === undefined ? token.at : signAt }
          : NOT_UNDERSTOOD;
      }
    }
    sign = undefined;
  }
  if (sign === '/' && items.at(-1)?.code === undefined) return NOT_UNDERSTOOD;
  return sign === undefined ? { items } : { items, end: signAt };
}

/** `11359/HS`; but `664/ HS` lacks what was attempted. */
function mayBehindSlash(code: StatuteCode, last: Item): boolean {
  return AFTER_A_DASH.has(code) && mannerOf(last.number) === undefined;
}

function isQualifier(word: string): boolean {
  return /^(?:ATT|CONSP|ACCESS|SOLICIT|AID)/.test(word);
}

function isSectionNext(tokens: readonly Token[], position: number): boolean {
  const next = tokens[position + 1];
  return next?.kind === 'section';
}

/** A letter that stands for a subdivision: `11357-B HS`, `11357.B`, `11357 B HS`. */
function letterAt(tokens: readonly Token[], position: number): string | undefined {
  const token = tokens[position];
  if (token?.kind !== 'word' || !/^[A-Z]$/.test(token.text)) return undefined;
  const next = tokens[position + 1];
  const before = tokens[position - 1];
  const isEnd = next === undefined || next.kind === 'code' || next.kind === 'separator' || next.kind === 'subdivision';
  const isBehindSign = before?.kind === 'separator';
  return (isBehindSign ? isEnd : next?.kind === 'code') ? token.text.toLowerCase() : undefined;
}

function addLetter(item: Item, letter: string, sign: '-' | '.' | ' '): void {
  if (item.subdivisions.length === 0 && !isLong(item.number) && sign !== ' ') item.also = [letter];
  else item.subdivisions.push(letter);
}

/**
 * Whether what stands behind a dash or a point goes on with the citation. Behind a code the dash nearly always begins the
 * description, in which numbers are quantities and ranks: there only what has a code, or is PC 664 and the like, goes on.
 */
function joins(tokens: readonly Token[], position: number, last: Item): boolean {
  const token = tokens[position] as Token;
  if (token.kind === 'subdivision') return last.code === undefined;
  if (token.kind === 'code') {
    return AFTER_A_DASH.has(token.code) && (last.code === undefined || isSectionNext(tokens, position));
  }
  if (token.kind !== 'section') return false;
  let behind = position + 1;
  while (tokens[behind]?.kind === 'subdivision') behind += 1;
  const next = tokens[behind];
  if (next?.kind === 'word' && UNIT.test(next.text)) return false;
  const isKnown = mannerOf(token.number + token.letters.toLowerCase()) !== undefined || token.number === GANG;
  const isShort = /^\d{1,2}(?!\d)/.test(token.number) && !isKnown;
  const isCoded = next?.kind === 'code' && AFTER_A_DASH.has(next.code);
  if (last.codeFrom === 'own' || last.codeFrom === 'list') {
    const isAlone = next === undefined || next.kind === 'separator' || (next.kind === 'word' && isQualifier(next.text));
    return isCoded ? !isShort : isKnown && isAlone;
  }
  if (isShort) return isCoded;
  return isKnown || next?.kind !== 'word' || token.number.length > 2;
}

function newItem(number: string, letters: string, code: StatuteCode | undefined): Item {
  return { number, letters, subdivisions: [], code, codeFrom: code === undefined ? 'nowhere' : 'ahead' };
}

/** A code belongs to the section before it, and to those before that which have none. */
function closeList(items: readonly Item[], code: StatuteCode): void {
  const last = items.at(-1);
  if (!last) return;
  if (last.codeFrom === 'ahead' && last.code !== code) overrule(items, code);
  for (const item of items) {
    if (item.code !== undefined || item.codeFrom !== 'nowhere') continue;
    item.code = code;
    item.codeFrom = 'list';
  }
  if (last.codeFrom !== 'ahead') last.codeFrom = 'own';
}

/** `PC 664/11358 HS`: the code ahead is that of PC 664, and the one behind that of the rest. Else nobody can tell. */
function overrule(items: readonly Item[], code: StatuteCode): void {
  const isManner = ({ letters, number }: Item) => mannerOf(number + letters.toLowerCase()) !== undefined;
  const ahead = items.filter((item) => item.codeFrom === 'ahead');
  const isGlued = ({ number }: Item) => (takeApart(number, code)?.length ?? 0) > 1;
  const hasManner = ahead.some((item) => isManner(item) || isGlued(item));
  for (const item of ahead) if (!isManner(item)) item.code = hasManner ? code : undefined;
}

/** The sections of every item, with those that stand in one number taken apart; undefined where one cannot be. */
function sectionsOf(items: readonly Item[]): readonly Section[] | undefined {
  const found: Section[] = [];
  for (const item of mended(items)) {
    const apart = takeApart(item.number, item.code);
    if (!apart) return undefined;
    // Letters and subdivisions stand behind the last of them.
    const own = apart.length - 1;
    apart.forEach((part, index) => {
      if (index !== own) found.push({ section: part, subdivisions: [], item });
      else found.push(...ownSections(part, item));
    });
  }
  return found;
}

/** Sections of five digits have no letters of their own: `11357A` is how some write 11357(a). */
function ownSections(part: string, item: Item): Section[] {
  const letters = item.letters.toLowerCase();
  const { subdivisions } = item;
  if (isLong(part)) return [{ section: part, subdivisions: [...letters, ...(item.also ?? []), ...subdivisions], item }];
  const [also] = item.also ?? [];
  if (also === undefined && isSubdivided(part, letters, item.code)) {
    return [
      { section: part + letters, subdivisions, item },
      { section: part, subdivisions: [letters, ...subdivisions], item },
    ];
  }
  const plain = {
    section: part + letters,
    subdivisions: also === undefined ? subdivisions : [also, ...subdivisions],
    item,
  };
  return also === undefined ? [plain] : [{ section: part + letters + also, subdivisions, item }, plain];
}

/** Sections of the Penal Code that have a letter of their own, so that it is no subdivision. */
const LETTERED =
  /^(?:21a|69[ab]|72[a]|115[a]|136[a]|148[a-z]|166[a-z]|171[a-z]|243[a]|245[a]|266[a-k]|270[a-f]|27[13][a-g]|288a|311[a]|33[0-7][a-z]|374[a-f]|384[a-i]|399[a]|4(?:02|76|87|96|98|99)[a-k]|50[234][a-c]|52[9]a|532[a-f]|537[a-g]|538[a-f]|5(?:93|94|96|97|99)[a-z]|6(?:02|26|31|32|36|40|45|47|53)[a-z]|(?:12|30|40)\d\d(?:\.\d+)?[a-z])$/;

/** `187A PC`: there is no PC 187a, and what is meant is 187(a). */
function isSubdivided(part: string, letters: string, code: StatuteCode | undefined): boolean {
  return letters.length === 1 && (code === 'PC' || code === undefined) && !LETTERED.test(part + letters);
}

function isLong(number: string): boolean {
  return number.split('.', 1)[0]?.length === 5;
}

/** Joins what a slip has broken: `11.359 HS`, `11 359 HS`, `11,359 HS`. */
function mended(items: readonly Item[]): readonly Item[] {
  const found: Item[] = [];
  for (let index = 0; index < items.length; index += 1) {
    const item = items[index] as Item;
    let digits = item.number.replace('.', '');
    let last = item;
    let after = index + 1;
    for (let next = items[after]; digits.length < 5 && next && goesOn(last, next); next = items[after]) {
      digits += next.number.replace('.', '');
      last = next;
      after += 1;
    }
    if (digits === item.number || !isBroken(digits, last.code)) found.push(item);
    else {
      found.push({ ...last, number: digits, doubt: SLIP });
      index = after - 1;
    }
  }
  return found;
}

function goesOn(item: Item, next: Item): boolean {
  return item.subdivisions.length === 0 && item.letters === '' && item.codeFrom !== 'own' && !/\D/.test(next.number);
}

/**
 * The offenses, as what they are by the sections that are joined to them: PC 664 before or behind makes an attempt of
 * each. Alone, these are offenses of their own.
 */
function referencesOf(sections: readonly Section[]): readonly StatuteRef[] {
  const offenses = sections.filter((each) => mannerIn(each) === undefined);
  if (offenses.length === 0) return ofManners(sections);
  const sure = new Set(sections.flatMap((each) => mannerIn(each) ?? []));
  const principals = offenses.filter((each) => !(each.section === PRINCIPAL && offenses.length > 1));
  const isAlone = sections.length === 1;
  const references = principals.map((each) => referenceOf(each, isAlone));
  const soliciting = sections.filter((each) => mannerIn(each) === 'solicitation').map((each) => referenceOf(each));
  const made = withManners(references, { sure: [...sure], perhaps: [] });
  // PC 653f has subdivisions by what is solicited: where the text gives none, what is solicited tells.
  if (soliciting.length === 0) return made;
  const named = soliciting.filter(({ subdivisions }) => subdivisions.length > 0);
  const told = made.slice(references.length);
  return [...(named.length > 0 ? named : told.length > 0 ? told : soliciting), ...made.slice(0, references.length)];
}

/** Only PC 664, 182, 32, 653f: the last is the offense, and what stands before it says how. */
function ofManners(sections: readonly Section[]): readonly StatuteRef[] {
  const base = sections.findLast(({ section }) => section !== '664') ?? sections.at(-1);
  if (!base) return [];
  const sure = sections.flatMap((each) => (each === base ? [] : (mannerIn(each) ?? [])));
  return withManners([referenceOf(base)], { sure: sure.filter((one) => one !== mannerIn(base)), perhaps: [] });
}

function mannerIn({ item, section }: Section): Manner | undefined {
  const isOther = item.codeFrom === 'own' && item.code !== undefined && item.code !== 'PC' && item.code !== 'HS';
  return isOther ? undefined : mannerOf(section);
}

function referenceOf({ item, section, subdivisions }: Section, isAlone = false): StatuteRef {
  const isPenal = section === GANG ? item.code !== 'VC' : mannerOf(section) !== undefined && item.code === 'HS';
  const code = isPenal ? 'PC' : possibleCode(section, item.code, isAlone);
  return { code, section, subdivisions, ...(item.doubt === undefined ? {} : { doubt: item.doubt }) };
}
