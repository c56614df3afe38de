import type { Manner, StatuteRef } from '../statute.ts';

/** Sections that make of another one an attempt, a conspiracy and so on: PC 664, 182, 32, 653f. */
const BY_SECTION: Readonly<Record<string, Manner>> = {
  '664': 'attempt',
  '182': 'conspiracy',
  '32': 'accessory',
  '653f': 'solicitation',
};

/** PC 31: whoever aids and abets is a principal, and convicted of the offense itself. */
export const PRINCIPAL = '31';

/** The manner that a section of the Penal Code stands for when it is joined to another one. */
export function mannerOf(section: string): Manner | undefined {
  return Object.hasOwn(BY_SECTION, section) ? BY_SECTION[section] : undefined;
}

/** What words or qualifiers say about how somebody took part. */
export interface Manners {
  readonly sure: readonly Manner[];
  readonly perhaps: readonly Manner[];
}

export const NO_MANNER: Manners = { sure: [], perhaps: [] };

const WORDS: readonly (readonly [Manner, RegExp])[] = [
  ['attempt', /\bATT(?:E?MP?T?(?:E?D|S|ING)?|'?D)?\b|\bATMPT?(?:ED|D)?\b|(?<![\d.])664(?:\([A-F]\))?(?![\d.])/g],
  ['conspiracy', /\bCONSP[A-Z]*|(?<![\d.])182(?:\([A-Z0-9]\))* ?(?:PC\b|P\.C\.)/g],
  ['accessory', /\bACCESS?OR(?:Y|IES)\b|\bACCSS?RY\b|(?<![\d.])32 ?(?:PC\b|P\.C\.)/g],
  ['solicitation', /\bSOLICIT[A-Z]*/g],
];

/** Sections that are by their own words attempts or solicitations: what their descriptions say of it adds nothing. */
const BY_THEMSELVES: Readonly<Record<Exclude<Manner, 'unread'>, RegExp>> = {
  attempt: /^(?:21a|664|69|136\.1|217\.1|455|524|288\.[34]|45(?:30|32))$/,
  conspiracy: /^182(?:\.5)?$/,
  accessory: /^32$/,
  solicitation: /^(?:653f|647|653\.2\d?|266[a-z]?|318|549|550|4570)$/,
};

/**
 * How somebody took part, by the words of a description (`MURDER:ATTEMPT`, `CONSP SELL`, `ACCESSORY`). One of several
 * things joined by a sign (`ASSAULT/ATT KILL`) is what the section forbids, and says nothing of this person; at the very
 * end (`MURDER/ATTEMPT`) it may. An accessory may be one before the fact, who is a principal (PC 971), unless the words
 * say after it. Whoever aids and abets is a principal too (PC 31).
 */
export function mannersInWords(words: string, references: readonly StatuteRef[]): Manners {
  const sure: Manner[] = [];
  const perhaps: Manner[] = [];
  for (const [manner, form] of WORDS) {
    if (manner === 'unread' || references.some((one) => isSaid(one, manner))) continue;
    for (const { 0: word, index } of words.matchAll(form)) {
      const isSection = /^\d/.test(word);
      const how = isSection ? 'sure' : sayingOf(manner, words.slice(0, index), words.slice(index + word.length));
      if (how === 'sure') sure.push(manner);
      if (how === 'perhaps') perhaps.push(manner);
    }
  }
  return { sure: [...new Set(sure)], perhaps: [...new Set(perhaps)] };
}

function isSaid(reference: StatuteRef, manner: Exclude<Manner, 'unread'>): boolean {
  return reference[manner] === true || BY_THEMSELVES[manner].test(reference.section);
}

/** The words of a manner that stand before the section: `ATTEMPTED 187(A) PC`, `CONSPIRACY TO COMMIT 11359 HS`. */
export const LEADING =
  /^(?:ATT[A-Z']*|ATMPT[A-Z]*|CONSP[A-Z]*|ACCESS?OR(?:Y|IES)|SOLICIT[A-Z]*|AID(?:ING|ED)?(?: ?(?:AND|&) ?ABET[A-Z]*)?)(?: (?:AFTER|BEFORE)(?: THE)?(?: FACT)?)?(?:\W*(?:TO|OF|COMMIT|VIOLATE)\b)*\W{1,3}(?=[\d(]|HS|PC|H&S)/;

function sayingOf(manner: Manner, before: string, after: string): 'sure' | 'perhaps' | 'nothing' {
  if (/^ ?(?:\/|OR\b)/.test(after)) return /[/,] ?$|\bOR $/.test(before) ? 'nothing' : 'perhaps';
  if (/(?:\/|\bOR) ?$/.test(before)) return /^[^A-Z]*$/.test(after) ? 'perhaps' : 'nothing';
  if (/\b(?:NO|NOT|W\/O|WITHOUT) ?$/.test(before)) return 'perhaps';
  if (manner !== 'accessory') return 'sure';
  if (/^ BEFORE\b/.test(after)) return 'nothing';
  return /^ AFTER\b/.test(after) ? 'sure' : 'perhaps';
}

/** Marks what the references surely and perhaps are. */
export function withManners(references: readonly StatuteRef[], { perhaps, sure }: Manners): readonly StatuteRef[] {
  if (sure.length === 0 && perhaps.length === 0) return references;
  const marked = references.map((reference): StatuteRef => {
    const made = Object.fromEntries(sure.filter((one) => one !== 'unread').map((one) => [one, true]));
    const hints = [...(reference.perhaps ?? []), ...perhaps].filter(
      (one) => one === 'unread' || !(reference[one] === true || sure.includes(one)),
    );
    return { ...reference, ...made, ...(hints.length > 0 ? { perhaps: [...new Set(hints)] } : {}) };
  });
  return sure.includes('solicitation') ? [...marked, ...solicitations(references)] : marked;
}

/** PC 653f(b): soliciting murder; 653f(c): soliciting rape and other sexual offenses by force. */
const SOLICITED: readonly (readonly [RegExp, string])[] = [
  [/^18[789]$/, 'b'],
  [/^(?:261|262|264\.1|286|287|288|288a|289)$/, 'c'],
];

/** Soliciting some offenses is an offense of its own, with a place in lists. */
export function solicitations(references: readonly StatuteRef[]): StatuteRef[] {
  const found = references.flatMap(({ code, section }) =>
    code === 'PC' ? SOLICITED.flatMap(([form, subdivision]) => (form.test(section) ? [subdivision] : [])) : [],
  );
  return [...new Set(found)].map((subdivision) => ({ code: 'PC', section: '653f', subdivisions: [subdivision] }));
}
